"""Who may import whom, and how large a thing may get."""

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "outsourcing_lessons"

# A layer and the layers it may import. A layer is a folder or a module; the longest name that fits a module counts.
MAY_IMPORT = {
    "errors": "",
    "database": "errors",
    "file_lock": "",
    "words": "",
    "number_format": "",
    "money": "words number_format",
    "spreadsheet": "",
    "characters": "",
    "private_files": "",
    "fork_server": "",
    "models": "errors",
    "items": "words models number_format money errors",
    "blocks": "words items number_format money errors",
    "charts": "characters number_format money errors",
    "places": "number_format money",
    "learner": "places money errors",
    "lessons": "learner places blocks items charts models number_format money errors",
    "course": "lessons learner blocks items charts models money errors",
    "brand": "characters errors",
    "roster": "lessons learner places money number_format errors",
    "player": "",
    "typesetting": "characters errors",
    "progress": "items database errors",
    "own_kernel": "",
    "without_grammars": "",
    "papermill_plugins": "without_grammars",
    "notebook_files": "without_grammars own_kernel blocks errors",
    "lab": "without_grammars player lessons learner notebook_files playbook progress blocks items money errors",
    "playbook": "words blocks items characters money typesetting errors",
    "widgets": "workshop.client lab lessons learner player playbook progress charts blocks items money errors",
    "render": "brand fork_server private_files characters spreadsheet typesetting lessons learner roster notebook_files"
    " without_grammars own_kernel papermill_plugins player charts words blocks items number_format money"
    " database file_lock errors",
    "collect": "render workshop exports roster progress lessons learner spreadsheet charts models blocks items player"
    " number_format money database errors",
    "workshop.client": "progress database errors",
    "workshop": "brand private_files words playbook workshop.client lessons learner roster player charts"
    " blocks items models money database file_lock errors",
    "authoring": "without_grammars workshop render notebook_files lessons learner places blocks items number_format"
    " money errors",
    "debrief": "words blocks characters typesetting spreadsheet workshop exports lessons items learner models charts"
    " own_kernel papermill_plugins errors",
    "exports": "private_files words lessons learner items characters database errors",
    "cli": "brand fork_server authoring collect lab debrief workshop exports render roster typesetting playbook widgets"
    " lessons own_kernel notebook_files learner progress blocks items money errors",
    "__main__": "cli",
    "__init__": "widgets items",
}

# What a layer may use of other people's; a layer that is not named may use what pyproject.toml lists.
MAY_USE = {
    "errors": "",
    "words": "",
    "database": "",
    "number_format": "",
    "money": "",
    "spreadsheet": "",
    "characters": "",
    "private_files": "",
    "charts": "",
    "models": "numpy",
    "items": "pydantic",
    "learner": "",
    "brand": "",
    "places": "babel",
    "lab.doctor": "",
    "course": "numpy",
    "progress": "fsrs",
    "workshop.client": "",
    "roster": "python_calamine",
    "typesetting": "typst",
}

MODULES = sorted(PACKAGE.rglob("*.py"))
OTHERS = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".js", ".css", ".typ", ".html", ".j2"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 50
LONGEST_CONTENT = 90  # lines of a function in the course: a worksheet or an item, which is mostly sentences


def name_of(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


NAMES = {name_of(path) for path in MODULES}


def layer_of(module):
    """Return the layer of a module, named within the package."""
    fits = [layer for layer in MAY_IMPORT if module == layer or module.startswith(layer + ".")]
    assert fits, f"{module} is in no layer: add it to MAY_IMPORT"
    return max(fits, key=len)


@cache
def nodes_of(path):
    """Return what a module is made of: its imports and its functions."""
    kinds = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, kinds)]


def imported_by(path):
    """Yield the full name of everything a module imports, wherever in it."""
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(full_name):
    """Return the module of this package that a full name belongs to, or "" for the package itself."""
    inside = full_name.removeprefix("outsourcing_lessons").removeprefix(".")
    while inside and inside not in NAMES:
        inside = inside.rpartition(".")[0]
    return inside


def test_modules_import_only_from_the_layers_below():
    wrong = {}
    for path in MODULES:
        layer = layer_of(name_of(path))
        allowed = {layer, *MAY_IMPORT[layer].split()}
        targets = {ours(name) for name in imported_by(path) if name.split(".")[0] == "outsourcing_lessons"}
        if above := [target for target in targets if target and layer_of(target) not in allowed]:
            wrong[name_of(path)] = f"imports {above}; {layer} may import {sorted(allowed)}"
    assert wrong == {}


def test_a_layer_uses_only_the_libraries_it_may():
    wrong = {}
    for path in MODULES:
        layer = layer_of(name_of(path))
        used = {name.split(".")[0] for name in imported_by(path)} - {"outsourcing_lessons"} - sys.stdlib_module_names
        if layer in MAY_USE and not used <= set(MAY_USE[layer].split()):
            wrong[name_of(path)] = used
    assert wrong == {}


def test_every_layer_exists():
    gone = [layer for layer in MAY_IMPORT if layer not in NAMES]
    assert not gone


def modules_loaded_by(statement):
    code = f"import sys, json; old = set(sys.modules); {statement}; print(json.dumps(sorted(set(sys.modules) - old)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.split(".")[0] for name in json.loads(done.stdout)} - sys.stdlib_module_names


def test_the_models_load_numpy_and_nothing_else():
    models = sorted(name for name in NAMES if name.startswith("models."))
    loaded = modules_loaded_by("import " + ", ".join(f"outsourcing_lessons.{name}" for name in models))
    assert loaded - {"outsourcing_lessons"} <= {"numpy", "_distutils_hack"}


def test_the_package_itself_loads_nothing():
    assert modules_loaded_by("import outsourcing_lessons") == {"outsourcing_lessons"}


def test_modules_and_files_in_other_languages_stay_small():
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES + OTHERS
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_stay_small():
    too_long = {}
    for path in MODULES:
        longest = LONGEST_CONTENT if layer_of(name_of(path)) == "course" else LONGEST_FUNCTION
        for node in nodes_of(path):
            if not isinstance(node, ast.Import | ast.ImportFrom) and body_lines(node) > longest:
                too_long[f"{name_of(path)}.{node.name}"] = body_lines(node)
    assert too_long == {}


def body_lines(function):
    """Return the number of lines of a function, its docstring left out."""
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    words = docstring.end_lineno - docstring.lineno + 1 if docstring else 0
    return function.end_lineno - function.lineno + 1 - words


def test_nothing_is_called_utils():
    assert not [path for path in MODULES if path.stem in ("utils", "util", "helpers", "misc", "common")]
