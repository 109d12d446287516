"""A new question: in the ``questions.md`` of its lesson, which takes it from there, and in a cell that asks it."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.authoring.new.changes import Changes
from outsourcing_lessons.authoring.new.loading import module_of, reading_questions, refuse_unless_asked
from outsourcing_lessons.authoring.new.names import checked_id, title_of
from outsourcing_lessons.authoring.new.notebook import Cell, code, notebook_with, sources_of, text
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.notebook_files import read

FILE = "questions.md"
AIM = "first-step"
WHERE = ("practice", "when-wrong", "recall")  # sections that this question is fit for

_QUESTION = """\
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


def written_question(name: str, section: str, objective: str) -> str:
    """Return a question that is sound, and says what to write in its place."""
    return _QUESTION.format(title=title_of(name), name=name, section=section, objective=objective)


def new_question(course: Course, slug: str, name: str, section: str = WHERE[0]) -> tuple[Path, ...]:
    """Write a question that keeps the rules of a course, and ask it in the notebook of its lesson.

    Parameters
    ----------
    course : Course
        As it was before.
    slug, name : str
        The lesson, and the part of the id behind the dot.
    section : str
        One of `WHERE`.

    Returns
    -------
    tuple of Path
        What was written.

    Raises
    ------
    ContentError
        If the lesson has a question of that name, or cannot be made to read a ``questions.md``.
    NotebookError
        If its notebook cannot be run; nothing is written then.
    """
    lesson = course.lesson(slug)
    if f"{lesson.slug}.{checked_id(name)}" in {template.id for template in lesson.items}:
        raise ContentError(f"{lesson.slug} has a question {name!r}; give the new one another name")
    module = module_of(course, lesson)
    path, question = module.with_name(FILE), written_question(name, section, lesson.objectives[0].id)
    notebook = course.notebook_of(lesson)
    with Changes() as changes:
        if path.exists():
            changes.write(path, path.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + question)
        else:
            changes.write(path, f"# {lesson.title}\n\n{question}")
            changes.write(module, reading_questions(module, lesson.slug))
        refuse_unless_asked(f"{lesson.slug}.{name}", path)
        cells = read(notebook)["cells"]
        if with_it := _with_question(cells, lesson.slug, name, section):
            changes.write(notebook, notebook_with(with_it))
    return changes.files


def _with_question(cells: list[Cell], slug: str, name: str, section: str) -> list[Cell]:
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
