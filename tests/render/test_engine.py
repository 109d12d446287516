"""Our papermill engine gives what papermill's stock engine gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest
from nbclient.exceptions import CellTimeoutError
from nbformat import v4
from papermill.engines import NBClientEngine, papermill_engines

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import engine, execute, notebook, run
from tests.patience import PATIENCE
from tests.render.conftest import a_notebook

ADA = LearnerProfile("ada", 'Ada "); import os', "design studio", "GBP", 95.0, 45.0, 7)
CELLS = [
    "1 + 1",
    "None",
    "print('a'); print('b', end='')\nimport sys; print('to the side', file=sys.stderr)",
    "from IPython.display import display, HTML, Markdown, clear_output, update_display"
    "\nprint('first'); display(HTML('<b>x</b>')); print('last')\n(1, 2)",
    "class Both:\n    def __repr__(self): return 'both'\n    def _repr_mimebundle_(self, include=None, exclude=None):"
    " return {'text/plain': 'bundle', 'application/x+json': {'n': (1, 2), 3: None}}, {'text/plain': {'k': 1}}\nBoth()",
    "class Shows:\n    def _ipython_display_(self): display(Markdown('*own*'))\nShows()",
    "handle = display('one', display_id='here'); update_display('two', display_id='here')",
    "print('gone'); clear_output(wait=True); print('stays')",
    "display({'text/plain': 'raw', 'text/html': '<i>'}, raw=True, metadata={'text/html': {'isolated': True}})",
    "In[1], Out[1], __name__, get_ipython().__class__.__name__",
    "!echo from a shell",
    "%%capture kept\nprint('caught')",
    "kept.stdout, {1: 'a'}, [i for i in range(3)]",
    "x = 3;\nx;",
    "try: input('who? ')\nexcept Exception as error: print(type(error).__name__, error)",
    "import asyncio\nawait asyncio.sleep(0, 'awaited')",
    "",
]
FAILS = v4.new_code_cell("1 / 0", metadata={"tags": ["raises-exception"]})
WIDGETS = [
    "import ipywidgets as w\nslider = w.IntSlider(value=3); slider",
    "out = w.Output()\nwith out: print('inside')\nout",
    "slider.value = 5",
]


def by_both(nb) -> list[nbformat.NotebookNode]:
    """Run a notebook with either engine, ours first."""
    try:
        return [run_by(name, nb) for name in (engine.register(), None)]
    except CellTimeoutError:
        # Sending for a widget, the stock client now and then misses the reply that comes meanwhile, and waits for ever.
        return [run_by(name, nb) for name in (engine.register(), None)]


def run_by(name: str | None, nb) -> nbformat.NotebookNode:
    begun = execute.template.__wrapped__(nbformat.writes(nb), "x")
    options = {"progress_bar": False, "execution_timeout": PATIENCE // 4}
    return papermill_engines.execute_notebook_with_engine(name, begun, "python3", **options)


def shown(nb) -> list:
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            output.pop("traceback", None)  # names files of the process
    return [(cell.get("execution_count"), cell.get("outputs"), sorted(cell.metadata)) for cell in nb.cells]


@pytest.fixture(scope="module")
def both() -> list[nbformat.NotebookNode]:
    cells = [v4.new_code_cell(source) for source in (*CELLS, *WIDGETS)]
    return by_both(v4.new_notebook(cells=[v4.new_markdown_cell("# All kinds"), *cells, FAILS]))


def without_model_ids(output: dict) -> dict:
    output.get("data", {}).get(notebook.WIDGET, {}).pop("model_id", None)
    return output


def test_every_kind_of_output_is_as_a_kernel_gives_it(both):
    ours, stock = (shown(notebook.clean(nbformat.from_dict(nb))) for nb in both)
    assert stock[-1][1][0]["ename"] == "ZeroDivisionError"
    for mine, theirs in zip(ours, stock, strict=True):
        assert theirs == mine


def test_widgets_keep_their_state(both):
    def states(nb):
        states = nb.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()
        return sorted(
            (one["model_name"], one["state"].get("value"), len(one["state"].get("outputs", []))) for one in states
        )

    ours, stock = map(states, both)
    assert stock == ours and ("IntSliderModel", 5, 0) in ours and ("OutputModel", None, 1) in ours


def test_the_language_is_noted(both):
    ours, stock = (nb.metadata.language_info for nb in both)
    assert stock == ours


def lessons() -> list:
    first, *others = run.sources_of()
    return [first, *(pytest.param(other, marks=pytest.mark.full) for other in others)]


@pytest.mark.parametrize("source", lessons(), ids=lambda source: source.slug)
def test_both_engines_give_the_same_notebook_of_every_lesson(source):
    ours, stock = (
        notebook.written(notebook.clean(execute.execute(source.text, source.notebook, ADA, name)))
        for name in (engine.register(), None)
    )
    assert stock == ours


def test_papermills_command_knows_the_engine(tmp_path):
    """With its parameters, times and saves, as from any other engine."""
    nbformat.write(a_notebook(v4.new_code_cell("learner")), tmp_path / "in.ipynb")
    command = [Path(sys.executable).with_name("papermill"), "--engine", "outsourcing-lessons", "in.ipynb", "out.ipynb"]
    subprocess.run([*command, "-p", "learner", "Zoe"], cwd=tmp_path, check=True, capture_output=True, timeout=PATIENCE)
    made = json.loads((tmp_path / "out.ipynb").read_text())
    last = made["cells"][-1]
    assert ["'Zoe'"] == last["outputs"][0]["data"]["text/plain"]
    assert made["metadata"]["papermill"]["duration"] > 0 and "completed" == last["metadata"]["papermill"]["status"]


def ran(*sources: str, **options) -> nbformat.NotebookNode:
    nb = v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])
    begun = execute.template.__wrapped__(nbformat.writes(nb), "x")
    return papermill.execute_notebook(
        begun, None, None, engine.register(), kernel_name="python3", progress_bar=False, **options
    )


def test_a_notebook_sees_nothing_of_the_one_before():
    before = dict(vars(sys.modules["__main__"])), sys.stdout, input
    ran("secret = 1; import builtins; print(secret)")
    with pytest.raises(papermill.PapermillExecutionError, match="NameError"):
        ran("secret")
    assert "1" == ran("1")["cells"][0]["outputs"][0]["data"]["text/plain"]
    assert before == (dict(vars(sys.modules["__main__"])), sys.stdout, input)


# A bell that rings in the midst of a weak reference's end is heard by nobody but the tests; the next one ends the cell.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_cell_that_takes_too_long_is_ended():
    with pytest.raises(CellTimeoutError):
        ran("while True:\n    try:\n        while True: pass\n    except ValueError: pass", execution_timeout=1)


def test_inside_of_another_shell_the_stock_engine_does_it(monkeypatch):
    asked = []
    monkeypatch.setattr(engine.shell, "in_use", lambda: True)
    monkeypatch.setattr(NBClientEngine, "execute_managed_notebook", lambda nb_man, **options: asked.append(options))
    ran("1")
    assert [60] == [options["start_timeout"] for options in asked]
