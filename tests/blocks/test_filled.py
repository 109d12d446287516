"""What stands on worksheets that draw on each other."""

from __future__ import annotations

from outsourcing_lessons.blocks.filled import filled, results_of
from outsourcing_lessons.blocks.sheet import Draw, Entry, Result, Rule, Sheet, Worksheet

MAP = Worksheet(
    id="x.map",
    title="Map",
    purpose="The week.",
    sheets=(
        Sheet(
            title="Tasks",
            rows=4,
            fields=(Entry(id="task", label="Task"), Entry(id="hours", label="Hours"), Entry(id="way", label="Way")),
            start={"task.1": "Post", "task.2": "Photos", "task.3": "Books"},
            results=(Result(label="Hours", formula=("sum", "hours")),),
        ),
    ),
)
GIVEN_AWAY = {"way": ("give", "sell")}
PLAN = Worksheet(
    id="x.plan",
    title="Plan",
    purpose="The work.",
    sheets=(
        Sheet(
            title="Streams",
            rows=2,
            fields=(Entry(id="stream", label="Stream"), Entry(id="size", label="Size")),
            draws={
                "stream": Draw(worksheet="x.map", field="task", said="your map", only=GIVEN_AWAY),
                "size": Draw(worksheet="x.map", field="hours", said="your map", only=GIVEN_AWAY),
            },
        ),
        Sheet(
            title="Cost",
            fields=(
                Entry(id="rate", label="Rate"),
                Entry(id="cost", label="Cost", formula=("*", "rate", 2.0)),
                Entry(id="twice", label="Twice", formula=("*", "cost", 2.0)),
            ),
        ),
    ),
)
LETTER = Worksheet(
    id="x.letter",
    title="Letter",
    purpose="To send.",
    sheets=(
        Sheet(
            title="Letter",
            fields=(Entry(id="about", label="About"), Entry(id="price", label="Price")),
            draws={
                "about": Draw(worksheet="x.plan", field="stream", said="your plan"),
                "price": Draw(worksheet="x.plan", field="twice", said="your plan"),
            },
        ),
    ),
)


def stands(of_map=None, of_plan=None, of_letter=None):
    return filled([(MAP, of_map or {}), (PLAN, of_plan or {}), (LETTER, of_letter or {})])


def test_nothing_is_drawn_before_the_learner_decided():
    week, plan, letter = stands()
    assert week.texts == {"task.1": "Post", "task.2": "Photos", "task.3": "Books"} and not week.written
    assert not plan.texts and not letter.drawn


def test_rows_that_fit_come_one_after_another_and_flow_on():
    _, plan, letter = stands({"way.1": "give", "hours.1": "3", "way.3": "sell"}, {"rate": "40"})
    assert plan.drawn == {"stream.1": "Post", "stream.2": "Books", "size.1": "3"}
    assert (plan.texts["cost"], plan.texts["twice"], plan.written) == ("80", "160", {"rate"})
    assert letter.texts == {"about": "Post", "price": "160"}


def test_more_rows_than_there_is_room_for_are_left_out():
    _, plan, _ = stands({f"way.{row}": "give" for row in (1, 2, 3)})
    assert [plan.texts.get(f"stream.{row}") for row in (1, 2, 3)] == ["Post", "Photos", None]


def test_what_the_learner_typed_wins_also_when_it_was_emptied():
    _, plan, letter = stands({"way.1": "give", "way.2": "give"}, {"stream.1": "", "stream.2": "Film"})
    assert (plan.texts["stream.1"], plan.texts["stream.2"], plan.written) == ("", "Film", {"stream.2"})
    assert letter.texts["about"] == "Film"


def test_a_sum_gives_way_to_what_is_typed_and_comes_back_when_that_is_emptied():
    for typed, cost in (("90", "90"), (" ", "80")):
        assert stands(None, {"rate": "40", "cost": typed})[1].texts["cost"] == cost


def test_what_is_kept_and_no_text_is_left_out():
    assert stands({"task.1": 7, "way.1": None})[0].texts["task.1"] == "Post"


def test_results_are_open_until_something_can_be_worked_out():
    (sheet,) = MAP.sheets
    assert results_of(sheet, MAP, {}) == [("Hours", "")]
    assert results_of(sheet, MAP, {"hours.1": "2", "hours.4": "1,5"}) == [("Hours", "3.5")]


RULED = Worksheet(
    id="x.ruled",
    title="Ruled",
    purpose="What follows.",
    sheets=(
        Sheet(
            title="Tasks",
            rows=3,
            fields=(
                Entry(id="task", label="Task"),
                Entry(id="harm", label="Harm"),
                Entry(
                    id="way",
                    label="Way",
                    rules=(
                        Rule(text="drop", when={"harm": ("none",)}),
                        Rule(text="give", when={"task": (), "harm": ("little", "some")}),
                        Rule(text="keep", when={"task": ()}),
                    ),
                ),
            ),
            start={"task.1": "Post", "harm.1": "little", "task.2": "Photos"},
        ),
    ),
)


def test_the_first_rule_that_fits_says_what_follows_and_an_empty_row_has_nothing():
    (found,) = filled([(RULED, {"harm.2": "none"})])
    assert [found.texts.get(f"way.{row}") for row in (1, 2, 3)] == ["give", "drop", None]


def test_what_the_learner_chose_counts_before_the_rule():
    (found,) = filled([(RULED, {"way.1": "keep", "way.2": " "})])
    assert (found.texts["way.1"], found.texts["way.2"]) == ("keep", "keep")


def test_a_row_is_the_learners_own_once_they_wrote_in_it():
    (found,) = filled([(RULED, {"harm.2": "none"})])
    assert found.own == {"task.2", "harm.2", "way.2"}


def test_rows_that_the_course_began_with_are_not_drawn_by_what_follows_in_them():
    draw = Draw(worksheet="x.ruled", field="task", said="it", only={"way": ("give", "drop")})
    sheet = Sheet(title="Streams", rows=3, fields=(Entry(id="stream", label="Stream"),), draws={"stream": draw})
    plan = Worksheet(id="x.streams", title="Streams", purpose="To do.", sheets=(sheet,))
    drawn = [filled([(RULED, entries), (plan, {})])[1].drawn for entries in ({}, {"harm.2": "none"})]
    assert drawn == [{}, {"stream.1": "Photos"}]


def test_what_is_worked_out_of_nothing_of_theirs_is_not_theirs():
    _, plan, letter = stands({"way.1": "give"}, {"rate": "40"})
    assert {"stream.1", "rate", "cost", "twice"} <= plan.own and letter.own == {"about", "price"}
