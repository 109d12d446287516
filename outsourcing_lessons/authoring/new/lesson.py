"""A new lesson: a folder, an entry in ``course.toml``, and a notebook that has been run."""

from __future__ import annotations

import json
from pathlib import Path

from outsourcing_lessons.authoring.new.changes import Changes
from outsourcing_lessons.authoring.new.entry import with_entry
from outsourcing_lessons.authoring.new.names import slug_of_lesson, title_of
from outsourcing_lessons.authoring.new.notebook import Cell, code, notebook_with, opening, text
from outsourcing_lessons.authoring.new.question import AIM, written_question
from outsourcing_lessons.authoring.policy import Policy, policy_of
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.course_file import FILE
from outsourcing_lessons.lessons.questions import ORDINARY

MOST_LESSONS = 99
QUESTION = "what-first"

_MODULE = '''\
"""Lesson {number}, {title}: say here in a line what it is about."""

from pathlib import Path

from {package}.{module}.fields import fields_of
from {package}.{module}.worksheet import plan
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

LESSON = Lesson(
    slug="{slug}",
    number="{number}",
    title={quoted},
    notebook="{notebook}",
    minutes={minutes},
    objectives=(Objective("{aim}", "Say what to do first."),),
    items=(*of_file(Path(__file__).with_name("questions.md"), "{slug}", fields_of).values(),),
    explorers=(),
    reveals={{}},
    research=None,
    worksheet=plan,
    fields=fields_of,
)
'''
_FIELDS = '''\
"""What this lesson works out for its texts: for those of the notebook and of questions.md alike."""

from __future__ import annotations

from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return how often the job was explained, and what that was worth."""
    return {{"times": 3, "explaining": 3 * case.hour}}
'''
_WORKSHEET = '''\
"""What the learner takes home of this lesson."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.lessons.case import Case


def plan(case: Case) -> Worksheet:
    """Return the worksheet; say here what it is for."""
    fields = (Entry(id="what", label="What I will do"), Entry(id="by", label="By", type="date"))
    return Worksheet(
        id="{slug}.plan",
        title="Your own case",
        purpose="Say here what it is for.",
        sheets=(Sheet(title="My plan", fields=fields),),
    )
'''


def new_lesson(course: Course, name: str) -> tuple[str, tuple[Path, ...]]:
    """Write a lesson that keeps the rules of a course, and put it last in it.

    ``name``: its title, or its slug.

    Returns the slug, and what was written.

    Raises ContentError if the course has a lesson of that name, or no number is left for it; NotebookError if its
    notebook cannot be run. Nothing is written then.
    """
    title = title_of(name)
    slug = slug_of_lesson(title)
    module, number = slug.replace("-", "_"), 1 + max(int(lesson.number) for lesson in course.lessons)
    home = course.folder / module
    if slug in course.slugs or home.exists() or home.with_suffix(".py").exists():
        raise ContentError(f"{home} already exists; give the lesson another name")
    if number > MOST_LESSONS:
        raise ContentError(f"a lesson has a number of two digits, and {MOST_LESSONS} is taken")
    minutes = round(_minutes(policy_of(course.folder).of(slug)))
    notebook = f"{number:02d}_{module}.ipynb"
    facts = {
        "number": f"{number:02d}", "title": title, "quoted": json.dumps(title, ensure_ascii=False), "slug": slug,
        "package": course.package, "module": module, "notebook": notebook, "minutes": minutes, "aim": AIM,
    }  # fmt: skip
    with Changes() as changes:
        changes.write(home / "__init__.py", _MODULE.format(**facts))
        changes.write(home / "fields.py", _FIELDS.format(**facts))
        changes.write(home / "worksheet.py", _WORKSHEET.format(**facts))
        changes.write(home / "questions.md", f"# {title}\n\n" + written_question(QUESTION, "practice", AIM))
        changes.write(course.folder / FILE, with_entry(course.folder / FILE, "lessons", module))
        cells = _cells(slug, title, f"*Lesson {number} · about {minutes} minutes*", course.trade_names[0])
        changes.write(course.notebooks / notebook, notebook_with(cells))
    return slug, changes.files


def _minutes(policy: Policy) -> float:
    """Return how long the lesson says it takes: halfway between now, and with two more questions and an explorer.

    So what is said stays true while the first of its own things are put in.
    """
    now = policy.minutes_worksheet + ORDINARY + 1
    return now + (2 * ORDINARY + policy.minutes_explorer) / 2


def _cells(slug: str, title: str, about: str, trade: str) -> list[Cell]:
    story = (
        "**{learner}** has explained a job {count(times)} times. An hour of yours is worth {money(hour)}, and this "
        "took {money(explaining)}. Tell here how it goes wrong."
    )
    note = "Ask who has seen this, and what it cost.\n\n> Leave out what they say to each other."
    return [
        text(f"{slug}-00", f"# {title}\n\n{about}\n\nSay here in a line what goes wrong."),
        *opening(slug, trade),
        text(f"{slug}-03", "## The story"),
        code(f"{slug}-04", f'lesson.tell("""\n{story}\n""")'),
        text(f"{slug}-05", note, tags=["instructor"], instructor={"section": "practice", "talk": 3}),
        text(f"{slug}-06", "## Practice\n\nSay here what leads up to the question."),
        code(f"{slug}-07", f'lesson.ask("{QUESTION}")'),
        text(f"{slug}-08", "## Your own case\n\nHalf a page is better than none."),
        code(f"{slug}-09", "lesson.worksheet()"),
    ]
