"""The page about what was handed in: who has, how far they are, what they still get wrong, how well sureness fits.

All names and sentences pass through the template's escaping. The page holds no script but the search, and fetches
nothing. Where there are many learners their table goes on on further pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from outsourcing_lessons import __version__
from outsourcing_lessons.charts.chart import Chart, figure
from outsourcing_lessons.collect import findings
from outsourcing_lessons.collect.gradebook import Row, questions
from outsourcing_lessons.collect.marks import Marks
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.html import template
from outsourcing_lessons.render.paging import found_by, paged, shared

STEM = "report"
TEMPLATES = Path(__file__).parent / "templates"


def pages_of(
    rows: Sequence[Row],
    marks: Sequence[Marks],
    problems: Sequence[tuple[str, str]],
    notes: Sequence[tuple[str, str]],
    with_roster: bool,
) -> dict[str, bytes]:
    """Return the pages by their names; the first has everything but the rest of a long table of learners."""
    people = [(row.learner_id, row.learner) for row in rows]
    pages = paged(rows, [row.learner_id for row in rows], STEM)
    sure, given_out = findings.calibration(marks), {slug for row in rows for slug in row.lessons}
    asked = [one for one in questions() if one.lesson in given_out]
    given: dict[str, Any] = {
        "course": chosen().title, "version": __version__, "rows": rows, "with_roster": with_roster,
        "handed": [row for row in rows if row.files], "missing": [row for row in rows if not row.files],
        "answers": sum(len(given) for one in marks for given in one.attempts.values()),
        "lessons": findings.lessons(rows, asked), "how_far": _drawn(findings.how_far(marks, asked)),
        "slips": findings.slips(marks, questions()), "sure": sure, "calibration": _drawn(sure.chart if sure else None),
        "gains": findings.gains(marks), "problems": problems, "notes": notes, "pages": pages,
        "not_given": [lesson for lesson in chosen().lessons if lesson.slug not in given_out],
        "several": len({row.numbers for row in rows}) > 1,
        "numbers": {lesson.slug: lesson.number for lesson in chosen().lessons},
        "people": found_by(people, STEM),
    }  # fmt: skip
    page_of = _environment().get_template("report.html.j2")
    return {page.name: page_of.render(page=page, **given, **shared(page is pages[0])).encode() for page in pages}


def _drawn(chart: Chart | None) -> Markup:
    """Return a chart with both its drawings, or nothing."""
    return Markup(figure(chart) if chart else "")


@cache
def _environment() -> jinja2.Environment:
    own = jinja2.FileSystemLoader(TEMPLATES)
    made = jinja2.Environment(
        loader=jinja2.ChoiceLoader([own, jinja2.FunctionLoader(template)]), autoescape=True,
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["percent"] = lambda value: f"{100 * value:.0f} %"
    made.filters["points"] = lambda value: f"{value:.1f}".removesuffix(".0")
    made.filters["people"] = lambda many: f"{many} {'learner' if many == 1 else 'learners'}"
    made.filters["breakable"] = lambda path: Markup(str(escape(path)).replace("/", "/<wbr>"))
    return made
