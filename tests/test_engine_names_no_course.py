"""The engine is everything of the package but ``course/``: no file of it names what stands in there."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.course import COURSE

ENGINE = Path(__file__).parents[1] / "outsourcing_lessons"
NAMES = {
    *COURSE.slugs,
    *(slug.replace("-", "_") for slug in COURSE.slugs),
    *(lesson.title for lesson in COURSE.lessons),
    *COURSE.trade_names,
    "four mistakes",
}
OF_THE_COURSE = ("course/", "notebooks/")


def _texts():
    for path in sorted(ENGINE.rglob("*")):
        name = path.relative_to(ENGINE).as_posix()
        # A typeface is no text.
        if (
            path.is_file()
            and "__pycache__" not in path.parts
            and path.suffix not in (".woff2", ".ttf")
            and not name.startswith(OF_THE_COURSE)
        ):
            yield name, path.read_text(encoding="utf-8").casefold()


def test_the_engine_does_not_name_what_is_in_the_course():
    words = [word.casefold() for word in NAMES]
    named = {name: [word for word in words if word in text] for name, text in _texts()}
    assert {name: some for name, some in named.items() if some} == {}


def test_the_same_look_finds_it_in_the_course():
    """So the look above is one that can find something."""
    text = "".join(path.read_text("utf-8") for path in COURSE.folder.rglob("*.py")).casefold()
    assert all(slug in text for slug in COURSE.slugs)
