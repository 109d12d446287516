"""The plan of a workshop as a table in Markdown: what comes when, and what to do if it is late."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Guide
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.workshop.agenda import Agenda, Part

HEAD = "| from | minutes | what | questions | if you are late |\n|---|---|---|---|---|"


@dataclass
class Line:
    """What stands under one note of the instructor, or a break."""

    what: str
    note: Guide | None = None
    lesson: str = ""
    minutes: float = 0.0
    questions: int = 0


def table(agenda: Agenda) -> str:
    """Return all that is for the room."""
    rows, now = [HEAD], 0.0
    for line in lines_of(agenda):
        rows.append(_row(line, now))
        now += line.minutes
    return "\n".join(rows)


def lines_of(agenda: Agenda) -> list[Line]:
    """Return what is planned, in order."""
    lines: list[Line] = []
    for part in agenda.parts:
        for step in part.steps:
            if not step.at_home:
                if not lines or (lines[-1].lesson, lines[-1].note) != (part.lesson, part.note):
                    lines.append(Line(_name(part), part.note, part.lesson))
                lines[-1].minutes += step.minutes
                lines[-1].questions += step.asks
            if step.pause:
                lines.append(Line(step.pause.what, minutes=step.pause.minutes))
    return lines


def _name(part: Part) -> str:
    number = next(lesson.number for lesson in chosen().lessons if lesson.title == part.lesson)
    section = part.note.section if part.note else ""
    return f"{number}: {chosen().sections.get(section, section.replace('-', ' ').capitalize()) or part.title}"


def _row(line: Line, start: float) -> str:
    minute = round(start)
    cells = (line.what, str(line.questions or ""), line.note.skip if line.note else "")
    what, questions, late = (" ".join(cell.replace("|", "\\|").split()) for cell in cells)
    return f"| {minute // 60}:{minute % 60:02d} | {round(line.minutes)} | {what} | {questions} | {late} |"
