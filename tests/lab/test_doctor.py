"""Each fault is provoked, named, and comes with a command; a sound machine is left in peace."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons.cli import doctor as verb
from outsourcing_lessons.lab.doctor import ANYWIDGET, MANAGER, OURS, examine
from outsourcing_lessons.lab.kernels import foreign_kernel, other_kernels
from outsourcing_lessons.lab.learner_copy import give
from outsourcing_lessons.lab.machine import Machine
from outsourcing_lessons.progress.archive import progress_of

SOUND = Machine(
    folder=Path("my course"),
    versions={"ipykernel": "7.4.0", "ipywidgets": "8.1.9", "anywidget": "0.11.0"},
    front_ends={MANAGER: "5.0.16", ANYWIDGET: "0.11.0", OURS: "0.2.0"},
    now=1e9,
    file_time=1e9,
    newest=1e9 - 60,
)

FAULTS = {
    "an old kernel": (
        {"versions": SOUND.versions | {"ipykernel": "7.3.9"}},
        "ipykernel 7.3.9 is too old",
        '"ipykernel>=7.4"',
    ),
    "no kernel": (
        {"versions": {**SOUND.versions, "ipykernel": "6.0"} | {"ipykernel": "6.30.1"}},
        "6.30.1",
        "pip install",
    ),
    "a thread a widget": ({"comms": "perComm", "settings": Path("/s/k")}, "commsOverSubshells", "rm /s/k"),
    "no anywidget": ({"front_ends": {MANAGER: "5.0.16", OURS: "0.2.0"}}, "anywidget is missing", "--force-reinstall"),
    "another anywidget": (
        {"front_ends": SOUND.front_ends | {ANYWIDGET: "0.9.21"}},
        "0.9.21 does not fit anywidget 0.11.0",
        "pip",
    ),
    "another manager": (
        {"front_ends": SOUND.front_ends | {MANAGER: "3.1.1"}},
        "3.1.1 does not fit ipywidgets 8.1.9",
        "pip",
    ),
    "no ipywidgets": (
        {"versions": {"ipykernel": "7.4", "anywidget": "0.11.0"}},
        "does not fit ipywidgets (missing)",
        "pip",
    ),
    "a front end off": ({"disabled": frozenset({MANAGER})}, "switched off", f"labextension enable {MANAGER}"),
    "no papermill": ({"rendering": {"papermill": "papermill cannot be used (x)."}}, "papermill cannot", "papermill"),
    "no Typst": ({"rendering": {"typst": "Typst cannot be used (x)."}}, "Typst cannot be used", "pip install"),
    "no temporary folder": ({"rendering": {"temporary": "The temporary folder is full."}}, "temporary", "TMPDIR"),
    "no loopback": ({"loopback": "Operation not permitted"}, "may open a port", "lab 'my course'"),
    "no port": ({"free_ports": ()}, "8888 to 8938 are in use", "lab 'my course' --port 0"),
    "a name without a font": (
        {"missing": {"𞤀𞤁": "𞤀"}, "fonts": {"𞤀𞤁": "sudo apt-get install fonts-x"}},
        "has 𞤀 of the name 𞤀𞤁",
        "install fonts-x, then",
    ),
    "a full disk": ({"free_bytes": 5_000_000}, "Only 5 MB are free", "du -xh"),
    "a folder to read only": ({"unwritable": "Permission denied"}, "Permission denied", "chmod -R u+rwX 'my course'"),
    "a clock behind": ({"newest": 1e9 + 5 * 86400}, "5 days behind", "timedatectl"),
    "another project's kernel": (
        {"kernel_folder": Path("/k/python3"), "kernel_fault": "runs /usr/bin/python3, which does not have this course"},
        "in /k/python3, runs /usr/bin/python3, which does not have this course",
        "mv /k/python3 /k/python3-of-another-project",
    ),
    "no part in the server": ({"extension": False}, "shows errors instead", "server extension enable"),
    "a lesson that is no notebook": ({"damaged": {"01.ipynb": "is missing"}}, "01.ipynb is missing", "lab 'my course'"),
    "damaged answers": ({"answers": "damaged"}, "my-progress.sqlite", "progress reset 'my course'"),
    "answers to read only": ({"answers": "read-only"}, "my-progress.sqlite", "chmod u+rw 'my course/my-progress"),
    "a backup that has more": (
        {"backup": "my-progress (backup 2026-11-28).sqlite", "aside": "my-progress (damaged).sqlite"},
        "has answers that are missing now",
        "progress import 'my course/my-progress (backup 2026-11-28).sqlite' 'my course'",
    ),
    "answers set aside": (
        {"aside": "my-progress (damaged).sqlite"},
        "my-progress (damaged).sqlite” was damaged",
        "mv 'my course/my-progress (damaged).sqlite'",
    ),
    "no folder": ({"no_copy": "missing"}, "no folder my course", "lab 'my course'"),
    "an empty folder": ({"no_copy": "empty"}, "no lesson in the folder", "lab 'my course'"),
    "a page of another kind": (
        {"tried": ("4.6",), "versions": SOUND.versions | {"jupyterlab": "4.9.1"}},
        "4.9.1 has not been tested with this course (tested: 4.6)",
        "jupyterlab==4.6.*",
    ),
    "no part in the page": (
        {"front_ends": {MANAGER: "5.0.16", ANYWIDGET: "0.11.0"}},
        "not installed",
        "--force-reinstall",
    ),
    "another kernel": (
        {"kernels": {"01_one_task.ipynb": "“ir”, which is for the language R"}},
        "01_one_task.ipynb is set to the kernel “ir”, which is for the language R: the lesson does not run",
        "Change Kernel",
    ),
    "our part of the page off": ({"disabled": frozenset({OURS})}, "switched off", f"labextension enable {OURS}"),
    "a disk of another time": ({"file_time": 1e9 - 3600}, "60 minutes apart", "timedatectl"),
}


def test_a_sound_machine_is_left_in_peace():
    assert examine(SOUND) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_and_can_be_mended(fault):
    change, words, command = FAULTS[fault]
    (finding,) = examine(replace(SOUND, **change))
    assert words in finding.fault and command in finding.mend


def test_all_faults_are_found_at_once():
    faults = {"loopback": "no", "comms": "perComm", "free_bytes": 0, "front_ends": {}}
    assert [f.name for f in examine(replace(SOUND, **faults))] == [
        "page",
        "widget messages",
        "widgets",
        "widgets",
        "ports",
        "disk",
    ]


def test_a_missing_kernel_is_missing_and_not_old():
    versions = {name: found for name, found in SOUND.versions.items() if name != "ipykernel"}
    (finding,) = examine(replace(SOUND, versions=versions))
    assert "ipykernel is missing" in finding.fault


@pytest.mark.parametrize("system", ["Linux", "Darwin", "Windows", "Plan 9"])
def test_every_system_gets_a_command(system):
    broken = replace(
        SOUND, system=system, missing={"A": "A"}, free_bytes=2_000_000, unwritable="no", newest=2e9, comms="perComm"
    )
    assert all(finding.mend for finding in examine(broken)) and len(examine(broken)) == 5


# ---- How the real machine is looked at ------------------------------------------------------------------------------


def written(path, data):
    path.parent.mkdir(parents=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data))


def test_the_first_extension_of_a_name_counts(tmp_path):
    """An old copy in a learner's own folder hides the one that was installed."""
    for place, version in (("own", "0.9.0"), ("shared", "0.11.0")):
        written(tmp_path / place / "labextensions/anywidget/package.json", {"name": ANYWIDGET, "version": version})
    written(
        tmp_path / "shared/labextensions/@jupyter-widgets/jupyterlab-manager/package.json",
        {"name": MANAGER, "version": "5"},
    )
    written(tmp_path / "shared/labextensions/half/package.json", "{")
    found = verb.front_ends([tmp_path / "own", tmp_path / "shared"])
    assert found == {ANYWIDGET: "0.9.0", MANAGER: "5"}


def test_what_is_switched_off_is_seen_and_the_learners_own_word_counts(tmp_path):
    written(tmp_path / "own/labconfig/page_config.json", {"disabledExtensions": {ANYWIDGET: False}})
    written(tmp_path / "shared/labconfig/page_config.json", {"disabledExtensions": {ANYWIDGET: True, MANAGER: True}})
    assert verb.disabled([tmp_path / "own", tmp_path / "shared", tmp_path / "none"]) == {MANAGER}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"commsOverSubshells": "perComm"}', "perComm"),
        ('{\n// mine\n"commsOverSubshells" : "disabled",\n}', "disabled"),
        ('{ // "commsOverSubshells": "perComm"\n}', ""),
        ("", ""),
    ],
)
def test_settings_are_read_with_their_comments(tmp_path, text, found):
    (tmp_path / "settings").write_text(text)
    assert verb.comms_in(tmp_path / "settings") == found


def test_settings_that_are_not_there_say_nothing(tmp_path):
    assert verb.comms_in(tmp_path / "settings") == ""


def test_a_name_that_no_font_can_draw_is_found_in_the_notebooks(tmp_path):
    source = 'learner = "Ada \\u0378"'  # a place in Unicode that is not taken
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source, "outputs": [], "id": "a"}
    written(tmp_path / "course/00.ipynb", {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    (name,) = verb.missing_in(tmp_path / "course")
    assert name == "Ada \u0378"
    assert verb.missing_in(tmp_path / "nowhere") == {}


@pytest.fixture
def kernels(tmp_path, monkeypatch):
    """Leave a kernel ``python3`` on Jupyter's path, before all others, that is started like this."""
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    spec = tmp_path / "kernels/python3/kernel.json"
    spec.parent.mkdir(parents=True)

    def left(*argv, **more):
        spec.write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"} | more))
        return foreign_kernel()

    return left


LAUNCH = ("-m", "ipykernel_launcher", "-f", "{connection_file}")


def test_a_kernel_of_another_python_is_found(kernels, tmp_path):
    """One without the course, one with another version, one that is gone; not the running Python by any name."""
    folder = tmp_path / "kernels/python3"
    assert kernels(sys.executable, "-I", "-S", *LAUNCH)[1] == f"runs {sys.executable}, which does not have this course"
    (tmp_path / "outsourcing_lessons.py").write_text("__version__ = '0.0.1'")
    assert "version 0.0.1" in kernels(sys.executable, *LAUNCH, env={"PYTHONPATH": str(tmp_path)})[1]
    assert "cannot be started" in kernels(str(tmp_path / "gone"), *LAUNCH)[1]
    assert kernels("python", *LAUNCH) == kernels("/opt/any-other-program", "{connection_file}") == (folder, "")


def test_a_lesson_set_to_another_kernel_is_found_if_it_does_not_run_in_it(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    for name, language, argv in (
        ("ir", "R", ["R", "--slave"]), ("bare", "python", [sys.executable, "-I", "-S", *LAUNCH]),
        ("twin", "python", ["python", *LAUNCH]),
    ):  # fmt: skip
        spec = tmp_path / f"kernels/{name}/kernel.json"
        spec.parent.mkdir(parents=True)
        spec.write_text(json.dumps({"argv": argv, "display_name": name, "language": language}))
    for number, name in enumerate(("python3", "ir", "bare", "gone", "twin", None)):
        metadata = {} if name is None else {"kernelspec": {"name": name, "display_name": name}}
        notebook = {"cells": [], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
        (tmp_path / f"0{number}_lesson.ipynb").write_text(json.dumps(notebook))
    (tmp_path / "07_damaged.ipynb").write_text("{")
    assert other_kernels(tmp_path) == {
        "01_lesson.ipynb": "“ir”, which is for the language R",
        "02_lesson.ipynb": f"“bare”, which runs {sys.executable}, which does not have this course",
        "03_lesson.ipynb": "“gone”, which this computer does not have",
    }


def test_a_file_of_answers_that_is_damaged_is_found_and_left_as_it_is(tmp_path):
    store = progress_of(tmp_path)
    assert store.fault() == ""
    store.path.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    assert store.fault() == "damaged" and [path.name for path in tmp_path.iterdir()] == [store.path.name]


def test_this_machine_is_described_and_nothing_is_left(tmp_path):
    """The page was tried with the JupyterLab that is installed here."""
    machine = verb.machine_at(tmp_path / "not" / "there")
    assert machine.extension and not machine.damaged and not machine.answers and machine.no_copy == "missing"
    assert {"ipykernel", "anywidget"} <= set(machine.versions) and {MANAGER, ANYWIDGET} <= set(machine.front_ends)
    assert machine.free_bytes > 0 and not machine.unwritable and abs(machine.file_time - machine.now) < 60
    assert list(tmp_path.iterdir()) == []
    assert machine.tried and [f for f in examine(machine) if f.name == "page"] == []


def test_a_folder_without_a_copy_is_told_from_one_with(tmp_path):
    assert verb._no_copy(tmp_path / "gone") == "missing" and verb._no_copy(tmp_path) == "empty"
    give(COURSE.notebooks, tmp_path)
    assert verb._no_copy(tmp_path) == ""


def test_what_was_changed_in_a_copy_is_put_back_and_said(tmp_path):
    """The exit code says that something was found."""
    give(COURSE.notebooks, tmp_path)
    path = tmp_path / COURSE.lessons[1].notebook
    given = path.read_text(encoding="utf-8")
    path.write_text(given.replace("What else there is", "What else there was", 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != given
    done = CliRunner().invoke(verb.doctor, [str(tmp_path)])
    assert done.exit_code == 1 and f"lessons: {path.name} had changes in its texts or questions" in done.output
    assert path.read_text(encoding="utf-8") == given and "cannot be read" not in done.output
