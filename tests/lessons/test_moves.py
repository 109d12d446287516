"""An explorer that is played in turns: its moves are kept as settings are, and it is told turn by turn."""

from __future__ import annotations

from random import Random

import pytest

from outsourcing_lessons.blocks.block import Explorer
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.blocks.text import as_text
from outsourcing_lessons.blocks.view import Move, Series, Turns, View, say
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.moves import a_play, one_play, settings_of, stood
from outsourcing_lessons.models.moves import made
from outsourcing_lessons.widgets.controller import slider_values

CASE = case_of(LearnerProfile())
TURNS = Turns(
    each="Day",
    count=3,
    room=("most",),
    meets=say("Day {turn} of {turns}, with {apples} {apples|apple|apples}."),
    moves=(Move(text="Pick one"), Move(text="Eat one", when="any")),
    happened=say(("picked", "Picked."), ("not picked", "Eaten.")),
)


def basket(givens, values):
    heap = [0]
    for move in made(values)[:3]:
        heap.append(max(0, heap[-1] + (1 if move == 1 else -1)))
    return {
        "days": range(len(heap)), "heap": heap, "apples": heap[-1], "any": heap[-1] > 0, "most": 3,
        "picked": bool(made(values)) and made(values)[-1] == 1,
    }  # fmt: skip


VIEW = View(
    title="Apples",
    x_label="Day",
    y_label="In the basket",
    series=(Series(name="Basket", x="days", y="heap"),),
    sentence=say(("not over", "There are {apples} so far."), ("over", "It ends with {apples}.")),
    turns=TURNS,
)


def template(*moves: int) -> ExplorerTemplate:
    page = PageModel(basket, VIEW)
    return ExplorerTemplate("orchard.apples", "Apples", "How many?", one_play(*moves), page=page)


@pytest.fixture
def explorer() -> Explorer:
    return template(1, 1, 2).explorer(CASE)


def test_moves_are_settings_and_are_kept_as_those_are(explorer):
    assert [slider.id for slider in explorer.sliders] == ["turn-1", "turn-2", "turn-3", "luck"]
    assert slider_values(explorer, {"turn-1": 2, "luck": 5})["turn-1"] == 2


def test_a_play_is_told_turn_by_turn(explorer):
    assert [(one.meets, one.move, one.happened) for one in explorer.play] == [
        ("Day 1 of 3, with 0 apples.", "Pick one", "Picked."),
        ("Day 2 of 3, with 1 apple.", "Pick one", "Picked."),
        ("Day 3 of 3, with 2 apples.", "Eat one", "Eaten."),
    ]
    assert [one.offers for one in explorer.play] == [("Pick one",), ("Pick one", "Eat one"), ("Pick one", "Eat one")]


def test_a_model_is_asked_once_for_what_is_shown_twice():
    asked = []

    def noted(givens, values):
        asked.append(tuple(values.values()))
        return basket(givens, values)

    ExplorerTemplate("orchard.apples", "Apples", "?", one_play(1, 1, 2), page=PageModel(noted, VIEW)).explorer(CASE)
    assert len(set(asked)) == len(asked) > 1


def test_on_paper_nothing_is_said_that_depends_on_the_moves():
    """Before the play; what came of each move is told after it."""
    turns = TURNS.model_copy(update={"on_paper": say("Day {turn}.")})
    page = PageModel(basket, VIEW.model_copy(update={"turns": turns}))
    played = ExplorerTemplate("orchard.apples", "Apples", "How many?", one_play(1, 1, 2), page=page).explorer(CASE)
    assert [one.meets for one in played.play] == ["Day 1.", "Day 2.", "Day 3."]


def test_a_move_that_is_not_offered_cannot_be_on_paper():
    with pytest.raises(ContentError, match="makes move 2, which is not offered"):
        template(2, 1, 1).explorer(CASE)


def test_a_page_has_no_play_but_its_own(explorer):
    data = explorer.for_page()
    assert "play" not in data and data["computed"]["view"]["turns"]["count"] == 3


@pytest.mark.parametrize("form", [as_text, as_markdown, as_html])
def test_every_static_form_has_a_table_to_fill_in_before_the_play(explorer, form):
    said = form(explorer)
    assert said.index("What you meet") < said.index("What came of it") and "It ends with 1." in said
    assert "There are 0 so far." not in said
    if form is not as_text:
        assert said.index("What you meet") < said.index("<details>") < said.index("What came of it")


def test_only_what_stands_on_paper_is_drawn(explorer):
    """A page draws its own, and half of a batch's work was to draw what nobody sees."""
    assert [bool(one.frame.svg and one.frame.narrow) for one in explorer.scenarios] == [False, True]
    slid = chosen().lessons[0].explorers[0].explorer(CASE)
    assert [bool(one.frame.svg) for one in slid.scenarios] == [True] + [False] * (len(slid.scenarios) - 1)


def test_the_chart_has_room_for_the_whole_play_from_the_first(explorer):
    played = template(1, 1, 2)
    empty, played = (played.frame(CASE, one.values).svg for one in explorer.scenarios)
    for tick in ("0", "3"):
        assert f">{tick}</text>" in empty and f">{tick}</text>" in played


def test_nothing_is_to_be_done_when_it_is_over():
    page, values = template(1, 1, 2).page, {"turn-1": 1.0, "turn-2": 1.0, "turn-3": 2.0, "luck": 0.0}
    said = stood(TURNS, page.results({}, values), "", "here")
    assert said["over"] and said["meets"] == "" and not any(move["offered"] for move in said["moves"])


def test_any_play_can_stand_in_its_settings():
    bounds = {slider.id: slider for slider in settings_of(TURNS)}
    plays = [a_play(TURNS, Random(number)) for number in range(40)]
    assert all(bounds[name].low <= value <= bounds[name].high for play in plays for name, value in play.items())
    assert {len(made(play)) for play in plays} == {0, 1, 2, 3}


def test_without_sliders_and_turns_it_is_refused():
    page = PageModel(basket, VIEW.model_copy(update={"turns": None}))
    with pytest.raises(ContentError, match="neither sliders nor turns"):
        ExplorerTemplate("orchard.apples", "Apples", "How many?", one_play(1), page=page)
