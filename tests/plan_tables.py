"""The tables of docs/workshop-plans.md, from the course itself. ``python -m tests.plan_tables`` prints them."""

from __future__ import annotations

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.plans import Step, steps
from outsourcing_lessons.workshop.script import Call, Note, script_of

LATER = ("recall", "test")  # for the days after
HEAD = "| from | minutes | what | questions | if you are late |\n|---|---|---|---|---|"


def questions(slug: str) -> dict[str, int]:
    """Return how many questions for the room follow each note for the instructor in a lesson's notebook."""
    lesson, found, section = COURSE.lesson(slug), {}, ""
    for call in script_of(lesson):
        match call:
            case Note(guide):
                section, found[guide.section] = guide.section, 0
            case Call("ask" | "section" as kind, name) if section:
                asked = [lesson.item(name)] if kind == "ask" else lesson.section(name)
                found[section] += sum(template.section not in LATER for template in asked)
    return found


def table(minutes: int) -> str:
    """Return the plan for so many minutes as Markdown."""
    return "\n".join([HEAD, *(_row(step) for step in steps(COURSE, minutes))])


def _row(step: Step) -> str:
    clock = f"{int(step.start) // 60}:{int(step.start) % 60:02d}"
    if not step.lesson:
        return f"| {clock} | {step.minutes:g} | {step.what} | | |"
    count = questions(step.lesson)[step.section]
    late = step.when_late.removeprefix("If you are late, ")
    late = late[:1].upper() + late[1:]
    return f"| {clock} | {step.minutes:g} | {COURSE.lesson(step.lesson).number}: {step.what} | {count or ''} | {late} |"


if __name__ == "__main__":
    for minutes in COURSE.plans:
        print(f"## {minutes} minutes\n\n{table(minutes)}\n")
