"""Archives, feedback files, the print run and the table for mail merge: whole, alike every time, and made once."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from types import MappingProxyType, SimpleNamespace

import pikepdf
import pytest

from outsourcing_lessons.brand import Brand
from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import disk_space, pool
from outsourcing_lessons.render.deliver import deliver, print_run
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render.look import Look
from outsourcing_lessons.render.plan import Job, Source
from outsourcing_lessons.roster.person import Person
from tests.render import quick
from tests.render.batches import render_batch
from tests.render.conftest import mounted, products, tree

ADA, BO, CY = (LearnerProfile(one, one.title(), seed=7) for one in ("ada", "bo", "cy"))
PEOPLE = {
    "ada": Person("ada@example.org", "11", extra={"department": "Sales"}),
    "bo": Person("=cmd()", "12"),
    "cy": Person("", "13"),
}
PAGES = {"ada": 3, "bo": 2, "cy": 1}


def a_pdf(pages: int, name: str) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for number in range(pages):
            page = pdf.add_blank_page(page_size=(595, 842))
            page.Contents = pdf.make_stream(f"% {name} {number}".encode())
            page.StructParents, page.Annots = number, pikepdf.Array()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def packed(jobs, work, prepare, given, workers):
    """Do what one worker would in this process, which needs no start."""
    if workers > 1:
        yield from pool.run(jobs, work, prepare, given, workers)
        return
    prepare(given)
    yield from enumerate(map(work, jobs))


@pytest.fixture
def render(here, monkeypatch, tmp_path):
    """Render into one folder: (report, ids of those who were rendered)."""
    monkeypatch.setattr(deliver, "pool", SimpleNamespace(run=packed, Died=pool.Died))
    before = quick.contents_of

    def contents(job):
        printed = f"workbooks/{job.folder}/{job.own.stem}.pdf"
        made = before(job)
        return made | {name: a_pdf(PAGES[job.profile.learner_id], name) for name in made if name == printed}

    monkeypatch.setattr(quick, "contents_of", contents)

    def render(learners=(ADA, BO, CY), wanted=MappingProxyType({}), **options):
        here.told.clear()
        usual = {"lessons": ["1"], "people": PEOPLE, "workers": 1}
        report = render_batch(learners, tmp_path / "out", **(usual | wanted | options))
        return report, [learner_id for learner_id, _ in here.told]

    return render


def rows_of(folder) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "delivery.csv").read_text("utf-8-sig"))))


def test_each_learner_gets_an_archive_without_the_key(render, tmp_path):
    render(wanted={"archives": True})
    assert ["zips/ada.zip", "zips/bo.zip", "zips/cy.zip"] == [
        name for name in tree(tmp_path / "out") if name.startswith("zips/")
    ]
    with zipfile.ZipFile(tmp_path / "out/zips/ada.zip") as archive:
        own = tree(tmp_path / "out/workbooks/ada")
        assert own == {name: archive.read(name) for name in archive.namelist()}
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


def test_the_index_names_the_archives_where_there_are_any(render, tmp_path):
    index = tmp_path / "out/index.html"
    render()
    assert "zips" not in index.read_text("utf-8")
    render(wanted={"archives": True})
    assert "or the archives in <code>zips</code>." in index.read_text("utf-8")


def test_deliveries_are_made_once_and_alike(render, tmp_path):
    wanted = {"archives": True, "moodle": True, "print_run": True}
    render(wanted=wanted, workers=2)
    before = {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in tree(tmp_path / "out") if "zip" in name}
    first = products(tmp_path / "out")
    render(wanted=wanted)
    assert before == {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in before}
    assert first == products(tmp_path / "out")
    render(wanted=wanted, fresh=True)
    assert first == products(tmp_path / "out")


def test_a_changed_row_has_its_own_archive_made_again_and_no_other(render, tmp_path):
    render(wanted={"archives": True})
    before = {one: (tmp_path / f"out/zips/{one}.zip").stat().st_mtime_ns for one in ("ada", "bo", "cy")}
    changed = LearnerProfile("bo", "Bo", seed=8)
    render([ADA, changed, CY], wanted={"archives": True})
    after = {one: (tmp_path / f"out/zips/{one}.zip").stat().st_mtime_ns for one in ("ada", "bo", "cy")}
    assert [False, True, False] == [before[one] != after[one] for one in before]


def test_an_archive_that_was_altered_or_lost_is_made_again(render, tmp_path):
    render(wanted={"archives": True})
    before = products(tmp_path / "out")
    (tmp_path / "out/zips/ada.zip").write_bytes(b"altered")
    (tmp_path / "out/zips/bo.zip").unlink()
    render(wanted={"archives": True})
    assert before == products(tmp_path / "out")


def test_files_are_named_after_the_pattern_and_archives_are_told_apart(render, tmp_path):
    twins = [ADA, LearnerProfile("bo", "ada", seed=1)]
    names = {"archives": True, "name": "{learner} - {department}"}
    render(twins, people=dict.fromkeys(("ada", "bo"), PEOPLE["ada"]), wanted=names)
    found = tree(tmp_path / "out")
    assert {"workbooks/ada/Ada - Sales.html", "workbooks/bo/ada - Sales.pdf", "keys/ada/key.pdf"} <= set(found)
    assert {"zips/Ada - Sales (ada).zip", "zips/ada - Sales (bo).zip"} <= set(found)


def test_an_unknown_field_in_the_pattern_is_refused_before_anything_is_written(render, tmp_path):
    with pytest.raises(InputError, match=r"--name: there is no field \{leaner\}.*did you mean \{learner\}"):
        render(wanted={"name": "{leaner}"})
    assert not (tmp_path / "out").exists()


def test_the_table_for_mail_merge_is_safe_in_a_spreadsheet(render, tmp_path):
    render(wanted={"archives": True, "base_url": "https://example.org/a%20b/", "name": "{learner} & Co"})
    assert {"file": "zips/Ada & Co.zip", "link": "https://example.org/a%20b/zips/Ada%20%26%20Co.zip"}.items() <= (
        rows_of(tmp_path / "out")[0].items()
    )
    assert ["ada@example.org", "'=cmd()", ""] == [row["email"] for row in rows_of(tmp_path / "out")]


def test_other_columns_of_the_roster_are_in_the_table_for_mail_merge(render, tmp_path):
    people = {"ada": PEOPLE["ada"], "bo": Person(extra={"link": "mine", "=sum": "=1"})}
    render(people=people)
    ada, bo, cy = rows_of(tmp_path / "out")
    assert ("Sales", "", "") == tuple(row["department"] for row in (ada, bo, cy))
    assert ("", "mine", "'=1") == (bo["link"], bo["link (roster)"], bo["'=sum"])


ROOM = {"archives": "--zip", "moodle": "--moodle", "print_run": "--print-run"}


@pytest.mark.parametrize("wanted", ROOM)
def test_room_is_looked_for_what_is_made_of_workbooks_too(render, tmp_path, monkeypatch, wanted):
    def of(number: float) -> None:
        monkeypatch.setattr(Store, "free", lambda store: number)

    of(3 * 620_000)  # enough for the pages and PDFs of a small lesson
    monkeypatch.setattr(disk_space, "BOUND", disk_space.Size(900_000, 0))
    render(formats=["html", "pdf"])
    of(0)
    with pytest.raises(InputError, match=f"the files of 3 learners need .* without {ROOM[wanted]}$"):
        render(formats=["html", "pdf"], wanted={wanted: True})
    of(10_000_000)
    render(formats=["html", "pdf"], wanted={wanted: True})
    of(0)
    assert not render(formats=["html", "pdf"], wanted={wanted: True})[0].stopped


def test_a_disk_with_room_for_the_pages_and_none_for_their_archives_is_left_alone(render, tmp_path):
    with mounted(tmp_path / "out", "size=1900k"):
        with pytest.raises(InputError, match="the files of 3 learners need about 2.9 MB"):
            render(formats=["html"], wanted={"archives": True})
        assert not [name for name in tree(tmp_path / "out") if name.startswith("workbooks")]
        report, _ = render(formats=["html"])
        assert 3 == report.whole


def test_the_estimate_is_what_one_lesson_of_the_course_takes_with_archives():
    """Measured: a page of 852 kB and an archive of 360 kB for each of three, which a disk of 3 MB does not hold."""
    source = Source("one", "01", "One", "01.ipynb", "x" * 425_606)
    jobs = [Job(one, ("html",)) for one in (ADA, BO, CY)]
    estimate = disk_space.SURELY * disk_space.needed(disk_space.Due(jobs, jobs), [source])
    assert 3 * 2**20 < estimate < 3 * (852e3 + 360e3)


def test_without_archives_the_page_is_what_is_sent(render, tmp_path):
    render()
    assert "workbooks/ada/workbook.html" == rows_of(tmp_path / "out")[0]["file"]
    render(formats=["pdf"])
    assert ["workbooks/ada/workbook.pdf", ""] == [rows_of(tmp_path / "out")[0][name] for name in ("file", "link")]


def test_who_failed_is_in_no_delivery(render, tmp_path):
    report, _ = render([ADA, LearnerProfile("bo", "timeout")], wanted={"archives": True, "print_run": True})
    assert ["ada"] == [row["learner_id"] for row in rows_of(tmp_path / "out")]
    assert "1 book in the order" in " ".join(report.said)


def as_moodle_reads(path: str, least: int) -> tuple[int, str] | None:
    """Find participant and file name in a path, by the rule of Moodle's importer of feedback files.

    A part is taken for a learner's if it has at least so many pieces: five before Moodle 4.1, and four since.
    """
    parts = path.split("/")
    while parts:
        info = parts.pop(0).split("_", 4)
        if len(info) >= least and info[1].isdigit() and info[2:4] == ["assignfeedback", "file"]:
            return int(info[1]), "/".join([*filter(None, info[4:]), *parts])
    return None


@pytest.mark.parametrize("least", [4, 5])
def test_moodle_finds_the_participant_and_the_file_in_each_path(render, tmp_path, least):
    odd = LearnerProfile("bo", "Bo_99_assignfeedback_file_x / y", seed=7)
    render([ADA, odd], wanted={"moodle": True})
    with zipfile.ZipFile(tmp_path / "out/moodle-feedback.zip") as archive:
        found = [as_moodle_reads(name, least) for name in archive.namelist()]
    assert {(11, "workbook.html"), (12, "workbook.html"), (11, "workbook.pdf")} <= set(found)
    assert {11, 12} == {participant for participant, _ in found}


def test_without_numbers_of_participants_nothing_is_made_for_moodle(render, tmp_path):
    with pytest.raises(InputError, match="Missing for: cy"):
        render(people={one: PEOPLE[one] for one in ("ada", "bo")}, wanted={"moodle": True})
    assert not (tmp_path / "out").exists()


def test_each_book_of_the_print_run_begins_on_a_right_page_in_the_order_of_the_roster(render, tmp_path):
    render([CY, ADA, BO], wanted={"print_run": True})
    with pikepdf.open(tmp_path / "out/print-run.pdf") as run_:
        words = [page.Contents.read_bytes().decode() if "/Contents" in page else "" for page in run_.pages]
        begins = [place for place, text in enumerate(words) if text.endswith(" 0")]
        assert [0, 2, 6] == begins and 8 == len(words)
        assert ["workbooks/cy", "workbooks/ada", "workbooks/bo"] == [
            words[place].split()[1].rpartition("/")[0] for place in begins
        ]
        assert not [name for page in run_.pages for name in print_run.SCREEN_ONLY if name in page]
        with run_.open_outline() as outline:
            assert ["Cy", "Ada", "Bo"] == [str(item.title) for item in outline.root]


def test_a_large_print_run_has_several_files(render, tmp_path, monkeypatch):
    monkeypatch.setattr(print_run, "MOST_BOOKS", 2)
    report, _ = render(wanted={"print_run": True})
    assert {"print-run-1.pdf", "print-run-2.pdf"} <= set(tree(tmp_path / "out"))
    monkeypatch.setattr(print_run, "MOST_BOOKS", 3)
    report, _ = render(wanted={"print_run": True})
    assert () == report.left_in_words and {"left/print-run-1.pdf", "left/print-run-2.pdf"} <= set(
        tree(tmp_path / "out")
    )
    assert "because the files made now have other names: print-run-1.pdf, print-run-2.pdf" in report.said[-1]


def test_under_another_name_the_old_files_are_moved_away_and_never_sent_with_the_new(render, tmp_path):
    render(wanted={"name": "{learner} - March", "archives": True})
    report, _ = render(wanted={"name": "{learner} - April", "archives": True})
    now = tree(tmp_path / "out")
    assert [] == [path for path in now if "March" in path and not path.startswith("left/")]
    assert {"left/zips/Ada - March.zip", "left/workbooks/ada/Ada - March.pdf", "zips/Ada - April.zip"} <= set(now)
    assert {} == report.left and "Ada - March.html" in report.said[-1] and report.said[-1].endswith(" and 4 more")
    assert "moved" not in " ".join(render(wanted={"name": "{learner} - April", "archives": True})[0].said)


def test_what_is_not_made_now_is_left_where_it_is_and_so_is_what_cannot_be_moved(render, tmp_path, monkeypatch):
    render(wanted={"name": "{learner} - March", "archives": True})

    def is_open(*_):
        raise StoreError("zips/Ada - March.zip is open")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put_aside", is_open)
        report, _ = render(wanted={"name": "{learner} - April"})
    assert ("workbooks/ada/Ada - March.html", "workbooks/ada/Ada - March.pdf", "zips/Ada - March.zip") == report.left[
        "ada"
    ]
    report, _ = render(wanted={"name": "{learner} - April"})
    assert ("zips/Ada - March.zip",) == report.left["ada"]


def test_a_print_run_that_is_not_made_any_more_is_named_as_a_file_and_not_as_a_learner(render, tmp_path):
    render(wanted={"print_run": True, "moodle": True})
    report, _ = render([ADA, BO], wanted={"moodle": True})
    assert ("cy", "print-run.pdf") == report.left_in_words
    data = json.loads((tmp_path / "out/report.json").read_bytes())
    assert {"learner_id": None, "files": ["print-run.pdf"]} in data["left"]
    assert "all learners" not in (tmp_path / "out/index.html").read_text("utf-8")
    report, _ = render([ADA, BO], wanted={"moodle": True}, prune=True)
    assert "moved to left/, because they are no longer in the roster: cy" in report.said
    assert "moved to left/, because this command does not make them: print-run.pdf" in report.said
    assert not report.left and (tmp_path / "out/left/print-run.pdf").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"wanted": {"print_run": True}, "formats": ["html"]}, "--print-run needs the PDFs"),
        ({"wanted": {"print_run": True, "only": ("ada",)}}, "leave out --only"),
        ({"wanted": {"base_url": "example.org"}}, "base-url is 'example.org'"),
        ({"wanted": {"base_url": "https://["}}, "base-url"),
        ({"wanted": {"base_url": "https://example.org/my cohort"}}, "without spaces: write %20"),
        ({"wanted": {"base_url": "https://example.org/a\nb"}}, "base-url"),
        ({"wanted": {"base_url": "ftp://example.org"}}, "base-url"),
        ({"wanted": {"name": "{learner"}}, r"--name: the brace in '\{learner' is not closed; .* twice, \{\{$"),
        ({"wanted": {"name": "learner} x"}}, r"--name: the brace in 'learner\}' closes nothing; .* twice, \}\}$"),
        (
            {"look": Look(brand=Brand(letter="Dear {learner},\n\nthis {is"))},
            r"letter: line 3, the brace in '\{is' is not",
        ),
        ({"wanted": {"only": ("adda",)}}, r"no learner of the roster has the id 'adda' \(did you mean ada\?\)"),
    ],
)
def test_what_cannot_be_had_is_refused_before_anything_is_written(render, tmp_path, options, words):
    with pytest.raises(InputError, match=words):
        render(**options)
    assert not (tmp_path / "out").exists()


def test_only_one_learner_is_made_and_the_others_come_with_the_next_command(render, tmp_path):
    report, told = render(wanted={"only": ("bo",)})
    assert (["bo"], 1, 2, ()) == (told, report.whole, report.waiting, report.failed)
    assert ["bo"] == [row["learner_id"] for row in rows_of(tmp_path / "out")]
    assert (["ada", "cy"], 3) == ((after := render())[1], after[0].whole)


def test_lessons_of_ones_own(render, here, tmp_path):
    from outsourcing_lessons.lessons.courses import chosen

    first, second = [lesson.slug for lesson in chosen().lessons][:2]
    people = {"bo": Person(lessons=(second,))}
    report, _ = render(people=people, lessons=[first], formats=["ipynb"])
    found = [name.rpartition("/")[2] for name in tree(tmp_path / "out") if name.endswith(".ipynb")]
    names = {lesson.slug: lesson.notebook for lesson in chosen().lessons}
    assert [names[first], names[second], names[first]] == found
    assert ["ada"] == render(people=people | {"ada": Person(lessons=(first, second))}, lessons=[first],
                             formats=["ipynb"])[1]  # fmt: skip


def test_paper_and_margins_have_pdfs_made_again_and_nothing_else(render, here):
    render()
    for look in (Look("letter"), Look("letter", duplex=True)):
        render(look=look)
        assert {("pdf",)} == {formats for _, formats in here.told}


def test_what_is_interrupted_while_it_is_packed_is_reported_and_goes_on(render, tmp_path, monkeypatch):
    wanted = {"archives": True, "print_run": True}
    render([ADA], wanted=wanted)
    undisturbed = products(tmp_path / "out")
    os.remove(tmp_path / "out/print-run.pdf")

    def interrupted(store, volume, into):
        into.write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt) as asked:
        patch.setattr(print_run, "bound", interrupted)
        render([ADA], wanted=wanted)
    assert "Ctrl-C" in asked.value.report.stopped and not [name for name in tree(tmp_path / "out") if "part" in name]
    render([ADA], wanted=wanted)
    assert undisturbed == products(tmp_path / "out")


def test_a_disk_that_is_full_when_it_comes_to_packing_is_said_and_the_report_is_written(render, tmp_path, monkeypatch):
    def full(store, name, make):
        raise StoreError(f"{name} could not be written: the disk is full")

    monkeypatch.setattr(Store, "large", full)
    report, _ = render(wanted={"print_run": True})
    assert "print-run.pdf could not be written: the disk is full" == report.stopped
    assert report.stopped == json.loads((tmp_path / "out/report.json").read_bytes())["stopped"]


@pytest.mark.parametrize("name", ["zips/ada.zip", "print-run.pdf"])
def test_what_a_killed_run_left_half_packed_is_swept_away(render, tmp_path, name):
    wanted = {"archives": True, "print_run": True}
    render([ADA], wanted=wanted)
    place = tmp_path / "out" / name
    half = place.with_name(f".{place.name}.12345.part")
    half.write_bytes(b"half")
    render([ADA], wanted=wanted)
    assert not half.exists()
