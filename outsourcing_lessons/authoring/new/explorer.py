"""A new explorer: a module with its model and its view, the same model in JavaScript, and a cell that shows it."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.authoring.new import played
from outsourcing_lessons.authoring.new.changes import Changes
from outsourcing_lessons.authoring.new.loading import module_of, refuse_unless_there, with_part
from outsourcing_lessons.authoring.new.names import checked_id, title_of
from outsourcing_lessons.authoring.new.notebook import Cell, before_the_first, code, notebook_with, sources_of, text
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.twins import twin_name
from outsourcing_lessons.notebook_files import read

_MODULE = '''\
"""Say here what this explorer lets people find out."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Series, Value, View, say
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel

MOST_JOBS = 24
EXPLAINED = 0.5  # hours a job takes you, once it is explained
SOON = 6  # jobs


def {model}(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return your hours over all jobs, and from which job on explaining has paid; its twin lies beside."""
    jobs = range(1, MOST_JOBS + 1)
    alone = [job * values["each"] for job in jobs]
    shared = [givens["explaining"] + job * EXPLAINED for job in jobs]
    turn = next((job for job in jobs if shared[job - 1] <= alone[job - 1]), None)
    return {{
        "jobs": jobs,
        "alone": alone,
        "shared": shared,
        "turn": turn,
        "hours": shared[turn - 1] if turn else None,
        "soon": turn is not None and turn <= SOON,
    }}


{constant} = ExplorerTemplate(
    id="{slug}.{name}",
    title="{title}",
    question="Say here what there is to find.",
    sliders=lambda case: (
        Slider(id="each", label="Hours a job takes you", low=0.5, high=4, step=0.5, value=1, unit="h", decimals=1),
    ),
    scenarios=lambda case: (("As in the story", {{}}), ("Long jobs", {{"each": 3}})),
    page=PageModel(
        model={model},
        givens=lambda case: {{"explaining": 8}},
        view=View(
            title="Your hours",
            x_label="Jobs",
            y_label="Hours so far",
            series=(Series(name="Alone", x="jobs", y="alone"), Series(name="Explained once", x="jobs", y="shared")),
            marks=(Point(x="turn", y="hours", text=say("from job {{turn}}"), when="turn"),),
            sentence=say(
                ("turn", "Explaining has paid from job {{turn}} on."), ("not turn", "Explaining does not pay so soon.")
            ),
            readouts=(Value(label="Paid from job", value=say(("turn", "{{turn}}"), ("not turn", "none of these"))),),
            goal=Goal(
                ask="Find how long a job must take for explaining to pay by the sixth.",
                when="soon",
                said=say("You found it: with jobs of {{each:1}} hours, from job {{turn}} on."),
            ),
        ),
    ),
)
'''
_TWIN = """\
// What {model} computes in {model}_explorer.py, in the page.

const EXPLAINED = 0.5;
const SOON = 6;

export function {function}({{ explaining }}, {{ each }}) {{
  const jobs = Array.from({{ length: 24 }}, (_, i) => i + 1);
  const alone = jobs.map((job) => job * each);
  const shared = jobs.map((job) => explaining + job * EXPLAINED);
  const turn = jobs.find((job) => shared[job - 1] <= alone[job - 1]) ?? null;
  return {{ jobs, alone, shared, turn, hours: turn ? shared[turn - 1] : null, soon: turn !== null && turn <= SOON }};
}}
"""


def new_explorer(course: Course, slug: str, name: str, turns: bool = False) -> tuple[Path, ...]:
    """Write an explorer that keeps the rules of a course, and show it in the notebook of its lesson.

    ``name`` is the part of the id behind the dot. One with ``turns`` is played in turns, any other has sliders.

    Raises ContentError if the lesson has something of that name, or cannot be made to have the explorer; NotebookError
    if its notebook cannot be run. Nothing is written then.
    """
    lesson = course.lesson(slug)
    whole = f"{lesson.slug}.{checked_id(name)}"
    if whole in {one.id for one in lesson.items} | {one.id for one in lesson.explorers}:
        raise ContentError(f"{lesson.slug} has {name!r} already; give the new explorer another name")
    model = name.replace("-", "_")
    module = module_of(course, lesson)
    home = module.with_name(f"{model}_explorer.py")
    if home.exists():
        raise ContentError(f"{home} already exists; give the explorer another name")
    facts = {
        "slug": lesson.slug, "name": name, "title": title_of(name), "model": model, "function": twin_name(model),
        "constant": model.upper(),
    }  # fmt: skip
    notebook = course.notebook_of(lesson)
    with Changes() as changes:
        changes.write(home, (played.MODULE if turns else _MODULE).format(**facts))
        changes.write(home.with_suffix(".js"), (played.TWIN if turns else _TWIN).format(**facts))
        package = f"{course.package}.{lesson.slug.replace('-', '_')}"
        line = f"from {package}.{model}_explorer import {model.upper()}"
        changes.write(module, with_part(module, "explorers", model.upper(), line))
        refuse_unless_there(whole, f"add it to the explorers in {module}")
        changes.write(notebook, notebook_with(_with_explorer(read(notebook)["cells"], lesson.slug, name)))
    return changes.files


def _with_explorer(cells: list[Cell], slug: str, name: str) -> list[Cell]:
    """Return the cells with one that shows it: behind the last explorer, else before a reveal or a question."""
    sources = sources_of(cells)
    shown = [n for n, source in enumerate(sources) if source.startswith("lesson.explore(")]
    told = "lesson.reveal("  # what is predicted is asked before, and revealed behind
    first = (told,) if any(one.startswith(told) for one in sources) else ("lesson.ask(", "lesson.section(")
    place = shown[-1] + 1 if shown else before_the_first(cells, first)
    lead = text(f"{slug}-before-{name}", "## Find out\n\nSay here what leads up to the explorer.")
    return [*cells[:place], lead, code(f"{slug}-explore-{name}", f'lesson.explore("{name}")'), *cells[place:]]
