"""What the engine says belongs to no course: none of its files speaks of what this one is about.

The models are the economics that courses draw on, and the game is a year of a business: these may speak of people who
are hired. What an hour must be paid at least is a fact of countries (`places`), whatever a course is about.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import outsourcing_lessons

FOLDER = Path(outsourcing_lessons.__file__).parent
READ = {".py", ".js", ".css", ".typ", ".j2", ".html", ".toml", ".json"}
APART = ("course/", "models/", "player/models/", "player/game")
OWN_NAME = re.compile(r"outsourcing[-_ ]?lessons", re.IGNORECASE)
OF_THE_COURSE = re.compile(
    r".{0,30}(?:outsourc|freelanc|contractor|supplier|provider|\bhir(?:e|es|ed|ing)\b|delegat).{0,30}", re.IGNORECASE
)
FILES = sorted(
    path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.suffix in READ and path.is_file()
)


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith(APART)])
def test_nothing_of_the_engine_names_what_the_course_is_about(name):
    text = OWN_NAME.sub("…", (FOLDER / name).read_text(encoding="utf-8"))
    assert [found.strip() for found in OF_THE_COURSE.findall(text)] == []
