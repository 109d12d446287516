"""What the course brings to JupyterLab's page, without JupyterLab: it loads, and gives up in silence."""

from __future__ import annotations

import importlib.util
import json

import pytest
from asking_for_a_raise import COURSE
from lab_server import LIVE_LESSON, REPOSITORY, RUNNING, NotebookServer

from outsourcing_lessons import __version__
from outsourcing_lessons.lab.learner_copy import give

pytestmark = pytest.mark.browser

FOLDER = REPOSITORY / "outsourcing_lessons" / "lab" / "labextensions" / "outsourcing-lessons"
PACKAGE = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
ADDRESS = "http://lab.test/"
TYPES = {".js": "text/javascript", ".css": "text/css"}
# The modules that JupyterLab shares, as far as the plugin asks for them; `missing` is not among them.
PLUGINS = """async (missing) => {
  const at = (module) => ({ "1.9.0": { get: async () => () => ({}) }, "1.10.0": { get: async () => () => module } });
  const shared = { "@jupyterlab/notebook": at({ INotebookTracker: {}, NotebookActions: { runCells: () => {} } }), "@lumino/widgets": at({ Widget: class {} }) };
  delete shared[missing];
  const container = globalThis._JUPYTERLAB["outsourcing-lessons"];
  container.init(shared);
  return (await container.get("./extension"))().default.map(({ id }) => id);
}"""


@pytest.fixture
def loaded(tab):
    """A page that has loaded the container as JupyterLab does."""

    def served(route):
        path = FOLDER / "static" / route.request.url.removeprefix(ADDRESS)
        if path.is_file():
            route.fulfill(body=path.read_text(encoding="utf-8"), content_type=TYPES[path.suffix])
        else:
            route.fulfill(body="<!doctype html><title>Lab</title>", content_type="text/html")

    tab.route(f"{ADDRESS}**", served)
    tab.goto(ADDRESS)
    tab.add_script_tag(url=f"{ADDRESS}{PACKAGE['jupyterlab']['_build']['load'].removeprefix('static/')}")
    return tab


def test_it_is_of_this_version_and_named_as_its_folder():
    assert __version__.startswith(PACKAGE["version"]) and PACKAGE["name"] == FOLDER.name


def test_the_newest_of_the_shared_modules_is_taken(loaded):
    assert loaded.evaluate(PLUGINS, "") == ["outsourcing-lessons:lessons"]


@pytest.mark.parametrize("missing", ["@jupyterlab/notebook", "@lumino/widgets"])
def test_where_a_shared_module_is_missing_nothing_happens(loaded, missing):
    heard = []
    loaded.on("console", lambda message: heard.append(message.text))
    assert loaded.evaluate(PLUGINS, missing) == [] and heard == []


@pytest.mark.full
@pytest.mark.skipif(
    importlib.util.find_spec("notebook") is None, reason="Notebook 7 is not installed: pip install notebook"
)
def test_in_notebook_7_a_lesson_starts_itself_too(chromium, tmp_path):
    """At the top, with one bar and no menu."""
    server = NotebookServer(tmp_path)
    give(COURSE.notebooks, server.course)
    page = chromium.new_page()
    with server.running():
        page.goto(server.url(COURSE.lesson("first-number").notebook))
        page.locator(LIVE_LESSON).wait_for()
        assert page.locator(RUNNING).count() > 8 and page.locator(".ol-bar:visible").count() == 1
        assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0
        assert page.locator(".lm-MenuBar:visible, .jp-NotebookPanel-toolbar:visible").count() == 0
    page.close()
