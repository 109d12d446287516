"""What is stored, and what is trusted."""

from __future__ import annotations

import copy
import json
import logging
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from asking_for_a_raise import COURSE
from jupyter_server.extension.config import ExtensionConfigManager
from jupyterlab_server.settings_utils import _get_overrides

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.lab import server_extension
from outsourcing_lessons.lab.learner_copy import give
from outsourcing_lessons.lab.server_extension import before_saving, with_home, with_trust
from outsourcing_lessons.notebook_files import WIDGET_VIEW

VIEW = {"version_major": 2, "version_minor": 0, "model_id": "abc"}


def output(**data):
    return {"output_type": "display_data", "metadata": {}, "data": data}


def notebook(*outputs):
    cell = {
        "cell_type": "code",
        "id": "a",
        "source": "",
        "metadata": {},
        "outputs": list(outputs),
        "execution_count": 1,
    }
    text = {"cell_type": "markdown", "id": "b", "source": "", "metadata": {}}
    return {"cells": [text, cell], "metadata": {"widgets": {"state": {}}}, "nbformat": 4, "nbformat_minor": 5}


def saved(content):
    model = {"type": "notebook", "content": copy.deepcopy(content)}
    before_saving(model, path="a.ipynb", contents_manager=None)
    return model["content"]


def test_our_live_views_are_not_stored():
    """The static forms are, and the state of the widgets is not."""
    content = saved(notebook(output(**{MIME: {}, "text/html": "<p>", WIDGET_VIEW: VIEW})))
    assert content["cells"][1]["outputs"][0]["data"] == {MIME: {}, "text/html": "<p>"} and content["metadata"] == {}


def test_other_widgets_are_left_alone():
    """They are not ours, nor is their state."""
    theirs = output(**{"text/plain": "IntSlider()", WIDGET_VIEW: VIEW})
    assert saved(notebook(theirs)) == notebook(theirs)
    assert saved(notebook(theirs, output(**{MIME: {}, WIDGET_VIEW: VIEW})))["metadata"] == {"widgets": {"state": {}}}


@pytest.mark.parametrize("model", [{"type": "file", "content": "text"}, {"type": "notebook", "content": None}, {}])
def test_other_files_are_left_alone(model):
    """The hook sees everything that is saved."""
    before = copy.deepcopy(model)
    before_saving(model, path="a", contents_manager=None)
    assert model == before


def test_the_courses_own_notebooks_are_trusted_wherever_they_lie_and_no_others(tmp_path, monkeypatch):
    """To the byte: a changed output could hold anything. A hub's users have them in a folder of a folder."""
    shipped, mine, signed = tmp_path / "shipped", tmp_path / "home/course/notebooks", []
    for folder in (shipped, mine):
        folder.mkdir(parents=True)
    text = json.dumps(notebook())
    (shipped / "01.ipynb").write_text(text)
    (mine / "01.ipynb").write_text(text)
    (mine / "02.ipynb").write_text(text.replace('"a"', '"c"'))
    monkeypatch.setattr(server_extension, "installed", lambda: [replace(COURSE, notebooks=shipped)])
    notary = SimpleNamespace(sign=signed.append, check_signature=lambda given: given in signed)
    get = with_trust(lambda path, **options: path, tmp_path / "home", notary, logging.getLogger())
    paths = [f"course/notebooks/{name}" for name in ("01.ipynb", "02.ipynb", "01.ipynb", "none.ipynb", "")]
    assert [get(path, content=True) for path in paths] == paths
    assert signed == [nbformat.reads(text, as_version=4)]


def test_a_lesson_without_the_instructors_notes_is_trusted_as_well(tmp_path, monkeypatch):
    """As learners get it; their copy is not what the course ships, to the byte."""
    shipped, mine, signed = tmp_path / "shipped", tmp_path / "home", []
    shipped.mkdir()
    whole = notebook()
    whole["cells"].append({"cell_type": "markdown", "id": "n", "metadata": {"tags": ["instructor"]}, "source": "Ask."})
    (shipped / "01.ipynb").write_text(json.dumps(whole))
    give(shipped, mine)
    monkeypatch.setattr(server_extension, "installed", lambda: [replace(COURSE, notebooks=shipped)])
    notary = SimpleNamespace(sign=signed.append, check_signature=lambda given: given in signed)
    with_trust(lambda path, **options: path, mine, notary, logging.getLogger())("01.ipynb")
    assert len(signed) == 1 and "Ask." not in str(signed)


class Connection:
    """What a server connects kernels with."""

    def __init__(self):
        self.websocket_handler = SimpleNamespace(set_nodelay=lambda prompt: events.append(f"prompt: {prompt}"))

    def connect(self):
        events.append("connected")
        return "a future"


events = []


def test_messages_of_a_kernel_are_sent_at_once():
    """Before the first of them goes out, by whatever the server connects with."""
    events.clear()
    assert server_extension.prompt(Connection)().connect() == "a future"
    assert events == ["prompt: True", "connected"]


def test_the_server_is_told_where_to_begin():
    """Jupyter looks for these two names."""
    hooks, settings, added = [], {server_extension.CONNECTION: Connection, "base_url": "/hub/"}, []
    contents = SimpleNamespace(register_pre_save_hook=hooks.append, notary=None, get=lambda path: {})
    web_app = SimpleNamespace(settings=settings, add_handlers=lambda host, handlers: added.extend(handlers))
    app = SimpleNamespace(root_dir="/nowhere", contents_manager=contents, web_app=web_app, log=logging.getLogger())
    assert server_extension._jupyter_server_extension_points() == [
        {"module": "outsourcing_lessons.lab.server_extension"}
    ]
    server_extension._load_jupyter_server_extension(app)
    assert [address for address, _ in added] == [
        f"/hub/outsourcing-lessons/{name}"
        for name in ("home", "standing", "answers", "look.css", "fonts/([a-z0-9.-]+)")
    ]
    assert settings["page_config_data"] == {"outsourcingLessons": "lesson"}
    assert hooks == [before_saving] and issubclass(settings[server_extension.CONNECTION], Connection)


@pytest.mark.parametrize("model", [{"type": "notebook", "content": {"cells": 7}}, {"type": "directory"}, {}])
def test_whatever_goes_wrong_a_file_is_opened_as_it_is(model, tmp_path):
    """By a manager that answers at once and by one that answers later."""

    async def later(path, **options):
        return copy.deepcopy(model)

    log = logging.getLogger()
    assert with_home(lambda path, **options: copy.deepcopy(model), tmp_path, log)("a.ipynb", content=True) == model
    with pytest.raises(StopIteration) as ended:  # a coroutine that waits for nothing, without a loop of its own
        with_home(later, tmp_path, log)("a.ipynb", content=True).send(None)
    assert ended.value.value == model


def test_every_server_of_the_environment_loads_it():
    """What the package installs says so to Jupyter: nobody has to switch it on, on a hub or in a plain jupyter lab."""
    folders = [str(Path(sys.prefix) / "etc/jupyter")]
    switched_on = ExtensionConfigManager(read_config_path=folders).get_jpserver_extensions()
    assert switched_on["outsourcing_lessons.lab.server_extension"] is True


def test_every_jupyterlab_of_the_environment_has_our_settings():
    """It asks no other machine for news, also when it was not started by the verb ``lab``."""
    ours = Path(server_extension.__file__).parent / "settings/overrides.json"
    settings = json.loads(ours.read_text("utf-8"))
    overrides, _ = _get_overrides(str(Path(sys.prefix) / "share/jupyter/lab/settings"))
    assert overrides.items() >= settings.items()
