"""Lesson 01: whoever names a number first draws the talk towards it."""

from asking_for_a_raise import COURSE
from asking_for_a_raise.first_number import items
from asking_for_a_raise.first_number.explorer import PULLED
from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import Lesson, Objective


def numbers(case: Case) -> Worksheet:
    """Return the worksheet: three numbers to bring along."""
    fields = (
        Entry(id="reason", label="Why I am worth more", example="I trained four people this year"),
        Entry(id="number", label="What I ask for", type="number"),
    )
    rows = Entry(id="extra", label="What else I could ask for")
    done = (
        Entry(id="did", label="What I did", example="I trained four people"),
        Entry(id="brought", label="What it brought", example="The ward was never short of staff"),
    )
    start = {f"extra.{row}": extra for row, extra in enumerate(case.trade.extras, 1)}
    sheets = (
        Sheet(title="My number", fields=fields),
        Sheet(title="Besides money", fields=(rows,), rows=3, start=start),
        Sheet(title="What I have done this year", fields=done, rows=6),
    )
    return Worksheet(id="first-number.numbers", title="My number", purpose="One number and its reason.", sheets=sheets)


LESSON = Lesson(
    slug="first-number",
    number="01",
    title="Name the first number",
    notebook="01_first_number.ipynb",
    minutes=10,
    objectives=(Objective("open", "Say what a first number does to a talk."),),
    items=items.ITEMS,
    explorers=(PULLED,),
    reveals={"guess": items.reveal_guess},
    research=Research(
        id="first-number.research",
        title="What was found",
        findings=(COURSE.finding("galinsky-2001", "Whoever made the first offer ended nearer to it."),),
    ),
    worksheet=numbers,
    fields=lambda case: {"asked": 8},
)
