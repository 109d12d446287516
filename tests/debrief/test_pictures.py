"""The day in pictures: what is counted, what is left out, and that page, slides and paper show the same."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace

import pytest

from outsourcing_lessons.debrief.debrief import Debrief
from outsourcing_lessons.debrief.paper import paper
from outsourcing_lessons.debrief.pictures import Bar, Picture, of_the_day, pictures, waited
from outsourcing_lessons.debrief.results import Results, read_results
from outsourcing_lessons.debrief.sample import MEANT, WALL, sample_events
from outsourcing_lessons.debrief.slides import slides
from outsourcing_lessons.workshop.events import Event
from tests.forbidden import FORBIDDEN

HOSTILE = "#panic()</ul><script>alert(1)</script>\u0007 $x$ \\ \U0010fffd"


@pytest.fixture(scope="module")
def sample():
    return read_results("")


def of_kind(found, kind):
    return [one for one in found if one.kind == kind]


def test_each_question_that_was_asked_has_one_with_as_many_as_answered(sample):
    found = pictures(sample)
    for step in sample.graded():
        [one] = [one for one in found if one.title == f"{step.number} {step.title}"]
        answers = sample.last(step)
        assert one.kind == "question" and f"{len(answers)} answer" in one.said
        if step.ask.item.type == "single-choice":
            assert sum(bar.size for bar in one.bars) == len(answers)
            assert [bar.label.partition("  ")[2] for bar in one.bars if bar.key] == [step.ask.item.answer]
            voted = [bar.before for bar in one.bars]
            twice = sample.state.step(step.id).round > 1
            assert sum(voted) == len(sample.first(step)) if twice else set(voted) == {None}


def test_a_prediction_stands_apart_with_the_truth_marked_or_named(sample):
    found = of_kind(pictures(sample), "prediction")
    assert found and all(one.missed == 0 for one in found)
    assert all(any(bar.key == "the truth" for bar in one.bars) or "the truth is" in one.said for one in found)


def test_what_people_mean_to_do_and_said_has_no_name_and_nothing_that_was_not_let_through(sample):
    [meant], [wall] = (of_kind(pictures(sample), kind) for kind in ("commitments", "spoken"))
    assert {text.partition(" (")[0] for text in meant.texts} <= set(MEANT)
    assert [text.partition(" (")[0] for text in wall.texts] == list(WALL[1:]) and "4 people" in wall.said
    everything = repr(pictures(sample))
    assert "Ada" not in everything and "Chidi" not in everything


def test_a_wait_lasts_until_somebody_says_that_they_go_or_the_sign_is_taken_down():
    first, *rest = sample_events()
    joined = [event for event in rest if event.kind == "join"][:3]
    ada, bob, eve = (event.who for event in joined)

    def sign(who, at, kind, **body):
        return Event(kind, at, who, f"{who}{at}", body)

    events = [
        sign(ada, 100, "sign", sign="help", step=""),
        sign(ada, 130, "sign", sign="help", step=""),
        sign(ada, 220, "going"),
        sign(ada, 400, "helped"),
        sign(bob, 500, "sign", sign="help", step=""),
        sign(bob, 530, "sign", sign="none", step=""),
        sign(eve, 600, "sign", sign="help", step=""),
        Event("end", 660),
    ]
    found = list(waited(Results((first, *joined, *events))))
    assert found == [("No. 1", 120, ""), ("No. 2", 30, "took it down"), ("No. 3", 60, "nobody came")]


def test_one_page_holds_what_most_got_wrong_and_one_of_each_other_kind(sample):
    found = pictures(sample)
    day = of_the_day(found)
    assert len(day) <= 6 and {"question", "prediction", "commitments", "waits", "spoken"} == {one.kind for one in day}
    assert day[0].missed == max(one.missed for one in found)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed: apt install poppler-utils")
def test_the_pictures_of_the_day_are_one_page_however_much_is_in_them(sample):
    found = pictures(sample)
    long = [replace(one, bars=one.bars * 3, said=one.said * 5) for one in of_the_day(found)]
    for given in (found, long):
        printed = paper("Results", "40 people", given)
        command = ["pdftotext", "-l", "1", "-", "-"]
        words = subprocess.run(command, input=printed, capture_output=True, check=True).stdout.decode()
        words = " ".join(words.split())
        assert "Question by question" not in words
        assert not [one.title for one in of_the_day(given) if one.title.partition(" ")[2] not in words]


def test_slides_have_a_title_each_and_charts_that_hold_the_numbers(sample):
    pptx = pytest.importorskip("pptx")
    found = pictures(sample)
    deck = pptx.Presentation(io.BytesIO(slides("Results", "40 people", found)))
    assert [slide.shapes.title.text for slide in deck.slides] == ["Results", *(one.title for one in found)]
    for slide, one in zip(list(deck.slides)[1:], found, strict=True):
        drawn = [list(shape.chart.plots[0].series[0].values) for shape in slide.shapes if shape.has_chart]
        assert drawn == ([[bar.size for bar in one.bars[::-1]]] if one.bars else [])
        assert one.said in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height


def test_what_people_wrote_is_text_on_page_slides_and_paper(sample):
    """Markup, commands of Typst, a bell, a letter that no font has."""
    events = [replace(one, body=one.body | {"text": HOSTILE}) if one.kind == "post" else one for one in sample.events]
    hostile = Results(tuple(events))
    shown = Debrief(hostile, False).spoken().html
    assert "#panic()" in shown and "<script" not in shown
    assert paper(HOSTILE, HOSTILE, pictures(hostile)).startswith(b"%PDF")
    pytest.importorskip("pptx")
    assert slides(HOSTILE, HOSTILE, pictures(hostile)).startswith(b"PK")


def test_two_spaces_in_an_answer_make_no_letter_of_an_option():
    assert (Bar("as  is", 1).letter, Bar("A  as is", 1, letter="A").letter) == ("", "A")


def test_a_workshop_in_which_nothing_happened_has_a_page_too():
    empty = pictures(Results((sample_events()[0],)))
    assert empty == [] and paper("Results", "Nobody", empty).startswith(b"%PDF")


def test_nothing_that_the_standard_for_pdf_forbids_costs_the_results():
    said = Picture("spoken", f"A{FORBIDDEN}", FORBIDDEN, FORBIDDEN, (Bar(f"B{FORBIDDEN}", 1),), (f"C{FORBIDDEN}",))
    assert paper(f"The{FORBIDDEN} day", FORBIDDEN, [said])
