"""ES modules joined into the one text that a page or a widget takes.

Modules stay files that an editor, a linter and a type checker understand; nothing is built and nothing renamed. So that
this can be so simple, only three forms are allowed, each beginning a line::

    import { make, node } from "./dom.js";       a module: comes before, once
    import WORDS_JSON from "./words.json";       data: becomes a constant
    import SHEET_CSS from "./sheet.css";         text: becomes a constant

and a module meets no other's names but those it imports. ``export default`` stays as it is. A module of a course,
wherever that is, names one of the player's as ``"outsourcing-lessons/models/normal.js"``.
Lines that are all comment stay in the modules: a seventh of what a phone would load is for those who read these.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

_IMPORT = re.compile(
    r'^import (\{[^}]*\}|[A-Za-z_$][\w$]*) from "((?:\.{1,2}|outsourcing-lessons)/[^"]+)";\n', re.MULTILINE
)
_PLAYER = "outsourcing-lessons/"
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const|let) ([\w$]+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_NOT_READ = re.compile(r"^(?:import\b|export (?!default )).*", re.MULTILINE)
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)


FOLDER = Path(__file__).resolve().parent
_PAGE_MODELS = FOLDER / "page_models.js"
Scopes = Mapping[Path, str]  # under which name a file stands in a script
Models = Mapping[str, tuple[Path, str]]  # by an explorer's id, the file of its model and the name of its function


class ModuleError(Exception):
    """Modules that cannot be joined: a fault of whoever wrote them, found by the tests before anybody else meets it."""


def with_models(*entries: Path, models: Models) -> str:
    """Join modules with the models that the page runs, known by their explorers' ids before the modules start."""
    first = _models_first(models)
    scopes = _scopes(_ordered(*first, *entries))
    return "\n".join([*_in_order(first, scopes, scopes, models), *_left_open((_PAGE_MODELS, *entries), scopes)])


def lending(entry: Path) -> str:
    """Join a module as the script that a page begins with, whose modules the scripts it fetches later use as well."""
    scopes = _scopes(_ordered(entry))
    return "\n".join([*(_part(file, scopes) for file in scopes), f"export {{ {', '.join(scopes.values())} }};\n"])


def fetched(entry: Path, beside: Path, models: Models | None = None) -> str:
    """Join what a module needs beyond the script of a page, which lies beside it and lends its modules.

    See ``lending``; ``models`` are to be known before it starts.
    """
    there, first = _scopes(_ordered(beside)), _models_first(models) if models else []
    scopes = _scopes([*there, *(file for file in _ordered(*first, entry) if file not in there)])
    own = [file for file in scopes if file not in there]
    wanted = {path for file in own for _, path in _imports(file)} | ({_PAGE_MODELS} if models else set())
    lent = ", ".join(name for file, name in there.items() if file in wanted)
    parts = _in_order([file for file in first if file in own], own, scopes, models or {})
    return "\n".join([f'import {{ {lent} }} from "./{beside.name}";\n', *parts])


def _models_first(models: Models) -> list[Path]:
    for file, name in models.values():
        _check_names(file, f"{{{name}}}", file)
    return _ordered(_PAGE_MODELS, *(file for file, _ in models.values()))


def _in_order(first: list[Path], files: Iterable[Path], scopes: Scopes, models: Models) -> list[str]:
    """Return files as parts of a script, and after those that come first how the page knows the models."""
    parts = [_part(file, scopes) for file in files]
    known = "".join(
        f"{scopes[_PAGE_MODELS]}.PAGE_MODELS.set({json.dumps(one)}, {scopes[file.resolve()]}.{name});\n"
        for one, (file, name) in models.items()
    )
    return [*parts[: len(first)], known, *parts[len(first) :]]


def joined(*entries: Path) -> str:
    """Join modules and all they import, each once and after what it imports, into a script in which no import is left.

    What the entries export are the names that the script leaves to whoever adds to it. Raises ModuleError if modules
    import each other, import what is not exported, or are written in a form that is not joined; says which file, what
    it has, and what is allowed.
    """
    scopes = _scopes(_ordered(*entries))
    return "\n".join([*(_part(file, scopes) for file in scopes), *_left_open(entries, scopes)])


def _scopes(files: list[Path]) -> Scopes:
    """Return the name under which each file stands in the script."""
    return {file: f"${number}" for number, file in enumerate(files)}


def _left_open(entries: tuple[Path, ...], scopes: Scopes) -> Iterator[str]:
    for file in dict.fromkeys(entry.resolve() for entry in entries):
        exported = _exports(file)
        if exported and not _DEFAULT.search(_text(file)):
            yield f"const {{ {', '.join(exported)} }} = {scopes[file]};\n"


def _ordered(*entries: Path) -> list[Path]:
    """Return modules and all they import, each once and after what it imports."""
    files: dict[Path, None] = {}
    for entry in entries:
        _collect(entry.resolve(), files, ())
    return list(files)


def _collect(file: Path, files: dict[Path, None], importing: tuple[Path, ...]) -> None:
    if file in importing:
        circle = " -> ".join(one.name for one in (*importing[importing.index(file) :], file))
        raise ModuleError(f"{file}: modules import each other ({circle}): put what both need in a module of its own")
    if file in files:
        return
    for _, path in _imports(file):
        _collect(path, files, (*importing, file))
    files[file] = None


@cache
def _imports(file: Path) -> tuple[tuple[str, Path], ...]:
    """Return what a module imports: the names as it writes them, and the file."""
    return tuple(_found_imports(file)) if file.suffix == ".js" else ()


def _found_imports(file: Path) -> Iterator[tuple[str, Path]]:
    for names, path in _IMPORT.findall(_text(file)):
        from_player = path.startswith(_PLAYER)
        folder, path = (FOLDER, path.removeprefix(_PLAYER)) if from_player else (file.parent, path)
        found = (folder / path).resolve()
        _check_names(file, names, found)
        yield names, found


def _check_names(file: Path, names: str, path: Path) -> None:
    """Refuse an import of what is not there."""
    if not path.is_file():
        raise ModuleError(f"{file}: imports {path}, and there is no such file: correct the path")
    if names.startswith("{") != (path.suffix == ".js"):
        raise ModuleError(
            f"{file}: imports `{names}` from {path.name}: braces are for modules, a bare name for the rest"
        )
    if names.startswith("{"):
        wanted = {name.strip() for name in names.strip("{}").split(",") if name.strip()}
        exported = set(_exports(path))
        if wanted - exported:
            missing = ", ".join(sorted(wanted - exported))
            raise ModuleError(
                f"{file}: imports {missing} from {path.name}, which exports {', '.join(sorted(exported))}"
            )
    elif path.suffix not in (".json", ".css") or names != _constant(path):
        raise ModuleError(
            f"{file}: imports {path.name} as `{names}`: data and text come from .json and .css files, under the "
            f"name of the file, `{_constant(path)}`"
        )


def _constant(file: Path) -> str:
    """Return the name under which data or text is imported: ``sheet.css`` -> ``SHEET_CSS``."""
    return re.sub(r"\W", "_", file.name).upper()


@cache
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def _exports(file: Path) -> list[str]:
    return _EXPORT.findall(_text(file))


@cache
def _body(file: Path) -> str:
    """Return a module without what it imports and exports, and without comments."""
    text = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", _text(file))))
    if left := _NOT_READ.search(text):
        raise ModuleError(
            f'{file}: `{left[0]}` cannot be joined: write `import {{ a, b }} from "./x.js";`, `import X_JSON from '
            '"./x.json";`, or `export` before a function, class or const'
        )
    return text.lstrip("\n")


def _part(file: Path, scopes: Scopes) -> str:
    """Return a file as a part of the script: a module closed but for what it exports, data and text as a constant."""
    if file.suffix == ".json":
        data = json.dumps(json.loads(_text(file)), ensure_ascii=False, separators=(",", ":"))
        return f"const {scopes[file]} = {data};\n"
    if file.suffix == ".css":
        return f"const {scopes[file]} = {json.dumps(_text(file), ensure_ascii=False)};\n"
    imported = "".join(f"const {names} = {scopes[path]};\n" for names, path in _imports(file))
    text = imported + _body(file)
    if _DEFAULT.search(text):
        return text
    exported = ", ".join(_exports(file))
    return f"const {scopes[file]} = (() => {{\n{text}return {{ {exported} }};\n}})();\n"
