"""workbook.html as text; what it does in a browser is in tests/browser."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re

from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import Ask
from outsourcing_lessons.blocks.sealing import unsealed
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import in_script, workbook_html
from outsourcing_lessons.render.notebook import Code, Passage, Shown
from tests.render.conftest import HOSTILE, a_block, passage


def page(*parts, learner: str = "Ada") -> str:
    chapters = (Chapter("small", "01", "Small", parts or (Shown(a_block()),)),)
    return workbook_html(Book(LearnerProfile(learner=learner), chapters)).decode()


def test_the_policy_names_the_hashes_of_what_is_in_the_page():
    text = page()
    policy = html.unescape(re.search(r'Policy" content="(.*?)"', text)[1])
    for element in re.findall(r'<script type="module">(.*?)</script>|<style>(.*?)</style>', text, re.DOTALL):
        content = "".join(element)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy


def test_data_in_the_page_cannot_end_its_element():
    data = {"name": HOSTILE + "\u2028\u2029&amp;<!--"}
    assert not re.search("[<>&\u2028\u2029]", in_script(data)) and data == json.loads(in_script(data))


def test_hostile_text_is_text_wherever_it_stands():
    text = page(
        Passage(f"# {HOSTILE}\n\n## {HOSTILE}"),
        Code(HOSTILE, HOSTILE),
        Shown(passage(HOSTILE)),
        Shown(a_block()),
        learner=HOSTILE,
    )
    assert "<img" not in text and 2 == text.count("</script>")


def test_headings_are_in_the_contents_and_have_anchors():
    text = page(Passage("# Small\n\n## First\n\n### Not me"), Passage("## Second"), Shown(a_block()))
    assert ["small/1/1", "small/2/1", "small/3/1"] == re.findall(
        r'<a (?:class="wb-lesson-link" )?href="#(small[^"]*)"', text
    )
    # Links to headings, from before there were steps, still lead somewhere.
    assert all(f'id="{anchor}"' in text for anchor in ("small", "small-1", "small-2", "small/1/1", "small/3/1"))


def test_a_workbook_of_some_lessons_calls_them_by_their_own_numbers():
    chapters = tuple(Chapter(f"l{number}", number, "Small", (Shown(a_block()),)) for number in ("03", "10"))
    text = workbook_html(Book(LearnerProfile(learner="Ada"), chapters)).decode()
    assert re.findall(r'class="wb-number">([^<]*)<', text) == ["3", "10"]


def test_links_out_tell_nobody_where_from_and_pictures_are_words():
    text = page(
        Passage("[x](https://example.org) ![y](https://example.org/z.png) [z](javascript:x) [v](ftp://x/y)"),
        Shown(a_block()),
    )
    assert '<a rel="noopener noreferrer" href="https://example.org">' in text
    assert not any(part in text for part in ("z.png", "javascript:", "harmful", "ftp:"))


def test_the_key_in_words_is_there_even_when_the_author_gave_none():
    data = json.loads(re.search(r'id="data">(.*?)</script>', page())[1])
    assert "This one" == unsealed(data["lessons"]["small"][0]["item"])["answer"]


def test_a_search_for_words_finds_no_key():
    text = page()
    assert not re.search(
        r'"key"|"praise"|"feedback"|No: it is', text.partition('id="data">')[2].partition("</script>")[0]
    )


def test_a_game_has_a_step_of_its_own():
    """After what leads to it, were that a few words more."""
    case = COURSE.case(LearnerProfile())
    game = next(template for template in COURSE.lesson("walk-away").items if template.variant(case).type == "game")
    asked = Ask(id=game.id, section=game.section, item=game.variant(case))
    text = page(Passage("# Small\n\n## The year\n\n" + "word " * 40), Shown(asked))
    assert (
        len(re.findall(r'<section[^>]*\bid="small/\d+/\d+"', text))
        == len(
            re.findall(r'<section[^>]*\bid="small/\d+/\d+"', page(Passage("# Small\n\n## The year\n\n" + "word " * 40)))
        )
        + 1
    )
