"""The page of a lesson renews itself when a file is saved, and shows what is wrong in its place."""

from __future__ import annotations

import asyncio
import json
import shutil
from urllib.parse import urlencode

import pytest
from asking_for_a_raise import COURSE
from tornado.httpclient import AsyncHTTPClient

from outsourcing_lessons.authoring.preview.build import built, corners
from outsourcing_lessons.authoring.preview.server import Preview, serve, stamp

LESSON = COURSE.lesson("first-number")
FIRST, OTHER = COURSE.trade_names

pytestmark = pytest.mark.usefixtures("tiny")


@pytest.fixture
def notebooks(tmp_path):
    return shutil.copytree(COURSE.notebooks, tmp_path / "notebooks")


async def with_server(preview, ask):
    address = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(serve(preview, 0, address.set_result))
    try:
        return await ask(await address)
    finally:
        running.cancel()
        await asyncio.wait([running])


async def get(address, **options):
    return await AsyncHTTPClient().fetch(address, raise_error=False, request_timeout=300, **options)


def wish(view, notebooks=""):
    """What the server asks a process of its own for; here it is asked of this one, whose files nobody changes."""
    return {"lesson": LESSON.slug, "view": view, "trade": FIRST, "seed": 1, "notebooks": str(notebooks)}


def edit(path, old, new):
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_page_has_what_was_saved_last_or_the_cell_that_fails_in_its_place(notebooks):
    preview = Preview(LESSON.slug, (notebooks,), notebooks)

    async def ask(address):
        waits = asyncio.create_task(get(f"{address}changed?seen={preview.version}"))
        edit(notebooks / LESSON.notebook, "# ", "# Quixotic ")
        version = json.loads((await waits).body)["version"]
        view = f"{address}view?{urlencode({'view': 'study', 'trade': OTHER, 'seed': 3})}"
        page = (await get(view)).body.decode()
        edit(notebooks / LESSON.notebook, "lesson.explore(", "lesson.nothing(")
        return version, page, (await get(view)).body.decode()

    version, page, said = asyncio.run(with_server(preview, ask))
    assert version != str(preview.version) and "Quixotic" in page and "<pre>" not in page
    assert "<pre>" in said and LESSON.notebook in said and "nothing" in said


@pytest.mark.parametrize("view", [pytest.param("print", marks=pytest.mark.full), "key"])
def test_the_other_editions_are_printed(notebooks, view):
    assert built(wish(view, notebooks)).startswith(b"%PDF")


def test_every_explorer_stands_at_its_corners():
    page = built(wish("corners"))
    sliders = LESSON.explorers[0].sliders(COURSE.case(COURSE.profile()))
    settings = list(corners(sliders))
    assert len(settings) == 2 ** len(sliders) and page.count(b"<figure>") == len(settings)


def test_only_this_computer_is_answered_and_only_what_can_be_made(notebooks):
    async def ask(address):
        other = await get(address, headers={"Host": "evil.example"})
        odd = await get(f"{address}view?{urlencode({'view': 'study', 'trade': 'piracy', 'seed': 1})}")
        return other.code, odd.code

    assert asyncio.run(with_server(Preview(LESSON.slug, (notebooks,)), ask)) == (403, 400)


def test_a_file_that_is_added_or_taken_away_is_seen(tmp_path):
    none = stamp([tmp_path])
    (tmp_path / "a.toml").write_text("", encoding="utf-8")
    one = stamp([tmp_path])
    (tmp_path / "a.toml").unlink()
    assert none != one and stamp([tmp_path]) == none
