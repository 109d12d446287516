"""The instructor's page and the report for programs."""

from __future__ import annotations

import json

import pytest

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.cohort import Cohort
from outsourcing_lessons.render.deliver.wanted import EVERYTHING
from outsourcing_lessons.render.plan import Own, Source, formats_of, keep_keys_back
from outsourcing_lessons.render.report import Report, pages_of, report_json
from outsourcing_lessons.render.storage import StoredFile
from outsourcing_lessons.render.worker import Done
from outsourcing_lessons.roster import Fault, Roster

LESSON = Source("small", "01", "Small & <neat>", "small.ipynb", "{}")
ADA = LearnerProfile("ada", "</script><b>Ada</b>")
BO = LearnerProfile("bo", "فريد")
FILE = StoredFile("workbooks/ada/workbook.html", "0" * 64, 7)
KEY = StoredFile("keys/ada/key.pdf", "1" * 64, 8)


def index_html(report: Report) -> bytes:
    return pages_of(report)["index.html"]


def a_report(**changes) -> Report:
    rows = ((ADA, Done("ada", files=(FILE, KEY))), (BO, Done("bo", "cell error", "x.ipynb: a cell <failed>")))
    return Report(
        **(
            {"sources": (LESSON,), "formats": ("html",), "rows": rows, "skipped": (Fault(4, "seed", "<x>", "no"),)}
            | changes
        )
    )


def test_the_page_escapes_links_and_says_states_in_words():
    page = index_html(a_report()).decode()
    assert "<b>Ada</b>" not in page and "&lt;b&gt;Ada&lt;/b&gt;" in page and "a cell &lt;failed&gt;" in page
    assert 'href="workbooks/ada/workbook.html"' in page and 'href="keys/ada/key.pdf"' in page
    assert "failed: a cell of the lesson ended in an error" in page and "1 of 2 did not get everything" in page
    assert "row 4, seed" in page and "Small &amp; &lt;neat&gt;" in page


def test_a_batch_without_trouble_says_nothing_of_it():
    assert (
        "What needs your attention"
        not in index_html(a_report(rows=((ADA, Done("ada", files=(FILE,))),), skipped=())).decode()
    )


def test_the_report_for_programs():
    data = json.loads(report_json(a_report()))
    assert [("ada", "done", None), ("bo", "failed", "cell error")] == [
        (r["learner_id"], r["state"], r["reason"]) for r in data["learners"]
    ]
    assert [{"path": FILE.path, "sha256": FILE.sha256, "size": 7}] == data["learners"][0]["files"][:1]
    assert [4] == [fault["row"] for fault in data["skipped"]]


def test_formats_come_in_one_order_each_once():
    assert ("html", "pdf") == formats_of(["PDF", "html ", "pdf"])


def test_jobs_are_in_the_order_of_the_roster_and_know_what_cannot_be_drawn():
    cohort = Cohort(Roster((BO, ADA)), ("pdf",), EVERYTHING, {"bo": Own(), "ada": Own()})
    jobs = cohort.jobs({"bo": "x"}, sharded=False)
    assert [("bo", "x"), ("ada", "")] == [(job.profile.learner_id, job.missing_glyphs) for job in jobs]


def many(count: int) -> tuple:
    files = [f"notebooks/{number:02}_a_lesson_with_a_name.ipynb" for number in range(6)] + [
        "workbook.html",
        "workbook.pdf",
    ]
    for number in range(count):
        learner_id = f"employee-{number:05}"
        paths = [f"keys/{learner_id}/key.pdf", *(f"workbooks/{learner_id}/{file}" for file in files)]
        reason = "timeout" if number == count - 1 else ""
        done = Done(learner_id, reason, "it took too long", tuple(StoredFile(path, "0" * 64, 1) for path in paths))
        yield LearnerProfile(learner_id, f"Jo Nr {number}"), done


def test_five_hundred_learners_are_one_page():
    (page,) = pages_of(a_report(rows=tuple(many(500)), skipped=())).values()
    assert 500 == page.count(b'<th scope="row">') and len(page) < 600_000


def test_the_first_of_many_pages_finds_everybody_and_stays_small():
    """Of the other pages those nearby and the outermost are linked."""
    people = [LearnerProfile(f"employee-{number:05}", f"Jo Nr {number}") for number in range(26_000)]
    pages = pages_of(a_report(rows=tuple((one, Done(one.learner_id)) for one in people), skipped=()))
    middle = pages["index-20.html"].decode()
    linked = [name for name in pages if f'href="{name}"' in middle]
    assert ["index.html", *(f"index-{n}.html" for n in range(15, 26)), "index-52.html"] == linked
    assert 52 == len(pages) and len(pages["index.html"]) < 2_100_000
    assert 'employee-25999","Jo Nr 25999' in pages["index.html"].decode()
    assert "employee-25999" not in pages["index-2.html"].decode().replace("employee-25500 to employee-25999", "")


def test_more_learners_are_several_pages_and_what_needs_the_instructor_is_on_the_first():
    pages = pages_of(a_report(rows=tuple(many(1100)), skipped=()))
    assert ["index.html", "index-2.html", "index-3.html"] == list(pages)
    assert [500, 500, 100] == [page.count(b'<th scope="row">') for page in pages.values()]
    first, _, last = (page.decode() for page in pages.values())
    assert 'employee-01099): <bdi dir="ltr">it took too long' in first and "What needs your attention" not in last
    assert all(f'href="{name}"' in page.decode() for name in pages for page in pages.values())
    assert "employee-01000 to employee-01099" in first and 1 == last.count('aria-current="page"')


def test_no_workbook_is_of_the_edition_with_keys():
    with pytest.raises(InputError, match="bo: edition is 'key'"):
        keep_keys_back([ADA, LearnerProfile("bo", edition="key")])
    keep_keys_back([ADA, LearnerProfile("bo", edition="print")])
