"""Lessons in parts and steps: nothing is lost, nothing reordered, and a step fits a screen."""

from __future__ import annotations

from markupsafe import Markup

from outsourcing_lessons.render.passages import Piece, pieces
from outsourcing_lessons.render.steps import LONGEST, MORE, walk

BLOCK = Piece(Markup("<form></form>"), kind="ask", minutes=2.0)


def text(words: int, html: str = "") -> Piece:
    return Piece(Markup(html or f"<p>{words}</p>"), words)


def heading(title: str, level: int = 2) -> Piece:
    return Piece(Markup(f"<h{level}>{title}</h{level}>"), 1, level, Markup(title))


def shape(*some: Piece) -> list[list[int]]:
    return [[len(step.pieces) for step in part.steps] for part in walk("Small", some)]


def test_nothing_is_lost_and_all_stays_in_order():
    some = [
        heading("Small", 1),
        text(80),
        BLOCK,
        heading("A"),
        text(100),
        text(90),
        BLOCK,
        BLOCK,
        text(5),
        heading("B"),
        text(500),
    ]
    assert some == [piece for part in walk("Small", some) for step in part.steps for piece in step.pieces]


def test_a_heading_of_the_second_level_begins_a_part_with_its_title():
    some = [heading("Small", 1), text(10), heading("One"), text(10), heading("Two"), heading("Deeper", 3), BLOCK]
    assert [str(part.title) for part in walk("Small <x>", some)] == ["Small &lt;x&gt;", "One", "Two"]
    assert shape(*some) == [[2], [2], [3]]


def test_a_step_ends_with_its_block():
    assert shape(text(10), BLOCK, BLOCK, text(10), text(10), BLOCK, text(10)) == [[2, 1, 3, 1]]


def test_a_step_has_no_more_words_than_fit_a_screen_unless_one_paragraph_has():
    parts = walk("Small", [text(LONGEST - 1), text(1), text(1), text(LONGEST + 50), BLOCK])
    assert [sum(piece.words for piece in step.pieces) for step in parts[0].steps] == [LONGEST, 1, LONGEST + 50, 0]


def test_a_long_question_is_asked_in_a_step_of_its_own_after_what_leads_to_it():
    long = BLOCK._replace(beside=LONGEST)
    assert shape(text(60), long) == [[1, 1]]
    assert shape(text(20), long) == [[2]]
    assert shape(text(60), BLOCK._replace(beside=40)) == [[2]]


def test_what_is_announced_stays_with_what_announces_it():
    assert shape(heading("A"), text(LONGEST + 1)) == [[2]]
    assert shape(text(LONGEST, "<p>These are:</p>\n"), text(10), text(200)) == [[2, 1]]


def test_a_table_stays_with_what_stands_before_it():
    [before, table] = pieces("small", 0, "Hours of the first job: 10\n\n| Job | 1 |\n|---|---|\n| Hours | 10 |")
    assert shape(text(LONGEST - before.words), before, table, text(1)) == [[3, 1]]


def test_minutes_are_those_of_reading_and_of_the_block():
    (part,) = walk("Small", [text(100), BLOCK])
    assert part.steps[0].minutes == 2.5


def test_a_passage_is_cut_between_paragraphs_and_lists_and_no_smaller():
    found = pieces(
        "small", 3, "## A *b*\n\nOne two.\n\n- three\n- four\n\n### Deeper\n\n| a | b |\n|---|---|\n| c | d |\n\n## C"
    )
    assert [(piece.level, piece.words) for piece in found] == [(2, 2), (0, 2), (0, 2), (3, 1), (0, 4), (2, 1)]
    assert 'id="small-4"' in found[0].html and 'id="small-5"' in found[-1].html and found[0].title == "A <em>b</em>"


def test_a_link_to_the_notebook_of_a_lesson_leads_to_the_lesson_in_the_page():
    assert '<a href="#first-number">' in pieces("small", 0, "[on](01_first_number.ipynb#x)")[0].html
    assert 'href="other.ipynb"' in pieces("small", 0, "[on](other.ipynb)")[0].html


def test_an_explorer_has_the_screen_to_itself_but_for_what_leads_to_it():
    explorer = BLOCK._replace(kind="explorer")
    assert shape(text(60), explorer) == [[1, 1]]
    assert shape(text(20), explorer) == [[2]]


def test_a_part_in_which_two_things_are_done_ends_with_a_page_on_it():
    read, done, more = text(10), BLOCK, BLOCK._replace(kind=MORE)
    parts = walk(
        "Small", [heading("A"), read, heading("B"), read, done, heading("C"), done, done, heading("D"), done, more]
    )
    assert [part.closes for part in parts] == [False, False, True, True]
