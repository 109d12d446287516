"""What the notebook of lesson 01 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.law import card
from outsourcing_lessons.course.one_task.story_numbers import StoryNumbers, story_numbers
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models import learning, ratings

NEAR = 0.95  # of another cost: too close to call it cheaper, with assumptions such as these


def fields_of(case: Case) -> dict[str, object]:
    """Return the numbers of the story; hours of the first, second and eighth job.

    ``ten_right``: of 100 drafts, how many may be wrong after ten right ones (Wilson, 95 %).
    """
    story = story_numbers(case)
    first, second, eighth = learning.unit_time([1, 2, 8], story.stream.first_hours, story.stream.rate)
    return {
        "done": story.done,
        "own_hours": story.own_hours,
        "stranger": story.stranger,
        "self_hours": story.self_hours,
        "stayed": story.stayed,
        "chosen_as": _chosen_as(story),
        "first_job": float(first),
        "second_job": float(second),
        "eighth_job": float(eighth),
        "ten_right": round(100 * float(ratings.wilson_interval(0, 10)[1])),
        "law_status_line": card("status", case.profile.country).line,
    }


def _chosen_as(story: StoryNumbers) -> str:
    """Say how the regular compares with the next best way."""
    year = {name: float(way[-1]) for name, way in story.ways._asdict().items()}
    if year["regular"] < min(year["self"], year["machine"], year["strangers"]) * NEAR:
        return "the cheapest of the four ways"
    return "about as cheap as a machine’s draft, and nobody had counted yet how often that is right"
