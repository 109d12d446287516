"""What Jupyter's server does for the lessons.

- It stores notebooks without live views. JupyterLab prefers a live view to the static form beside it, also when the
  kernel that made it is gone, and then shows an error. So the static form is saved; running the cells makes it live.
- It trusts the notebooks of the course as they came, in whatever folder, so that stored displays are shown with their
  style.
- It says on the start page where the learner stands each time that page is opened, and stores it without.
- It shows in a lesson that is exported or stored what was answered.
- It makes the day's backup of the answers when a lesson is opened.
- It serves a page on which a learner saves their answers as a file, brings others in, or begins again, and tells an
  open lesson what of it is done, and whether all of JupyterLab is to be seen around it.
- It sends each message of a kernel at once. Left alone, a reply waits 40 ms for the browser to acknowledge the word
  "busy" that went before it: more than drawing a chart takes.

The package brings ``jupyter_server_config.json``, which switches this on in every server of its environment:
JupyterHub, Binder and a plain ``jupyter lab`` included.
"""

from __future__ import annotations

import hashlib
import inspect
import os
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from outsourcing_lessons.lab import answers_page, look
from outsourcing_lessons.lab.learner_copy import text_given
from outsourcing_lessons.lab.marking import is_lesson
from outsourcing_lessons.lab.notebook_answers import with_answers
from outsourcing_lessons.lab.start_notebook import with_state, without_state
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import installed
from outsourcing_lessons.notebook_files import drop_live_views
from outsourcing_lessons.progress.archive import progress_of
from outsourcing_lessons.progress.backup import back_up, trouble

MODE = "OUTSOURCING_LESSONS_MODE"  # "full" or "lesson", as the verb `lab` has set it
CONNECTION = "kernel_websocket_connection_class"  # where the server keeps it, and what its own option is called


def before_saving(model: dict, path: str = "", contents_manager=None, **_) -> None:
    """Drop our live views from a notebook about to be written, and store a lesson with what was answered in it.

    Other files and other widgets stay as they are.
    """
    if model.get("type") != "notebook" or not isinstance(model.get("content"), dict):
        return
    drop_live_views(model["content"])
    without_state(model["content"])
    if root := getattr(contents_manager, "root_dir", ""):
        folder = (Path(root) / path.strip("/")).parent
        try:
            with_answers(model["content"], folder, progress_of(folder))
        except Exception as error:  # whatever is amiss with the answers, what was written is saved
            contents_manager.log.warning("the lesson is saved without its answers: %s", error)


def _jupyter_server_extension_points() -> list[dict]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app) -> None:
    contents, settings = app.contents_manager, app.web_app.settings
    contents.register_pre_save_hook(before_saving)
    root = Path(app.root_dir)
    contents.get = with_trust(with_home(contents.get, root, app.log), root, contents.notary, app.log)
    for pages in (answers_page, look):
        app.web_app.add_handlers(".*", pages.handlers(settings["base_url"]))
    settings.setdefault("page_config_data", {})["outsourcingLessons"] = os.environ.get(MODE, "lesson")
    settings[CONNECTION] = prompt(settings[CONNECTION])


def with_home(get: Callable, root: Path, log) -> Callable:
    """Return what reads a file for Jupyter, made to say on a start page where the learner stands.

    In a lesson it shows what was answered: that is what an export shows, which reads the file here, too.

    Whatever goes wrong with that, the file is opened as it is.
    """

    def shown(model: dict, path: str) -> dict:
        try:
            if model.get("type") == "notebook" and isinstance(model.get("content"), dict):
                kept = progress_of((root / path.strip("/")).parent)
                if is_lesson(model["content"]):
                    back_up(kept, date.today())
                with_state(model["content"], kept, trouble(kept))
                with_answers(model["content"], kept.path.parent, kept)
        except Exception as error:
            log.warning("a lesson cannot say where you stand: %s", error)
        return model

    async def got_later(path, *arguments, **options):
        return shown(await get(path, *arguments, **options), path)

    def got(path, *arguments, **options):
        return shown(get(path, *arguments, **options), path)

    return got_later if inspect.iscoroutinefunction(get) else got


def prompt(connection: type) -> type:
    """Return a kind of connection to kernels that holds no message back to fill a packet."""

    class PromptConnection(connection):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    return PromptConnection


def with_trust(get: Callable, root: Path, notary, log) -> Callable:
    """Return what reads a file for JupyterLab, made to sign a notebook that is, to the byte, the course's own."""

    def got(path, *arguments, **options):
        try:
            trust_ours(root / path.strip("/"), notary)
        except Exception as error:  # the displays are plainer without, and that is all
            log.info("%s is not trusted: %s", path, error)
        return get(path, *arguments, **options)

    return got


def trust_ours(path: Path, notary) -> None:
    """Sign a notebook if it is the course's own."""
    if path.suffix != ".ipynb" or not path.is_file() or not _is_of_a_course(path):
        return
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    if not notary.check_signature(notebook):
        notary.sign(notebook)


def _is_of_a_course(path: Path) -> bool:
    """Whether a notebook is one of a course, as it is or as learners get it."""
    digest = _digest(path.read_bytes())
    return any(digest in _digests(course) for course in installed())


@cache
def _digests(course: Course) -> frozenset[bytes]:
    paths = sorted(course.notebooks.glob("*.ipynb"))
    given = (text_given(path, course).encode() for path in paths)
    return frozenset(_digest(content) for content in (*(path.read_bytes() for path in paths), *given))


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
