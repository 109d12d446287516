"""Our papermill engine gives what papermill's stock engine gives."""

from __future__ import annotations

import builtins
import decimal
import json
import logging
import os
import random
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from types import SimpleNamespace

import nbformat
import numpy
import papermill
import pytest
from asking_for_a_raise import COURSE as TINY
from click.testing import CliRunner
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellTimeoutError
from nbformat import v4
from papermill.cli import papermill as command
from papermill.engines import NBClientEngine, papermill_engines

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import engine, execute, notebook, shell
from tests.patience import PATIENCE
from tests.render.conftest import a_notebook

ADA = LearnerProfile("ada", 'Ada "); import os', "bakery", currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7)
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
        return [run_by(name, nb, PATIENCE // 24) for name in (engine.register(), None)]
    except CellTimeoutError:
        # Sending for a widget, the stock client now and then misses the reply that comes meanwhile, and waits for ever.
        return [run_by(name, nb) for name in (engine.register(), None)]


def run_by(name: str | None, nb, seconds: int = PATIENCE // 4) -> nbformat.NotebookNode:
    begun = execute.template.__wrapped__(nbformat.writes(nb), "x")
    options = {"progress_bar": False, "execution_timeout": seconds}
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


@pytest.mark.parametrize("lesson", [TINY.lessons[0], pytest.param(TINY.lessons[1], marks=pytest.mark.full)])
def test_both_engines_give_the_same_notebook_of_every_lesson(lesson, tiny):
    """Of the second, tests/test_second_course.py sees it too."""
    text, learner = notebook.read(TINY.notebook_of(lesson)), replace(ADA, business=TINY.trade_names[1])
    ours, stock = (
        notebook.written(notebook.clean(execute.execute(text, lesson.notebook, learner, name)))
        for name in (engine.register(), None)
    )
    assert stock == ours


def test_papermills_command_knows_the_engine(tmp_path):
    """With its parameters, times and saves, as from any other engine."""
    nbformat.write(a_notebook(v4.new_code_cell("learner")), tmp_path / "in.ipynb")
    files = [str(tmp_path / name) for name in ("in.ipynb", "out.ipynb")]
    said = CliRunner().invoke(command, ["--engine", "outsourcing-lessons", *files, "-p", "learner", "Zoe"])
    assert said.exit_code == 0, said.output
    made = json.loads((tmp_path / "out.ipynb").read_text())
    last = made["cells"][-1]
    assert ["'Zoe'"] == last["outputs"][0]["data"]["text/plain"]
    assert made["metadata"]["papermill"]["duration"] > 0 and "completed" == last["metadata"]["papermill"]["status"]


def ran(*sources: str, **options) -> nbformat.NotebookNode:
    nb = v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])
    begun = execute.template.__wrapped__(nbformat.writes(nb), "x")
    options = {"kernel_name": "python3"} | options
    return papermill.execute_notebook(begun, None, None, engine.register(), progress_bar=False, **options)


def test_a_notebook_sees_nothing_of_the_one_before():
    before = dict(vars(sys.modules["__main__"])), sys.stdout, input
    ran("secret = 1; import builtins; print(secret)")
    with pytest.raises(papermill.PapermillExecutionError, match="NameError"):
        ran("secret")
    assert "1" == ran("1")["cells"][0]["outputs"][0]["data"]["text/plain"]
    assert before == (dict(vars(sys.modules["__main__"])), sys.stdout, input)


def test_a_notebook_may_teach_ipython_a_syntax_which_the_next_does_not_know():
    taught = "taught = lambda lines: [line.replace('seven', '7') for line in lines]"
    taught += "\nget_ipython().input_transformers_cleanup.append(taught)"
    cells = [v4.new_code_cell(source) for source in ("try: seven\nexcept NameError: print('no')", taught, "seven")]
    for _ in range(2):
        nb = run_by(engine.register(), v4.new_notebook(cells=cells))
        assert ("no\n", "7") == (nb.cells[0].outputs[0].text, nb.cells[2].outputs[0].data["text/plain"])


# A bell that rings in the midst of a weak reference's end is heard by nobody but the tests; the next one ends the cell.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_cell_that_takes_too_long_is_ended():
    before = of_the_process()
    with pytest.raises(CellTimeoutError):
        ran("while True:\n    try:\n        while True: pass\n    except ValueError: pass", execution_timeout=1)
    assert before == of_the_process()


@pytest.fixture
def stock(monkeypatch) -> list[dict]:
    """What papermill's stock engine is asked to do; it does nothing."""
    asked = []
    monkeypatch.setattr(NBClientEngine, "execute_managed_notebook", lambda nb_man, name, **how: asked.append(how))
    return asked


@pytest.fixture
def an_alarm_of_ours():
    signal.setitimer(signal.ITIMER_REAL, 10 * PATIENCE)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.mark.parametrize(
    "options",
    [
        {"on_cell_error": print},
        {"resources": {"metadata": {"path": "/"}}},
        {"interrupt_on_timeout": True, "execution_timeout": 9},
        {"ipython_hist_file": "history.sqlite"},
        {"kernel_name": "ir"},
    ],
    ids=lambda options: next(iter(options)),
)
def test_what_it_cannot_do_is_left_to_the_stock_engine_and_said(stock, caplog, options):
    with caplog.at_level("INFO", "papermill"):
        ran("1", **options)
    assert options.get("execution_timeout") == stock[0]["execution_timeout"]
    assert 1 == sum("leaves this notebook to the stock engine" in line for line in caplog.messages)


def test_a_limit_is_left_to_the_stock_engine_where_the_alarm_is_the_callers(stock, an_alarm_of_ours):
    ran("1")
    assert not stock
    ran("1", execution_timeout=9)
    assert 9 == stock[0]["execution_timeout"] and signal.getitimer(signal.ITIMER_REAL)[0] > 0


def test_inside_of_another_shell_the_stock_engine_does_it(stock):
    with shell.kernel(lambda msg: None):
        ran("1")
    assert [60] == [options["start_timeout"] for options in stock]


def test_no_thread_but_the_main_one_gets_the_shell(stock):
    """Whoever had got it would have shared it with whoever came before the first had ended."""
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: ran("1", execution_timeout=9), range(3)))
    assert [9, 9, 9] == [options["execution_timeout"] for options in stock]


@pytest.mark.full
def test_a_limit_holds_in_a_thread_too():
    def sleeping():
        try:
            ran("import time; time.sleep(900)", execution_timeout=1)
        finally:
            ensure_event_loop().close()  # Jupyter leaves that of a thread open

    with ThreadPoolExecutor(1) as threads, pytest.raises(CellTimeoutError):
        threads.submit(sleeping).result()


CHANGES = """\
import builtins, decimal, io, logging, os, random, signal, sys, numpy
os.environ["TERM"] = os.environ["NEW"] = "changed"; os.environ.pop("HOME", None); os.chdir("/")
sys.path.insert(0, "/nowhere"); sys.argv.append("changed"); sys.stdout = sys.stderr = io.StringIO(); sys.ps1 = "changed"
builtins.changed = 1; random.seed(1); numpy.random.seed(1); decimal.getcontext().prec = 3
numpy.set_printoptions(precision=1); logging.basicConfig(); logging.root.setLevel(1)
signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN)
"""


def of_the_process() -> list:
    """What a process has one of."""
    kept = [dict(os.environ), os.getcwd(), [*sys.path], [*sys.argv], dict(vars(builtins)), [*logging.root.handlers]]
    settings = [logging.root.level, decimal.getcontext().prec, numpy.get_printoptions()["precision"]]
    numbers = [random.getstate(), numpy.random.get_state()[1].tolist()]
    own = [{name: value for name, value in vars(sys).items() if name not in ("path", "argv")}]
    return [kept, settings, numbers, own, [signal.getsignal(each) for each in signal.valid_signals()]]


@pytest.mark.parametrize("end", ["", "1 / 0"], ids=["done", "failed"])
def test_what_a_process_has_one_of_is_given_back_whichever_way_it_ends(end):
    before = of_the_process()
    with pytest.raises(papermill.PapermillExecutionError, match=end) if end else nullcontext():
        ran(CHANGES, end)
    assert before == of_the_process()


def test_a_shell_that_cannot_begin_leaves_nothing_behind(monkeypatch):
    before = of_the_process()
    monkeypatch.setattr(shell.ZMQInteractiveShell, "init_magics", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ran("1")
    assert before == of_the_process() and "" == shell.refusal()


def test_random_numbers_of_two_notebooks_are_not_the_same():
    draw = "import random, numpy; print(random.random(), numpy.random.rand())"
    first, second = (text_of(ran(draw)) for _ in range(2))
    assert not {*first.split()} & {*second.split()}


def text_of(nb) -> str:
    return "".join(output["text"] for cell in nb.cells for output in cell.outputs if "text" in output)


def test_only_what_the_notebooks_own_threads_say_is_in_it(capsys):
    """A thread of the caller, or one that such a thread starts, prints meanwhile; so does one that a cell starts."""
    asked, told = threading.Event(), threading.Event()

    def beside():
        asked.wait(PATIENCE)
        print("somebody else's")
        another = threading.Thread(target=print, args=["and his friend's"])
        another.start()
        another.join()
        told.set()

    caller = threading.Thread(target=beside)
    caller.start()
    sys.asked, sys.told = asked, told
    cell = (
        "import sys, threading\nsys.asked.set(); waited = sys.told.wait(60)\n"
        "mine = threading.Thread(target=print, args=['mine']); mine.start(); mine.join(); print(waited)"
    )
    try:
        nb = ran(cell)
    finally:
        del sys.asked, sys.told
        caller.join()
    assert "mine\nTrue\n" == text_of(nb) and "somebody else's\nand his friend's\n" == capsys.readouterr().out


def test_output_may_be_logged_meanwhile(capsys, caplog):
    """Where the log itself is written to the error stream that a notebook is lent."""
    log = logging.getLogger("papermill")
    caplog.set_level(logging.WARNING, logger=log.name)
    ours = logging.StreamHandler(SimpleNamespace(write=lambda text: sys.stderr.write(text), flush=lambda: None))
    log.addHandler(ours)
    try:
        nb = ran("import sys; print('out'); print('err', file=sys.stderr)", log_output=True)
    finally:
        log.removeHandler(ours)
    assert ["out\n", "err\n"] == [output["text"] for output in nb.cells[0].outputs]
    assert "err" in capsys.readouterr().err


def test_what_a_notebook_leaves_behind_says_nothing_in_it_afterwards(capsys):
    sys.kept = []
    try:
        nb = ran("import sys; sys.kept.append(sys.stdout)")
        print("later", file=sys.kept[0])
    finally:
        del sys.kept
    assert "" == text_of(nb) and "later\n" == capsys.readouterr().out
