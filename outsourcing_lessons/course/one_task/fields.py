"""What the notebook of lesson 01 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.law import card
from outsourcing_lessons.course.one_task.setting import Setting, setting_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models import learning, ratings

NEAR = 0.95  # of another cost: too close to call it cheaper, with assumptions such as these


def fields_of(case: Case) -> dict[str, object]:
    """Return the numbers of the story; hours of the first, second and eighth job.

    ``ten_right``: of 100 drafts, how many may be wrong after ten right ones (Wilson, 95 %).
    """
    setting = setting_of(case)
    first, second, eighth = learning.unit_time([1, 2, 8], setting.stream.first_hours, setting.stream.rate)
    return {
        "done": setting.done,
        "own_hours": setting.own_hours,
        "stranger": setting.stranger,
        "self_hours": setting.self_hours,
        "stayed": setting.stayed,
        "chosen_as": _chosen_as(setting),
        "first_job": float(first),
        "second_job": float(second),
        "eighth_job": float(eighth),
        "ten_right": round(100 * float(ratings.wilson_interval(0, 10)[1])),
        "law_status_line": card("status", case.profile.country).line,
    }


def _chosen_as(setting: Setting) -> str:
    """Say how the regular compares with the next best way."""
    year = {name: float(way[-1]) for name, way in setting.ways._asdict().items()}
    if year["regular"] < min(year["self"], year["machine"], year["strangers"]) * NEAR:
        return "the cheapest of the four ways"
    return "about as cheap as a machine’s draft, and nobody had counted yet how often that is right"
