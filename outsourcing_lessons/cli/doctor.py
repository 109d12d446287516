"""The verb ``doctor``: what would spoil a lesson on this machine, and how to mend it."""

from __future__ import annotations

import json
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import PATH

PACKAGES = ("ipykernel", "ipywidgets", "jupyterlab_widgets", "anywidget", "jupyterlab")
PAGE = Path(__file__).parents[1] / "lab" / "labextensions" / "outsourcing-lessons" / "package.json"
SCRIPTS = {"CJK": "Chinese, Japanese or Korean", "EMOJI": "emoji"}


@click.command(
    short_help="Check this computer for anything that would spoil a lesson.", epilog=example("doctor my-course")
)
@click.argument("folder", metavar="[DIR]", type=PATH, default=Path("my-course"))
def doctor(folder: Path) -> None:
    """Check for anything that would spoil a lesson in DIR (default: ./my-course), and say how to fix it.

    Only changed texts and questions in your copy are restored, and the changed file is kept beside them. The exit code
    is 0 if nothing was found, and 1 otherwise.
    """
    from outsourcing_lessons.errors import InputError, StoreError
    from outsourcing_lessons.lab.doctor import examine
    from outsourcing_lessons.lab.learner_copy import held_in, mend_changed
    from outsourcing_lessons.lessons.courses import names, use_where

    here = use_where(held_in(folder), folder, InputError)
    others = [name for name in names() if name != here.id]
    click.echo(f"Course: {here.title} ({here.id})" + (f"; also installed: {', '.join(others)}" if others else ""))
    mended = []
    with suppress(StoreError):  # then nothing can be written there, which is found below
        mended = mend_changed(here.notebooks, folder)
    for note in mended:
        click.echo(f"lessons: {note}.")
    findings = examine(machine_at(folder))
    for finding in findings:
        click.echo(f"{finding.name}: {finding.fault}\n  to fix it:  {finding.mend}")
    if not findings:
        click.echo("All is well: nothing on this computer would spoil a lesson.")
    if note := _fonts():
        click.echo(note)
    sys.exit(bool(findings or mended))


def machine_at(folder: Path):
    """Describe this machine and a folder on it; nothing is left behind."""
    from outsourcing_lessons.lab.kernels import foreign_kernel, other_kernels
    from outsourcing_lessons.lab.learner_copy import faults
    from outsourcing_lessons.lab.machine import Machine
    from outsourcing_lessons.lessons.courses import chosen
    from outsourcing_lessons.progress.archive import progress_of
    from outsourcing_lessons.progress.backup import missing_from, set_aside
    from outsourcing_lessons.typesetting.font_packages import remedy

    missing, store = missing_in(folder), progress_of(folder)
    home = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    paths, settings, backup = _jupyter("--paths", "--json"), _own_settings(), missing_from(store)
    config = [Path(path) for path in paths.get("config", [])]
    unwritable, file_time = _write_into(home)
    kernel_folder, kernel_fault = foreign_kernel()
    return Machine(
        folder=folder,
        python=sys.executable,
        system=platform.system(),
        versions=_versions(),
        front_ends=front_ends([Path(p) for p in paths.get("data", [])]),
        disabled=disabled(config),
        settings=settings,
        comms=comms_in(settings),
        loopback=_loopback(),
        free_ports=_free_ports(),
        unwritable=unwritable,
        free_bytes=shutil.disk_usage(home).free,
        now=time.time(),
        file_time=file_time,
        newest=max((path.stat().st_mtime for path in folder.glob("*")), default=0.0),
        missing=missing,
        fonts={name: remedy(characters) for name, characters in missing.items()},
        extension=_extension(config),
        kernel_folder=kernel_folder,
        kernel_fault=kernel_fault,
        kernels=other_kernels(folder),
        damaged=faults(chosen().notebooks, folder),
        answers=store.fault(),
        backup=backup.name if backup else "",
        aside=next((path.name for path in set_aside(store)), ""),
        no_copy=_no_copy(folder),
        rendering=_rendering(),
        tried=tuple(_json(PAGE).get("tried", {}).get("jupyterlab", ())),
    )


def _fonts() -> str:
    """Return which names PDFs of this computer cannot show: no fault, where nobody is called so."""
    from outsourcing_lessons.render import self_test
    from outsourcing_lessons.typesetting.font_packages import remedy, scripts_of

    with suppress(Exception):  # where nothing can be printed, which is a finding
        if missing := self_test.of_fonts():
            scripts = ", ".join(SCRIPTS.get(script, script.capitalize()) for script in scripts_of(missing))
            return f"PDFs show the learner id in place of names in {scripts}. To print those: {remedy(missing)}"
    return ""


def _rendering() -> dict[str, str]:
    from outsourcing_lessons.render import self_test

    found = {
        "papermill": self_test.of_papermill(),
        "typst": self_test.of_pdf(),
        "temporary": self_test.of_temporary_folder(),
    }
    return {name: fault for name, fault in found.items() if fault}


def _no_copy(folder: Path) -> str:
    from outsourcing_lessons.lab.learner_copy import is_missing

    return "missing" if not folder.exists() else "empty" if is_missing(folder) else ""


def front_ends(data: list[Path]) -> dict[str, str]:
    """Return JupyterLab's extensions and their versions; of two with a name the first counts, as in JupyterLab."""
    found: dict[str, str] = {}
    for folder in data:
        for package in (*folder.glob("labextensions/*/package.json"), *folder.glob("labextensions/@*/*/package.json")):
            described = _json(package)
            if isinstance(described.get("name"), str):
                found.setdefault(described["name"], str(described.get("version", "")))
    return found


def disabled(config: list[Path]) -> frozenset[str]:
    """Return the extensions that are switched off."""
    files = [folder / "labconfig" / "page_config.json" for folder in reversed(config)]
    pages = [_json(file).get("disabledExtensions", {}) for file in files]
    state: dict[str, bool] = {}
    for page in pages:
        state |= page if isinstance(page, dict) else dict.fromkeys(page, True)
    return frozenset(name for name, off in state.items() if off)


def comms_in(settings: Path) -> str:
    """Return what a settings file says of subshells: JSON with comments, so it is only looked through."""
    with suppress(OSError, UnicodeDecodeError):
        text = re.sub(r"//.*|/\*.*?\*/", "", settings.read_text(encoding="utf-8"))
        found = re.search(r'"commsOverSubshells"\s*:\s*"(\w+)"', text)
        return found[1] if found else ""
    return ""


def missing_in(folder: Path) -> dict[str, str]:
    """Return the names of learners in a folder's notebooks with characters that no font of this machine has."""
    from outsourcing_lessons.errors import NotebookError
    from outsourcing_lessons.lab.start_notebook import profile_of
    from outsourcing_lessons.notebook_files import read
    from outsourcing_lessons.typesetting.characters import missing_glyphs

    names = set()
    for path in folder.glob("*.ipynb"):
        with suppress(NotebookError):
            names.add(profile_of(read(path)).learner)
    ordered = sorted(names)
    return {ordered[place]: characters for place, characters in missing_glyphs(ordered).items()} if names else {}


def _extension(config: list[Path]) -> bool:
    from jupyter_server.extension.config import ExtensionConfigManager

    found = ExtensionConfigManager(read_config_path=[str(folder) for folder in config]).get_jpserver_extensions()
    return bool(found.get("outsourcing_lessons.lab.server_extension"))


def _jupyter(*arguments: str) -> dict:
    with suppress(OSError, ValueError, subprocess.SubprocessError):
        command = [sys.executable, "-m", "jupyter", *arguments]
        return json.loads(subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout)
    return {}


def _own_settings() -> Path:
    try:
        from jupyterlab.commands import get_user_settings_dir
    except ImportError:  # then the front end is missing too, which is said
        return Path("kernels-settings.jupyterlab-settings")
    return Path(get_user_settings_dir()) / "@jupyterlab" / "apputils-extension" / "kernels-settings.jupyterlab-settings"


def _versions() -> dict[str, str]:
    found = {}
    for name in PACKAGES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def _loopback() -> str:
    try:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            socket.create_connection(listener.getsockname(), timeout=5).close()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _free_ports() -> tuple[int, ...]:
    from outsourcing_lessons.lab.machine import PORTS

    free = []
    for port in PORTS:
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            free.append(port)
    return tuple(free)


def _write_into(folder: Path) -> tuple[str, float]:
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:
            file.write(b"x" * 4096)
            file.flush()
            return "", Path(file.name).stat().st_mtime
    except OSError as error:
        return error.strerror or str(error), 0.0


def _json(path: Path) -> dict:
    with suppress(OSError, ValueError):
        data = json.loads(path.read_text(encoding="utf-8"))
        return data if isinstance(data, dict) else {}
    return {}
