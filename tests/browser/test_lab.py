"""A course in real JupyterLab: a sitting, the day after, a power cut; and answers as a file."""

from __future__ import annotations

import json
import re
import shutil
import urllib.error
import urllib.parse
import urllib.request
from urllib.parse import urlsplit

import pytest
from asking_for_a_raise import COURSE
from axe import assert_no_axe_violations
from lab_server import LAPTOP, TOKEN, LabServer, open_lesson
from lab_sitting import ASKED, Sitting
from start_page_sitting import DONE, GIVEN, HOME, SITTING, START, STORY, answered

from outsourcing_lessons.lab.learner_copy import give
from outsourcing_lessons.progress.archive import exported, progress_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory):
    server = LabServer(tmp_path_factory.mktemp("lab"))
    for name in (QUIET, "other ä", "reset", "aside", GIVEN):
        give(COURSE.notebooks, server.course / name)
    shutil.copytree(COURSE.notebooks, server.course / SITTING)
    for name in (QUIET, "reset", "aside", GIVEN, SITTING):
        answered(server.course / name, DONE)
    with server.running():
        yield server


@pytest.fixture
def server(jupyterlab):
    """It, running: a test may have killed it."""
    if jupyterlab.process.poll() is not None:
        jupyterlab.start()
    return jupyterlab


def ask(server, address, data=None, content_type="application/json", method=None):
    """Return the status and the body of what the server answers to its owner."""
    headers = {"Authorization": f"token {TOKEN}", "Content-Type": content_type}
    request = urllib.request.Request(f"{server.address}/{address}", data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def post(server, folder="", **fields):
    """Send a form of the page of answers; a field of bytes is a file."""
    rows = []
    for name, value in fields.items():
        file = '; filename="f.json"' if isinstance(value, bytes) else ""
        rows.append(f'--edge\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode())
        rows.append((value if isinstance(value, bytes) else value.encode()) + b"\r\n")
    body = b"".join([*rows, b"--edge--\r\n"])
    address = f"outsourcing-lessons/answers?folder={folder}"
    return ask(server, address, body, "multipart/form-data; boundary=edge")


# ---- Answers as a file, without a browser ---------------------------------------------------------------------------


QUIET, ELSEWHERE = "quiet", urllib.parse.quote("other ä")


def state_in(server, path):
    status, body = ask(server, f"api/contents/{path}?content=1")
    assert status == 200
    return body.decode()


def test_all_answers_are_saved_as_one_file_and_brought_in_elsewhere(server):
    status, file = ask(server, f"outsourcing-lessons/answers?folder={QUIET}&save=1")
    assert (status, file) == (200, exported(progress_of(server.course / QUIET)))
    status, page = post(server, ELSEWHERE, action="import", file=file)
    assert status == 200 and f"{len(DONE)} answers and 0 entries are new" in page.decode()
    assert f"2 of {ASKED}" in state_in(server, f"{ELSEWHERE}/{START.notebook}")


def test_looking_at_the_start_page_makes_no_file_for_answers(server):
    give(COURSE.notebooks, server.course / "new")
    assert "0 of" in state_in(server, f"new/{START.notebook}")
    assert [path.name for path in (server.course / "new").iterdir() if "sqlite" in path.name] == []


def test_the_one_file_to_hand_in_has_the_learners_name_and_all_answers(server):
    refused = post(server, QUIET, action="hand-in", learner=" ")[1].decode()
    assert "type your name first" in refused
    _, page = post(server, QUIET, action="hand-in", learner="Zoë <Müller>")
    (made,) = (server.course / QUIET).glob("*answers*.json")
    assert made.name.startswith("Zoë Müller - answers ") and made.name in page.decode()
    content = json.loads(made.read_text(encoding="utf-8"))
    assert ("Zoë <Müller>", "guest") == (content["learner"], content["learner_id"])
    assert 2 == len(content["lessons"][START.slug]["attempts"])
    (address,) = re.findall(r'href="/(files/[^"?]+\?download=1)"', page.decode())
    assert (200, made.read_bytes()) == ask(server, address)


def test_a_damaged_or_foreign_file_is_refused_with_a_sentence(server):
    before = exported(progress_of(server.course / QUIET))
    status, page = post(server, QUIET, action="import", file=b"<script>alert(1)</script>")
    assert status == 400 and "Nothing was changed: “f.json” is damaged" in page.decode() and b"<script" not in page
    assert exported(progress_of(server.course / QUIET)) == before


def test_a_damaged_progress_file_is_set_aside_and_said(server):
    """The page opens all the same, and so does the start page."""
    give(COURSE.notebooks, server.course / "damaged")
    progress_of(server.course / "damaged").path.write_bytes(b"no database" * 999)
    status, page = ask(server, "outsourcing-lessons/answers?folder=damaged&save=1")
    assert status == 200 and "was damaged. It is set aside as" in page.decode()
    progress_of(server.course / "damaged").path.write_bytes(b"no database" * 999)
    state = state_in(server, f"damaged/{START.notebook}")
    assert (
        f"0 of {ASKED}" in state and "Your file of answers was damaged" in state and "No backup has anything" in state
    )


def test_a_damaged_progress_file_is_one_click_from_its_backup(server):
    """The backup is made when a lesson is opened, and offered by name."""
    give(COURSE.notebooks, server.course / "kept")
    answered(server.course / "kept", DONE)
    assert f"2 of {ASKED}" in state_in(server, f"kept/{START.notebook}")
    progress_of(server.course / "kept").path.write_bytes(b"no database" * 999)
    state = state_in(server, f"kept/{START.notebook}")
    assert f"0 of {ASKED}" in state and "restores the backup of" in state
    (backup,) = (server.course / "kept").glob("*backup*")
    page = ask(server, "outsourcing-lessons/answers?folder=kept")[1].decode()
    assert f'<option value="{backup.name}">' in page
    status, page = post(server, "kept", action="backup", name=backup.name)
    assert status == 200 and f"{len(DONE)} answers and 0 entries are new" in page.decode()
    state = state_in(server, f"kept/{START.notebook}")
    assert f"2 of {ASKED}" in state and "was damaged" not in state
    assert "no such backup" in post(server, "kept", action="backup", name="../" + backup.name)[1].decode()


@pytest.mark.full
def test_the_start_page_itself_brings_a_backup_back(chromium, server):
    """Where it says that the answers were damaged, and says then what came of it."""
    give(COURSE.notebooks, server.course / "mend")
    answered(server.course / "mend", DONE)
    state_in(server, f"mend/{START.notebook}")
    progress_of(server.course / "mend").path.write_bytes(b"no database" * 999)
    page = chromium.new_page()
    open_lesson(page, server, f"mend/{START.notebook}")
    home = page.locator(HOME).first
    home.scroll_into_view_if_needed()
    home.get_by_role("button", name="Bring back the backup of").click()
    home.get_by_text("Done: 3 answers and 0 entries are new").wait_for()
    assert "2 of" in home.inner_text() and "was damaged" not in home.inner_text()
    assert page.evaluate("document.activeElement.textContent").startswith("Done: ")
    assert_no_axe_violations(page, ".ol-prose")
    page.close()


def test_an_open_lesson_is_told_what_is_done(server):
    status, body = ask(server, f"outsourcing-lessons/standing?folder={QUIET}")
    assert status == 200 and json.loads(body) == {"done": sorted(i.id for i in DONE), "last": DONE[-1].id}


def test_a_reset_wants_to_be_meant_and_keeps_a_backup(server):
    status, page = post(server, "reset", action="reset")
    assert (
        status == 200
        and "Tick the box" in page.decode()
        and f"2 of {ASKED}" in state_in(server, f"reset/{START.notebook}")
    )
    status, page = post(server, "reset", action="reset", sure="yes")
    (backup,) = (server.course / "reset").glob("*before reset*")
    assert backup.name in page.decode() and f"0 of {ASKED}" in state_in(server, f"reset/{START.notebook}")


def test_a_moved_folder_has_it_all(server):
    """While the server runs."""
    shutil.copytree(server.course / QUIET, server.course / "moved")
    assert f"2 of {ASKED}" in state_in(server, f"moved/{START.notebook}")


@pytest.mark.parametrize("address", ["home", "standing", "answers", "answers?save=1"])
def test_nobody_else_is_served(server, address):
    with urllib.request.urlopen(f"{server.address}/outsourcing-lessons/{address}") as answer:
        assert "/login?next=" in answer.url and f"of {ASKED}".encode() not in answer.read()


@pytest.mark.parametrize("folder", ["..", "/etc", "../..", "nowhere", START.notebook])
def test_no_folder_outside_the_course_can_be_named(server, folder):
    address = f"outsourcing-lessons/answers?folder={urllib.parse.quote(folder, safe='')}"
    assert ask(server, address)[0] == 404 and ask(server, address + "&save=1")[0] == 404


def test_a_form_that_asks_for_nothing_is_refused(server):
    assert post(server, action="nonsense")[0] == 400


def test_the_page_of_answers_has_no_barriers(chromium, server, full):
    page = chromium.new_page()
    for scheme in ("light", "dark") if full else ("dark",):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{server.address}/outsourcing-lessons/answers?folder=aside&token={TOKEN}")
        assert_no_axe_violations(page)
    page.get_by_label("Yes, set all my answers aside").check()
    page.get_by_role("button", name="Start again").click()
    assert "Your answers are now in" in page.get_by_role("status").inner_text()
    page.close()


def test_a_sitting_the_day_after_and_a_power_cut(chromium, server, subtests, full):
    context, hosts = chromium.new_context(viewport=LAPTOP), set()
    context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    STORY.tell(subtests, Sitting(server, context.new_page(), hosts), full)
    context.close()
