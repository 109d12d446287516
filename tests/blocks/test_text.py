"""The plain text of a block."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import Ask, Guide, Prose, Slider, parse_block
from outsourcing_lessons.blocks.key import key_of
from outsourcing_lessons.blocks.outline import changed
from outsourcing_lessons.blocks.text import WIDTH, as_text
from outsourcing_lessons.items.item import parse_item
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from tests.browser.specimens import CHOICE_SHEET, ITEMS, OTHERS, ask

LESSON = COURSE.lesson("first-number")
CASE = case_of(LearnerProfile(currency="GBP", hour_value=95.0, seed=7))
ASKS = [lesson.ask(template.id, CASE) for lesson in COURSE.lessons for template in lesson.items]
each = pytest.mark.parametrize("block", ASKS, ids=lambda block: block.id)


def one_of(kind) -> Ask:
    return next(block for block in ASKS if block.item.type == kind)


def words(text):
    return " ".join(text.split())


@each
def test_title_prompt_and_choices_are_spelled_out(block):
    """What nbval compares is what the learner reads."""
    text = words(as_text(block))
    item = block.item
    choices = getattr(item, "options", ()) or getattr(item, "parts", ()) or getattr(item, "checklist", ())
    for shown in (item.title, item.prompt, *(choice.text for choice in choices)):
        assert words(shown) in text


@each
def test_neither_praise_nor_feedback_is_told(block):
    """The key is for the instructor."""
    text = words(as_text(block))
    told = [block.item.praise, *(option.feedback for option in getattr(block.item, "options", ()))]
    assert not [one for one in told if one and words(one) in text]


@each
def test_the_key_edition_tells_the_reason_of_each_mistake(block):
    """And the hints."""
    text = words(as_text(block, with_key=True))
    told = [block.item.praise, *block.item.hints, *(option.feedback for option in getattr(block.item, "options", ()))]
    assert not [one for one in told if words(one) not in text]


def test_the_key_to_a_prediction_says_when_each_remark_is_made():
    """The judge makes them so."""
    item = one_of("prediction").item.model_copy(update={"key": 9, "praise": "A", "below": "B", "above": "C"})
    told = {piece.label: piece.text for piece in key_of(item)}
    for label, low, high in [
        ("If the range holds it", 8, 10),
        ("If all of the range is too high", 10, 11),
        ("If all of the range is too low", 7, 8),
    ]:
        response = {"value": low, "low": low, "high": high, "confidence": 80}
        assert judge(item, response)["feedback"] == [told[label]]
    assert "Why" not in told


def test_the_key_to_a_split_names_no_share_that_cannot_be_given():
    """Nothing is below none, or above all."""
    parts = [
        {"id": "some", "text": "Some", "low": 1, "high": 6, "too_low": "L", "too_high": "H"},
        {"id": "rest", "text": "Rest", "low": 0, "high": 5, "too_low": "L", "too_high": "H"},
    ]
    split = {"total": 6, "parts": parts, "key": {"some": 6, "rest": 0}, "prefix": "", "unit": "jobs"}
    item = ITEMS["allocation"] | split
    labels = [piece.label for piece in key_of(parse_item(item)) if piece.label.startswith("If")]
    assert labels == ["If Some below 1\u00a0job", "If Rest above 5\u00a0jobs"]


def test_an_exhibit_is_a_table_with_its_numbers():
    """Every cell is there."""
    block = next(block for block in map(parse_block, map(ask, ITEMS.values())) if block.item.exhibit)
    text = as_text(block)
    assert not [cell for row in block.item.exhibit.rows for cell in row if cell not in text]


def test_lines_are_wrapped():
    """Only a table may be wider."""
    plain = [block for block in ASKS if not block.item.exhibit and block.item.type != "game"]
    long = [line for block in plain for line in as_text(block).splitlines() if len(line) > WIDTH]
    assert long == []


def test_an_explorer_tells_every_scenario_in_figures():
    """Sentence, readouts and the chart's text."""
    block = next(one for one in LESSON.explorers if not one.turns).explorer(CASE)
    text = words(as_text(block))
    for scenario in block.scenarios:
        assert words(scenario.frame.sentence) in text and words(scenario.frame.alt) in text


def test_a_setting_says_in_short_what_it_changes():
    """Under the slider's short name, in words where it has some for the value."""
    explorer = LESSON.explorers[0].explorer(CASE)
    named = {"label": "What happens, and when", "short": "What happens", "words": {"2": "demand doubles"}}
    dial = Slider(id="dial", **named, low=1, high=2, step=1, value=1)
    first, other = (explorer.scenarios[0].model_copy(update={"values": {"dial": value}}) for value in (1, 2))
    explorer = explorer.model_copy(update={"sliders": (dial,), "scenarios": (first, other)})
    assert changed(explorer, first.values) == "" and changed(explorer, other.values) == "What happens: demand doubles"
    plain = explorer.model_copy(
        update={"sliders": (dial.model_copy(update={"label": "Jobs", "short": "", "words": {}, "unit": "jobs"}),)}
    )
    assert changed(plain, other.values) == "Jobs: 2\u00a0jobs"


def test_markdown_loses_its_marks_and_keeps_its_words():
    """Escapes, entities, lists and tables included."""
    markdown = (
        "## Two *new* jobs\n\nBy \\*Ada\\* &amp; **Bo**,\nsoon.\n\n1. one\n2. two\n\n> said\n\n|a|b|\n|-|-|\n|1|2|"
    )
    expected = "Two new jobs\n------------\n\nBy *Ada* & Bo, soon.\n\n   1. one\n   2. two\n\nsaid\n\na  b\n-  -\n1  2"
    assert as_text(Prose(id="a.b", markdown=markdown)).replace("    ", "   ") == expected


def test_a_worksheet_tells_its_start_and_its_options():
    """A table where rows begin filled in."""
    text = as_text(parse_block(CHOICE_SHEET))
    assert "1    Photograph new gear  3 " in text and "_____ (one of: little, some or much)" in text
    assert "The one task I stop doing myself: Answering the post" in text


def test_a_tally_a_binder_and_a_test_are_told():
    """That one person has no gain, which pages are bound, and how sure one can be."""
    assert "cannot prove what you learned" in words(as_text(parse_block(OTHERS["tally"])))
    assert "- Your task map" in as_text(parse_block(OTHERS["binder"]))
    assert "How sure are you that this is right: 25\u00a0%" in as_text(parse_block(ask(ITEMS["number"], "pre-test")))


def test_the_other_blocks_are_told_too():
    """Research, worksheet, reveal and guide."""
    blocks = [LESSON.research, LESSON.worksheet(CASE), next(iter(LESSON.reveals.values()))(CASE)]
    blocks.append(Guide(id="a.b", section="vote", talk=2.5, discussion="Why?", skip="This."))
    assert all(len(as_text(block).splitlines()) > 3 for block in blocks)
