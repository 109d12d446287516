"""A lesson takes questions from ``questions.md``, or has one more explorer: put into its module, and seen to work."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.lesson import Lesson

_IMPORTS = ("from pathlib import Path", "from outsourcing_lessons.lessons.questions import of_file")
_SEEN = "import sys; from outsourcing_lessons.lessons.courses import chosen; "
_SEEN += "sys.exit(sys.argv[1] not in {t.id for one in chosen().lessons for t in (*one.items, *one.explorers)})"


def module_of(course: Course, lesson: Lesson) -> Path:
    """Return the ``__init__.py`` of a lesson, beside which its other files are.

    Raises ContentError if the lesson is one module and has no folder.
    """
    name = f"{course.package}.{lesson.slug.replace('-', '_')}"
    spec = importlib.util.find_spec(name)
    path = Path(spec.origin or "") if spec else Path()
    if path.name != "__init__.py":
        raise ContentError(
            f"{name} is not a folder; make it one, with its LESSON in __init__.py, to put other files beside"
        )
    return path


def reading_questions(module: Path, slug: str) -> str:
    """Return the text of a lesson's module with its questions from ``questions.md`` behind all others.

    Raises ContentError if no ``Lesson(items=...)`` stands in the module; says what to write by hand.
    """
    given = _given(module.read_text(encoding="utf-8"))
    fields = f", {ast.unparse(given['fields'])}" if isinstance(given.get("fields"), ast.Name) else ""
    those = f'*of_file(Path(__file__).with_name("questions.md"), "{slug}"{fields}).values()'
    return with_part(module, "items", those, *_IMPORTS)


def _given(source: str) -> dict[str | None, ast.expr]:
    """Return what ``Lesson(...)`` is given, by name."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    lesson = next((call for call in calls if getattr(call.func, "id", "") == "Lesson"), None)
    return {one.arg: one.value for one in lesson.keywords} if lesson else {}


def with_part(module: Path, field: str, those: str, *imports: str) -> str:
    """Return the text of a lesson's module with one more entry in what its ``Lesson(...)`` is given, and its imports.

    Raises ContentError if no ``Lesson(field=...)`` stands in the module; says what to write by hand.
    """
    source = module.read_text(encoding="utf-8")
    if field not in _given(source):
        raise ContentError(f"{module}: there is no Lesson({field}=…) to add to; add {those} to the {field} by hand")
    for line in imports:
        source = source if line in source else _imported(source, line)
    items = _given(source)[field]
    lines = source.splitlines(keepends=True)
    start, end = _at(lines, items.lineno, items.col_offset), _at(lines, items.end_lineno, items.end_col_offset)
    now = source[start:end]
    inside = items.elts if isinstance(items, ast.Tuple) else getattr(items, "keys", ())
    if inside and "\n" in now:
        indent = " " * (inside[0] or items).col_offset
        body = now[:-1].rstrip()
        now = f"{body.rstrip(',')},\n{indent}{those},\n{' ' * (len(indent) - 4)}{now[-1]}"
    elif isinstance(items, ast.Tuple | ast.Dict):
        inner = ", ".join(filter(None, (now[1:-1].strip().rstrip(","), those)))
        alone = "," if inner == those and now[0] == "(" else ""
        now = f"{now[0]}{inner}{alone}{now[-1]}"
    else:
        now = f"{{**{now}, {those}}}" if ": " in those else f"(*{now}, {those})"
    return source[:start] + now + source[end:]


def _at(lines: list[str], line: int | None, column: int | None) -> int:
    """Return where in the text a place of the syntax tree is, whose columns are counted in bytes."""
    row = (line or 1) - 1
    return sum(map(len, lines[:row])) + len(lines[row].encode()[: column or 0].decode())


def _imported(source: str, line: str) -> str:
    """Put an import where it belongs: of the standard library first, then the others by the names of their modules."""
    nodes = [one for one in ast.parse(source).body if isinstance(one, ast.ImportFrom | ast.Import)]
    others = [one for one in nodes if getattr(one, "module", "") != "__future__"]
    lines = source.splitlines(keepends=True)
    if line.startswith("from pathlib"):
        row = others[0].lineno - 1
        return "".join([*lines[:row], f"{line}\n", "\n", *lines[row:]])
    name = re.split(r"\s", line)[1]
    behind = next((one for one in others if "." in (found := getattr(one, "module", "") or "") and found > name), None)
    row = behind.lineno - 1 if behind else (others[-1].end_lineno or 0)
    return "".join([*lines[:row], f"{line}\n", *lines[row:]])


def refuse_unless_there(whole_id: str, cure: str) -> None:
    """Look in a fresh process, which has what was saved last, whether a lesson has a question or an explorer.

    Raises ContentError if it has not, or the course cannot be read any more; says why, and the cure.
    """
    seen = subprocess.run([sys.executable, "-c", _SEEN, whole_id], capture_output=True, text=True)
    if seen.returncode:
        why = (seen.stderr.strip().splitlines()[-1:] or ["nothing there has that id"])[0]
        raise ContentError(f"the lesson does not have {whole_id} ({why}); {cure}")
