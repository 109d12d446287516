"""The words of the start page about where a learner stands: Markdown, with links into the lessons."""

from __future__ import annotations

from datetime import date

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.blocks.block import Prose
from outsourcing_lessons.items.base import counted
from outsourcing_lessons.lab.learner_progress import LessonProgress, Progress, minutes_of_reviewed
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.lesson_minutes import minutes_of
from outsourcing_lessons.progress.review import Today

REVIEW_HEADING, PLAYBOOK_HEADING = "Today’s-five-minutes", "Your-playbook"
NOTHING_DUE = "Nothing is due; answer some recall questions first."


def home_id(course: Course) -> str:
    """Return the id of the block that says where a learner of a course stands."""
    return f"{course.slugs[0]}.home"


def review_id(course: Course) -> str:
    """Return the id of the block that says what is due in a course."""
    return f"{course.slugs[0]}.review"


def home(case: Case, standing: Progress | None, trouble: str = "") -> Prose:
    """Return the block that says where a learner stands, and what is amiss with their answers, as Markdown.

    Without a standing it says what lies before them.
    """
    lines = _before(case) if standing is None else _now(case.course, standing)
    lines = [trouble, "", *lines] if trouble else lines
    return Prose(id=home_id(case.course), markdown="\n".join(lines))


def review(case: Case, standing: Progress | None) -> Prose:
    """Return the block that says what the learner meant to do and what is due; without a standing, nothing is."""
    said = [NOTHING_DUE] if standing is None else [*_promised(standing), " ".join(_due(case.course, standing.review))]
    return Prose(id=review_id(case.course), markdown="\n".join(said))


def _promised(standing: Progress) -> list[str]:
    """Return what was promised, in the learner's own words, as a list."""
    if not standing.promised:
        return []
    lines = [f"- {escape.markdown(one.text)}{_by(one.day)}: {_link(one.lesson)}" for one in standing.promised]
    return ["**What you said you would do:**", "", *lines, ""]


def _by(day: date | None) -> str:
    return f", by {in_words(day)}" if day else ""


def _before(case: Case) -> list[str]:
    rows = [
        f"| {_link(lesson)} | {minutes_of(case.course, lesson)} minutes | {lesson.worksheet(case).title} |"
        for lesson in case.course.lessons
    ]
    return ["| Lesson | About | You leave with |", "|---|---|---|", *rows]


def _now(course: Course, standing: Progress) -> list[str]:
    next_step = f"**Next:** {_next(course, standing)}"
    due = counted(len(standing.review.to_do), "question")
    answer = f"[Answer {'it' if len(standing.review.to_do) == 1 else 'them'} above.]({_here(course, REVIEW_HEADING)})"
    review = f"**For review today:** {due}, {_minutes(course, standing.review)}. {answer}"
    head = [next_step, "", review, ""] if standing.review.to_do else [next_step, ""]
    rows = [_row(lesson) for lesson in standing.lessons]
    return [*head, "| Lesson | Questions answered | Worksheet |", "|---|---|---|", *rows]


def _row(standing: LessonProgress) -> str:
    answered = f"{standing.answered} of {standing.items}"
    return f"| {_link(standing.lesson)} | {answered} | {standing.worksheet}: {_filled(standing)} |"


def _filled(standing: LessonProgress) -> str:
    if not standing.filled:
        return "open"
    done = standing.filled == standing.fields
    return "filled in" if done else f"{standing.filled} of {standing.fields} fields filled in"


def _next(course: Course, standing: Progress) -> str:
    if not standing.begun:
        minutes = minutes_of(course, course.lessons[0])
        return f"this page. It takes about {minutes} minutes, and you can stop at any time: every answer is kept."
    unfinished = [lesson for lesson in standing.lessons if lesson.answered < lesson.items]
    if unfinished:
        lesson = standing.last if standing.last in unfinished else unfinished[0]
        left = counted(lesson.items - lesson.answered, "question")
        verb = f"continue {_link(lesson.lesson)}: {left} left" if lesson.answered else f"begin {_link(lesson.lesson)}"
        return f"{verb}, about {_time_left(course, lesson)}."
    open_ = next((lesson for lesson in standing.lessons if lesson.filled < lesson.fields), None)
    if open_:
        return f"the worksheet of {_link(open_.lesson)}, {open_.worksheet}. All questions are answered."
    there = _here(course, PLAYBOOK_HEADING)
    return f"everything is answered and filled in. [Make your playbook]({there}), and come back for the reviews."


def _time_left(course: Course, standing: LessonProgress) -> str:
    share = 1 - standing.answered / standing.items
    return counted(max(5, 5 * round(minutes_of(course, standing.lesson) * share / 5)), "minute")


def _due(course: Course, today: Today) -> list[str]:
    done, left = len(today.done), len(today.to_do)
    if not done and not left:
        return [NOTHING_DUE if today.next is None else f"Nothing is due today. Come back on {in_words(today.next)}."]
    said = [f"{counted(done, 'question')} reviewed today."] if done else []
    if left:
        said.append(f"{counted(left, 'question')}{' to go' if done else ''}, {_minutes(course, today)}.")
    else:
        again = f"; come back on {in_words(today.next)}" if today.next else ""
        said.append(f"That is all for today{again}.")
    if today.waiting:
        said.append(f"{counted(today.waiting, 'more question', 'more questions')} can wait until tomorrow.")
    return said


def _minutes(course: Course, today: Today) -> str:
    minutes = minutes_of_reviewed(course)
    return f"about {counted(max(1, round(sum(minutes[one.item_id] for one in today.to_do))), 'minute')}"


def in_words(day: date) -> str:
    """Write a day without its year."""
    return f"{day.day} {day:%B}"


def _here(course: Course, heading: str) -> str:
    """Link to a heading: JupyterLab goes there only by way of the notebook's name, also within the notebook."""
    return f"{course.lessons[0].notebook}#{heading}"


def _link(lesson: Lesson) -> str:
    return f"[{lesson.number} {lesson.title}]({lesson.notebook})"
