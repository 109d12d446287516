"""A folder for a web space: the page under a policy of its own, and what makes an app of it."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re

import pytest

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.exports.static import folder, write_folder
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage

NAME = 'Ada "</title>" & Co'


def page(words: str = "# One") -> bytes:
    return workbook_html(Book(LearnerProfile("ada", NAME), (Chapter("first-job", "01", "One", (Passage(words),)),)))


def test_the_page_says_itself_what_it_may_fetch():
    text = folder(page())["index.html"].decode()
    policy = html.unescape(re.search(r'Policy" content="(.*?)"', text)[1])
    wanted = {
        "img-src data: 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "default-src 'none'",
        "font-src data:",
    }
    assert wanted <= set(policy.split("; ")) and "connect-src" not in policy
    (script,) = re.findall(r'<script type="module">(.*?)</script>', text, re.DOTALL)
    assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in policy
    assert script.rstrip().endswith('navigator.serviceWorker.register("worker.js");')


def test_the_manifest_names_the_workbook():
    manifest = json.loads(folder(page())["manifest.webmanifest"])
    assert NAME in manifest["name"] and len(manifest["short_name"]) <= 30
    assert ("./", "standalone") == (manifest["start_url"], manifest["display"])


def test_the_worker_has_a_new_name_for_a_new_page_and_the_same_for_the_same():
    one, again, other = folder(page()), folder(page()), folder(page("# Two"))
    assert one == again and one["worker.js"] != other["worker.js"]
    assert b"{{" not in one["worker.js"]
    listed = set(re.findall(r'"([\w.]+\.\w+)"', re.search(rb"FILES = \[(.*?)\]", one["worker.js"])[1].decode()))
    assert listed == set(one) - {"worker.js"}


def test_a_page_that_was_changed_is_refused():
    with pytest.raises(InputError, match="changed since"):
        folder(page().replace(b"</script>", b"\nalert(1)</script>"))


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty"):
        write_folder(tmp_path, {"a": b"1"})
    write_folder(tmp_path, {"a": b"1"}, force=True)
    assert {"mine.txt", "a"} == {path.name for path in tmp_path.iterdir()}
    with pytest.raises(InputError, match="is a file"):
        write_folder(tmp_path / "a", {"b": b"1"}, force=True)
