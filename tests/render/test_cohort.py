"""A cohort through the real lesson: what lies where, that it is each learner's own, and the same again."""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import shutil
import subprocess

import nbformat
import pikepdf
import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import InputError, UnknownNameError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.notes import is_note
from outsourcing_lessons.render.batch_setup import VARIABLE
from outsourcing_lessons.render.cohort import cohort_of, slugs_of
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.roster import Roster
from tests.render.batches import render_batch
from tests.render.conftest import ADA, FARID, HOSTILE, products, tree
from tests.render.machines import Machines

NOTEBOOK = "notebooks/01_first_number.ipynb"
OF_A_LEARNER = [
    "keys/{}/key.pdf",
    "workbooks/{}/" + NOTEBOOK,
    "workbooks/{}/workbook.html",
    "workbooks/{}/workbook.pdf",
]


def words_of(pdf: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: apt install poppler-utils")
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_learners_are_asked_for_as_the_roster_folds_ids():
    roster = Roster((LearnerProfile("key1"), LearnerProfile("ada-okafor"), LearnerProfile("bo")))
    found = cohort_of(roster, Wanted(only=("KEY1", "Ada.Okafor")))
    assert ["key1", "ada-okafor"] == [job.profile.learner_id for job in found.due(found.jobs({}, False))]
    with pytest.raises(InputError, match="no learner of the roster has the id 'KEY2'.*did you mean key1"):
        cohort_of(roster, Wanted(only=("bo", "KEY2")))


def test_the_tree_is_as_promised(cohort):
    own = [place.format(learner) for place in OF_A_LEARNER for learner in ("ada", "farid")]
    assert sorted(["delivery.csv", "index.html", "journal.sqlite", "report.json", *own]) == sorted(tree(cohort))


def test_the_report_names_each_file_with_size_and_hash(cohort):
    report = json.loads((cohort / "report.json").read_text("utf-8"))
    assert ["done", "done"] == [learner["state"] for learner in report["learners"]]
    assert [HOSTILE, FARID.learner] == [learner["learner"] for learner in report["learners"]]
    for file in (file for learner in report["learners"] for file in learner["files"]):
        content = (cohort / file["path"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (file["sha256"], file["size"])


def test_the_same_row_gives_identical_bytes_in_another_cohort_by_another_engine_and_number_of_workers(
    cohort, tmp_path, monkeypatch, full
):
    monkeypatch.setenv(VARIABLE, "stock")
    formats = ["html", "ipynb", *["pdf"] * full]  # what is printed comes of the same notebook
    render_batch([FARID], tmp_path / "again", workers=2, lessons=["first-number"], formats=formats)
    again = tree(tmp_path / "again")
    own = [place.format("farid") for place in OF_A_LEARNER if full or not place.endswith(".pdf")]
    assert {place: tree(cohort)[place] for place in own} == {place: again[place] for place in own}


@pytest.mark.full  # tests/render/test_cluster.py does so with a smaller lesson
def test_a_cluster_gives_identical_bytes(cohort, tmp_path):
    with Machines(tmp_path) as machines:
        machines.worker()
        machines.wait_for_workers(1)
        render_batch([ADA, FARID], tmp_path / "out", lessons=["1"], formats=["html"], scheduler=machines.address)
    own = [f"workbooks/{learner}/workbook.html" for learner in ("ada", "farid")]
    made = products(tmp_path / "out")
    assert {place: tree(cohort)[place] for place in own} == {place: made[place] for place in own}


@pytest.mark.full  # of one learner and lesson it is seen above
def test_neither_the_engine_nor_the_number_of_jobs_makes_a_difference(tmp_path, monkeypatch):
    trades = 3 * [*COURSE.trades]
    cohort = [ADA, FARID, *(LearnerProfile(f"no-{n}", f"No {n}", trades[n], seed=n) for n in range(2, 6))]
    trees = []
    for engine, workers in (("stock", 2), ("forked", 1), ("forked", 2)):
        monkeypatch.setenv(VARIABLE, engine)
        render_batch(cohort, tmp_path / f"{engine}-{workers}", workers=workers)
        trees.append(products(tmp_path / f"{engine}-{workers}"))
    assert all(trees[0] == other for other in trees[1:]) and len(trees[0]) >= 2 + 2 * len(cohort)


def test_two_learners_have_different_workbooks(cohort):
    ada, farid = (tree(cohort / "workbooks" / learner) for learner in ("ada", "farid"))
    assert ada.keys() == farid.keys()
    data = [json.loads(re.search(rb'id="data">(.*?)</script>', one["workbook.html"])[1]) for one in (ada, farid)]
    variants = [
        {b["id"]: b["item"]["variant"] for b in one["lessons"]["first-number"] if b["kind"] == "ask"} for one in data
    ]
    assert variants[0].keys() == variants[1].keys()
    assert all(variants[0][item] != variants[1][item] for item in variants[0] if "meet" in item)
    assert b"bakery" in ada["workbook.html"] and b"\xc2\xa3" in ada["workbook.html"]


EMBEDDED = re.compile(r"url\(data:font/woff2;base64,[A-Za-z0-9+/=]+\)")  # typefaces, whose letters may spell anything


def test_nothing_of_this_machine_or_day_is_in_a_workbook(cohort):
    for name, content in tree(cohort).items():
        if name.endswith((".html", ".json", ".ipynb")):
            text = EMBEDDED.sub("", content.decode())
            leaks = r"/tmp/|/home/|/roo[t]/|0x[0-9a-f]{9,}|papermill|widget-view|20\d\d-\d\d-\d\dT"
            assert not re.search(leaks, text), name


def test_the_notebook_is_clean_and_the_learners_own(cohort):
    nb = nbformat.read(cohort / "workbooks/ada" / NOTEBOOK, as_version=4)
    nbformat.validate(nb)
    (injected,) = (cell for cell in nb.cells if "injected-parameters" in cell.metadata.tags)
    assert "injected-parameters" == injected.id
    own = {}
    exec(injected.source, own)
    assert (HOSTILE, "bakery", 7) == (own["learner"], own["business"], own["seed"])
    original = nbformat.read(COURSE.notebook_of(COURSE.lesson("first-number")), as_version=4)
    learners = [cell.id for cell in original.cells if not is_note(cell)]
    assert learners == [cell.id for cell in nb.cells if cell is not injected]


def test_a_hostile_name_is_plain_text_in_the_page(cohort):
    for page in ("index.html", "workbooks/ada/workbook.html"):
        text = (cohort / page).read_text("utf-8")
        assert "<img" not in text and "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;" in text
    assert 2 == (cohort / "workbooks/ada/workbook.html").read_text("utf-8").count("</script>")


def test_the_page_is_small_and_points_nowhere(cohort):
    text = (cohort / "workbooks/farid/workbook.html").read_text("utf-8")
    assert len(text.encode()) < 3_000_000
    text = EMBEDDED.sub("", text)
    assert not re.search(r"""(src|srcset|action|data)\s*=\s*["']?(https?:)?//|@import|url\((?!#)""", text)
    policy = html.unescape(re.search(r'Content-Security-Policy" content="(.*?)"', text)[1])
    assert policy.startswith("default-src 'none'; script-src 'sha256-") and "unsafe-eval" not in policy


@pytest.mark.parametrize("place", ["workbooks/ada/workbook.pdf", "keys/ada/key.pdf"])
def test_pdfs_are_tagged_titled_and_hold_the_name_as_text(cohort, place):
    content = (cohort / place).read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked and "en" == str(pdf.Root.Lang)
        assert HOSTILE in str(pdf.open_metadata().get("dc:title"))
        assert "1" == pdf.open_metadata().get("pdfuaid:part")
    assert "img src=x onerror=alert(1)" in " ".join(words_of(content).split())


def test_the_printed_workbook_asks_before_it_tells(cohort):
    words = " ".join(words_of((cohort / "workbooks/ada/workbook.pdf").read_bytes()).split())
    assert words.rindex("My best guess") < words.rindex("After you have predicted")
    assert "Right: " not in words


def test_keys_differ_and_lie_apart(cohort):
    keys = [words_of((cohort / f"keys/{learner}/key.pdf").read_bytes()) for learner in ("ada", "farid")]
    assert keys[0] != keys[1] and all("Key for the instructor" in key for key in keys)
    assert not list((cohort / "workbooks").rglob("*key*"))


def test_lessons_may_be_given_from_one_number_to_another():
    assert slugs_of(["01-02"]) == slugs_of(["1 – 2"]) == slugs_of(["01", "02"]) and slugs_of(["02-02"]) == slugs_of(
        ["2"]
    )
    with pytest.raises(UnknownNameError):
        slugs_of(["07-09"])
