"""The Markdown of a block: a learner's or author's text never becomes markup."""

from __future__ import annotations

import html
import re

import mistune
import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import Ask, Prose
from outsourcing_lessons.blocks.markdown import as_markdown, escape
from outsourcing_lessons.items.item import Exhibit, Option, SingleChoice
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "# not a heading",
    "- not a list",
    "12. not a list",
    "= not = a rule",
    "**bold** _it_ `code` ~~gone~~",
    "[a](javascript:alert(1)) ![b](http://c)",
    "$x^2$ and \\(y\\) and a\\b",
    "a | b",
    "&lt; stays &amp; so",
]
render = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "math"])


def shown(markdown):
    """Return the text that a reader of the Markdown sees, and the tags around it."""
    page = render(markdown)
    return html.unescape(re.sub(r"<[^>]*>", "", page)).strip(), set(re.findall(r"<(\w+)", page))


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_is_shown_letter_by_letter(text):
    """In one paragraph and nothing else."""
    assert shown(escape(text)) == (text, {"p"})


def test_line_breaks_become_blanks():
    """Else a second line could begin a list."""
    assert escape("one\n- two\r\n# three") == "one - two # three"


def test_a_hostile_item_makes_no_markup():
    """Title, prompt, exhibit and options."""
    options = (Option(id="a", text=HOSTILE[0]), Option(id="b", text=HOSTILE[1], feedback=HOSTILE[2]))
    exhibit = Exhibit(caption=HOSTILE[5], columns=("a|b", "c"), rows=((HOSTILE[8], HOSTILE[7]),))
    item = SingleChoice(
        id="a.b",
        title=HOSTILE[6],
        prompt=f"{HOSTILE[0]}\n\n{HOSTILE[3]}",
        options=options,
        key="a",
        praise="x",
        exhibit=exhibit,
    )
    text, tags = shown(as_markdown(Ask(id="a.b", section="recall", item=item), with_key=True))
    assert tags <= {"h4", "p", "ul", "li", "em", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert not [hostile for hostile in (HOSTILE[0], HOSTILE[1], HOSTILE[6], HOSTILE[8]) if hostile not in text]


def test_prose_is_markdown_already():
    """It is passed on as it is."""
    assert as_markdown(Prose(id="a.b", markdown="So *this*.")) == "So *this*."


def test_every_block_of_a_lesson_has_markdown():
    """Also with the key."""
    lesson, case = COURSE.lesson("first-number"), case_of(LearnerProfile())
    blocks = [lesson.ask(template.id, case) for template in lesson.items]
    blocks += [lesson.research, lesson.worksheet(case), *(explorer.explorer(case) for explorer in lesson.explorers)]
    assert all(as_markdown(block, with_key=True).startswith("#### ") for block in blocks)
