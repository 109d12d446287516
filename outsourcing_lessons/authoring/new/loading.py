"""A lesson that takes its questions from ``questions.md``: put into its module as text, and seen to work."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from outsourcing_lessons.errors import ContentError

_IMPORTS = ("from pathlib import Path", "from outsourcing_lessons.lessons.questions import of_file")
_SEEN = "import sys; from outsourcing_lessons.lessons.courses import chosen; "
_SEEN += "sys.exit(sys.argv[1] not in {t.id for lesson in chosen().lessons for t in lesson.items})"


def reading_questions(module: Path, slug: str) -> str:
    """Return the text of a lesson's module with its questions from ``questions.md`` behind all others.

    Raises
    ------
    ContentError
        If no ``Lesson(items=...)`` stands in the module; says what to write by hand.
    """
    source = module.read_text(encoding="utf-8")
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    lesson = next((call for call in calls if getattr(call.func, "id", "") == "Lesson"), None)
    given = {one.arg: one.value for one in lesson.keywords} if lesson else {}
    fields = f", {ast.unparse(given['fields'])}" if isinstance(given.get("fields"), ast.Name) else ""
    those = f'*of_file(Path(__file__).with_name("questions.md"), "{slug}"{fields}).values()'
    if "items" not in given:
        raise ContentError(f"{module}: there is no Lesson(items=…) to add to; add {those} to the items by hand")
    for line in _IMPORTS:
        source = source if line in source else _imported(source, line)
    return _with_items(source, those)


def _with_items(source: str, those: str) -> str:
    tree = ast.parse(source)
    call = next(n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "Lesson")
    items = next(one.value for one in call.keywords if one.arg == "items")
    lines = source.splitlines(keepends=True)
    start, end = _at(lines, items.lineno, items.col_offset), _at(lines, items.end_lineno, items.end_col_offset)
    now = source[start:end]
    if isinstance(items, ast.Tuple) and items.elts and "\n" in now:
        indent = " " * items.elts[0].col_offset
        body = now[: now.rindex(")")].rstrip()
        now = f"{body.rstrip(',')},\n{indent}{those},\n{' ' * (len(indent) - 4)})"
    elif isinstance(items, ast.Tuple):
        inner = ", ".join(filter(None, (now[1:-1].strip().rstrip(","), those)))
        now = f"({inner},)" if inner == those else f"({inner})"
    else:
        now = f"(*{now}, {those})"
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


def refuse_unless_asked(item_id: str, path: Path) -> None:
    """Look in a fresh process, which has what was saved last, whether a lesson has a question.

    Raises
    ------
    ContentError
        If it has not, or the course cannot be read any more; says why.
    """
    seen = subprocess.run([sys.executable, "-c", _SEEN, item_id], capture_output=True, text=True)
    if seen.returncode:
        why = seen.stderr.strip().splitlines()[-1:] or ["its items are not all that of_file gives"]
        raise ContentError(
            f"the lesson does not take {item_id} from {path} ({why[0]}); let its items have all of "
            'of_file(Path(__file__).with_name("questions.md"), slug).values()'
        )
