"""Workbooks into an object storage that fails, stalls and cuts the line."""

from __future__ import annotations

import pickle
import socket
import sys
from functools import cache

import pytest
from botocore.loaders import JSONFileLoader

from outsourcing_lessons import cli
from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import object_store, waiting
from outsourcing_lessons.render.disk_errors import HOPELESS
from outsourcing_lessons.render.object_store import ObjectStore, journal_of
from tests.patience import wait_until
from tests.render.batches import render_batch
from tests.render.conftest import products
from tests.render.faulty_server import asked, held, names_held

COHORT = [LearnerProfile(one, seed=3) for one in ("ada", "bo", "cy")]


@pytest.fixture(scope="module", autouse=True)
def read_once():
    """Keep what botocore reads of all services anew for each storage, which takes longer than what is tested."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(JSONFileLoader, "load_file", cache(JSONFileLoader.load_file))
        patch.setattr(JSONFileLoader, "__eq__", lambda one, other: True)
        patch.setattr(JSONFileLoader, "__hash__", lambda one: 0)
        yield


def test_a_put_that_fails_is_tried_again(proxy, behind):
    store = ObjectStore("s3://bucket/cohort")
    faults = {"a/500": 500, "a/503": 503, "a/cut": "cut", "a/cut-after": "cut after"}
    for name, fault in faults.items():
        proxy.faults += [fault] * 3
        proxy.seen.clear()
        (file,) = store.write({name: b"hello"})
        assert 5 == file.size and 4 == proxy.seen["PUT object"], name
    assert dict.fromkeys(faults, b"hello") == held(behind)


def test_an_object_is_served_as_what_it_is(proxy, behind):
    store = ObjectStore("s3://bucket/cohort")
    store.write({"index.html": b"<p>", "a/key.pdf": b"%PDF", "a/01.ipynb": b"{}", "a/b.svg": b"<svg/>", "a/x": b"?"})
    kinds = [store._files.info(f"{store.url}/{name}")["ContentType"] for name in ("index.html", "a/key.pdf", "a/x")]
    assert ["text/html; charset=utf-8", "application/pdf", "application/octet-stream"] == kinds


def test_objects_are_moved_aside(proxy, behind):
    store = ObjectStore("s3://bucket/cohort")
    store.write({"keys/bo/key.pdf": b"%PDF"})
    store.put_aside(["keys/bo/key.pdf"], "left")
    assert ["left/bo/key.pdf"] == names_held(behind, "cohort-keys/") and [] == names_held(behind)
    store.write({"earlier/12/keys/bo/key.pdf": b"%PDF", "workbooks/keys/workbook.html": b"<p>"})
    assert "earlier/12/bo/key.pdf" in names_held(behind, "cohort-keys/")
    assert ["workbooks/keys/workbook.html"] == names_held(behind)  # of a learner whose id is "keys"


def test_keys_have_a_prefix_of_their_own_and_the_index_links_to_them(proxy, behind, here):
    render_batch(COHORT, "s3://bucket/cohort", lessons=["1"])
    names = names_held(behind)
    assert not [name for name in names if "key" in name] and 3 == len(names_held(behind, "cohort-keys/"))
    assert b'href="../cohort-keys/ada/key.pdf"' in asked(behind, "GET", "/bucket/cohort/index.html")
    assert "s3://bucket/keys/ada/key.pdf" == ObjectStore("s3://bucket").address("keys/ada/key.pdf")


def test_an_answer_that_does_not_come_is_not_waited_for_and_meanwhile_that_is_said(proxy, behind, monkeypatch, capsys):
    monkeypatch.setattr(waiting, "EVERY", 0.3)
    proxy.faults.append("stall")
    ObjectStore("s3://bucket/cohort", read_seconds=1).write({"a": b"hello"})
    # More than two when the machine is so busy that a true answer takes a second as well.
    assert {"a": b"hello"} == held(behind) and proxy.seen["PUT object"] >= 2
    assert "s3://bucket/cohort has not answered for " in capsys.readouterr().err


def test_a_storage_that_never_answers_ends_the_batch_at_the_first_learner(proxy, monkeypatch):
    """The next one would wait as long."""
    monkeypatch.setattr(object_store, "ATTEMPTS", 2)
    monkeypatch.setattr(object_store, "FIRST_WAIT", 0)
    proxy.faults += ["stall"] * 20
    with pytest.raises(StoreError, match="tried 2 times") as caught:
        ObjectStore("s3://bucket/cohort", read_seconds=0.3).write({"a": b"hello"})
    wait_until(lambda: proxy.seen["PUT object"] >= 2)  # a busy proxy reads what is asked when the asker has given up
    assert caught.value.errno in HOPELESS and proxy.seen["PUT object"] == 2


@pytest.fixture
def silent(monkeypatch, tmp_path):
    """Lead the environment to a storage that lets everybody in and never says a word: not even “go on”."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "nobody")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(object_store, "FIRST_WAIT", 0)
    monkeypatch.setattr(object_store, "READ_SECONDS", 0.2)
    monkeypatch.setattr(waiting, "EVERY", 0.1)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        nobody.listen(64)
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        yield


def test_a_whole_command_into_a_silent_storage_says_so_and_ends(silent, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(object_store, "ATTEMPTS", 2)
    (tmp_path / "roster.csv").write_text("learner_id\nada\nbo\n")
    with pytest.raises(SystemExit) as ended:
        cli.main(["render", str(tmp_path / "roster.csv"), "--out", "s3://bucket/cohort", "--lessons", "1"])
    said = capsys.readouterr()
    assert 1 == ended.value.code and "" == said.out
    assert "s3://bucket/cohort has not answered for " in said.err
    assert said.err.endswith("s3://bucket/cohort/.probe: tried 2 times, and then: no answer\n")


def test_what_is_too_large_for_the_line_is_given_up_too(silent, monkeypatch):
    monkeypatch.setattr(object_store, "ATTEMPTS", 1)
    monkeypatch.setattr(object_store, "SLOWEST", 1e9)
    with pytest.raises(StoreError, match="s3://bucket/cohort/a: tried 1 time, and then: no answer"):
        ObjectStore("s3://bucket/cohort").write({"a": b"x" * 20_000_000})


def test_in_the_end_it_is_given_up_with_one_sentence(proxy, behind):
    proxy.faults += [500] * 5
    with pytest.raises(StoreError, match="s3://bucket/cohort/a: tried 5 times") as caught:
        ObjectStore("s3://bucket/cohort").write({"a": b"hello"})
    assert 1 == len(str(caught.value).splitlines()) and {} == held(behind)


def test_a_bucket_that_is_not_there_is_not_tried_twice(proxy):
    with pytest.raises(StoreError, match="no such bucket"):
        ObjectStore("s3://other/cohort").check()
    assert 1 == proxy.seen["PUT object"]


def test_a_cohort_comes_to_the_same_files_as_in_a_folder(proxy, behind, here, tmp_path):
    proxy.faults += [500, "cut", None, None, "cut after", 503]
    report = render_batch(COHORT, "s3://bucket/cohort/", lessons=["1"])
    render_batch(COHORT, tmp_path / "out", lessons=["1"])
    assert not report.failed and products(tmp_path / "out") == held(behind)
    # A listing, or a file in parts, is asked for with a "?".
    assert not [kind for kind in proxy.seen if "?" in kind], proxy.seen
    assert len(held(behind)) < proxy.seen["PUT object"]


def test_the_same_command_again_does_what_is_missing(proxy, behind, here):
    render_batch(COHORT, "s3://bucket/cohort", lessons=["1"])
    before = held(behind)
    asked(behind, "DELETE", "/bucket/cohort-keys/bo/key.pdf")
    asked(behind, "PUT", "/bucket/cohort/workbooks/cy/workbook.html", b"x" * len(before["workbooks/cy/workbook.html"]))
    here.told.clear()
    render_batch(COHORT, "s3://bucket/cohort", lessons=["1"])
    assert [("bo", ("pdf",)), ("cy", ("html",))] == here.told
    assert before == held(behind)


def test_a_storage_that_is_gone_stops_the_batch(proxy, here, monkeypatch):
    monkeypatch.setattr(object_store, "ATTEMPTS", 2)
    begun = here.run

    def run_until_it_is_gone(jobs, setup):
        for place, done in begun(jobs, setup):
            yield place, done
            proxy.faults += [500] * 1000

    monkeypatch.setattr(here, "run", run_until_it_is_gone)
    with pytest.raises(StoreError, match="tried 2 times"):
        render_batch(COHORT, "s3://bucket/cohort", lessons=["1"])
    assert ["ada", "bo"] == [one for one, _ in here.told]
    proxy.faults.clear()
    monkeypatch.setattr(here, "run", begun)
    here.told.clear()
    assert not render_batch(COHORT, "s3://bucket/cohort", lessons=["1"]).failed
    assert ["cy", "bo"] == [one for one, _ in here.told]


def test_a_storage_that_falls_silent_stops_the_batch(proxy, here, monkeypatch):
    begun = here.run

    def run_until_it_is_silent(jobs, setup):
        for place, done in begun(jobs, setup):
            yield place, done
            proxy.faults += ["stall"] * 1000
            setup.store.read_seconds = 0.1

    monkeypatch.setattr(here, "run", run_until_it_is_silent)
    monkeypatch.setattr(object_store, "SLOWEST", 1e6)
    monkeypatch.setattr(object_store, "ATTEMPTS", 2)
    with pytest.raises(StoreError, match="/bo/.*: tried 2 times, and then: no answer"):
        render_batch(COHORT, "s3://bucket/cohort", lessons=["1"])
    assert ["ada", "bo"] == [one for one, _ in here.told]


def test_a_worker_of_an_earlier_run_writes_nothing_any_more(proxy, behind):
    earlier, later = ObjectStore("s3://bucket/cohort"), ObjectStore("s3://bucket/cohort")
    earlier.claim()
    earlier = pickle.loads(pickle.dumps(earlier))
    later.claim()
    with pytest.raises(StoreError, match="another command"):
        earlier.write({"a": b"old"})
    later.release()
    assert {} == held(behind)


def test_each_destination_has_a_journal_of_its_own_on_this_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    places = {journal_of(url) for url in ("s3://a/b", "s3://a/b/", "s3://a-b", "s3://a/c", "gs://a/b")}
    assert 4 == len(places) and all(tmp_path in place.parents for place in places)


@pytest.mark.parametrize(
    ("url", "words"), [("s3://", "names no bucket"), ("nonsense://a/b", "not a place that can be written to")]
)
def test_an_address_that_is_none(url, words):
    with pytest.raises(InputError, match=words):
        render_batch(COHORT, url)


def test_without_the_extra_it_is_said_which_one_is_needed(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(InputError, match=r"pip install 'outsourcing-lessons\[cluster\]'"):
        ObjectStore("s3://bucket/cohort")
