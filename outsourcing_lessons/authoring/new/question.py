"""A new question: as text in its lesson's ``questions.md`` or worked out in a module beside it, and asked in a cell."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.authoring.new import computed
from outsourcing_lessons.authoring.new.changes import Changes
from outsourcing_lessons.authoring.new.loading import module_of, reading_questions, refuse_unless_there, with_part
from outsourcing_lessons.authoring.new.names import checked_id, title_of
from outsourcing_lessons.authoring.new.notebook import Cell, before_the_first, code, notebook_with, sources_of, text
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.notebook_files import read

FILE = "questions.md"
AIM = "first-step"
WHERE = ("practice", "when-wrong", "recall")  # sections that this question is fit for
CHOICE, PREDICTION = "choice", "prediction"

_CHOICE = """\
## {title} {{#{name} {section} {objective} 1.5min}}
Some work comes back with {{n}} mistakes. What do you do first?
= n: two | three | four
- [x] Ask how they came about {{#ask}}
  : Say here why this is right.
- [ ] Do all of the work again {{#again}}
  : Say here why it is wrong to do it again.
- [ ] Look for somebody else {{#other}}
  : Say here why it is wrong to look at once.
- [ ] Mend them without a word {{#mend}}
  : Say here why it is wrong to say nothing.
"""
_ORDER = """\
## {title} {{#{name} {section} {objective} 1.5min}}
Some work comes back with {{n}} mistakes. In which order do you go about it?
= n: two | three | four
first: First
last: Last
1. Ask how they came about {{#ask}}
  : Say here why this comes first.
2. Write down how to tell that it is right {{#write}}
  : Say here why this is the second.
3. Have it mended {{#mend}}
  : Say here why this is the third.
4. Look at all of it once more {{#look}}
  : Say here why this comes last.
: Say here why this order is right.
? Say here what helps without telling.
? Say here what nearly tells.
"""
TEXTS = {CHOICE: _CHOICE, "order": _ORDER}
MODULES = {"number": computed.NUMBER, PREDICTION: computed.PREDICTION}
KINDS = (*TEXTS, *MODULES)
ALL_OF_THEM = 'let its items have all of of_file(Path(__file__).with_name("questions.md"), slug).values()'


def written_question(name: str, section: str, objective: str, kind: str = CHOICE) -> str:
    """Return a question that is sound, and says what to write in its place."""
    return TEXTS[kind].format(title=title_of(name), name=name, section=section, objective=objective)


def new_question(course: Course, slug: str, name: str, section: str = WHERE[0], kind: str = CHOICE) -> tuple[Path, ...]:
    """Write a question that keeps the rules of a course, and ask it in the notebook of its lesson.

    ``name`` is the part of the id behind the dot, ``section`` one of `WHERE`, ``kind`` one of `KINDS`; a prediction is
    asked before all else, whatever its section.

    Raises ContentError if the lesson has a question of that name, or cannot be made to have this one; NotebookError if
    its notebook cannot be run. Nothing is written then.
    """
    lesson = course.lesson(slug)
    if f"{lesson.slug}.{checked_id(name)}" in {template.id for template in lesson.items}:
        raise ContentError(f"{lesson.slug} has a question {name!r}; give the new one another name")
    module = module_of(course, lesson)
    notebook = course.notebook_of(lesson)
    with Changes() as changes:
        facts = {
            "slug": lesson.slug, "name": name, "title": title_of(name), "model": name.replace("-", "_"),
            "section": section, "objective": lesson.objectives[0].id,
        }  # fmt: skip
        if kind in TEXTS:
            _write_text(changes, module, lesson, TEXTS[kind].format(**facts), name)
        else:
            home = module.with_name(f"{facts['model']}_computed.py")
            _write_module(changes, module, home, course.package, facts, kind)
        cells = read(notebook)["cells"]
        with_it = (
            _predicted(cells, lesson.slug, name) if kind == PREDICTION else _asked(cells, lesson.slug, name, section)
        )
        if with_it:
            changes.write(notebook, notebook_with(with_it))
    return changes.files


def _write_text(changes: Changes, module: Path, lesson: Lesson, question: str, name: str) -> None:
    path = module.with_name(FILE)
    if path.exists():
        changes.write(path, path.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + question)
    else:
        changes.write(path, f"# {lesson.title}\n\n{question}")
        changes.write(module, reading_questions(module, lesson.slug))
    refuse_unless_there(f"{lesson.slug}.{name}", f"{ALL_OF_THEM}, which reads {path}")


def _write_module(changes: Changes, module: Path, home: Path, package: str, facts: dict[str, str], kind: str) -> None:
    if home.exists():
        raise ContentError(f"{home} already exists; give the question another name")
    changes.write(home, MODULES[kind].format(**facts))
    model, beside = facts["model"], f"from {package}.{facts['slug'].replace('-', '_')}.{home.stem} import"
    changes.write(module, with_part(module, "items", model, f"{beside} {model}"))
    if kind == PREDICTION:
        entry = f'"{facts["name"]}": reveal_{model}'
        changes.write(module, with_part(module, "reveals", entry, f"{beside} reveal_{model}"))
    refuse_unless_there(f"{facts['slug']}.{facts['name']}", f"add {model} of {home.name} to the items in {module}")


def _asked(cells: list[Cell], slug: str, name: str, section: str) -> list[Cell]:
    """Return the cells with one that asks it behind the last of its section; none if one shows the whole section."""
    sources = sources_of(cells)
    line = f'lesson.section("{section}")' if section == "recall" else f'lesson.ask("{name}")'
    if line in sources:
        return []
    asked = [n for n, source in enumerate(sources) if source.startswith("lesson.ask(")]
    start = asked[-1] + 1 if asked else len(cells)
    place = next((n for n in range(start, len(cells)) if cells[n]["cell_type"] == "markdown"), len(cells))
    lead = text(f"{slug}-before-{name}", "Say here what leads up to the question.")
    return [*cells[:place], lead, code(f"{slug}-ask-{name}", line), *cells[place:]]


def _predicted(cells: list[Cell], slug: str, name: str) -> list[Cell]:
    """Return the cells with one that asks it before all there is to do, and its reveal behind the last explorer."""
    shown = [n for n, source in enumerate(sources_of(cells)) if source.startswith("lesson.explore(")]
    place = before_the_first(cells, ("lesson.explore(", "lesson.ask(", "lesson.section("))
    behind = shown[-1] + 1 if shown else place
    lead = text(f"{slug}-before-{name}", "## Guess first\n\nSay here what leads up to the prediction.")
    told = text(f"{slug}-after-{name}", "## What it comes to")
    asks, reveals = (code(f"{slug}-{verb}-{name}", f'lesson.{verb}("{name}")') for verb in ("ask", "reveal"))
    return [*cells[:place], lead, asks, *cells[place:behind], told, reveals, *cells[behind:]]
