"""A learner's machine as the doctor sees it, and what a finding about it is."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PORTS = range(8888, 8939)  # what JupyterLab tries of itself


@dataclass(frozen=True)
class Machine:
    """Everything that a check may look at."""

    folder: Path  # the learner's copy of the course
    # python, system: the Python that runs the course; "Linux", "Darwin" or "Windows".
    python: str = "python"
    system: str = "Linux"
    # Of installed packages, by name; what is missing is not in it.
    versions: Mapping[str, str] = field(default_factory=dict)
    # front_ends, disabled: JupyterLab's extensions, by name with their version; the names of those switched off.
    front_ends: Mapping[str, str] = field(default_factory=dict)
    disabled: frozenset[str] = frozenset()
    # The learner's own settings of kernels in JupyterLab; ``comms`` is what they say of subshells, "" for nothing.
    settings: Path = Path("kernels-settings.jupyterlab-settings")
    comms: str = ""
    loopback: str = ""  # why nothing can listen on this machine, or "" where it can
    free_ports: tuple[int, ...] = tuple(PORTS)  # those of ``PORTS`` that nobody else uses
    unwritable: str = ""  # why nothing can be written into the folder, or ""
    free_bytes: int = 10**12  # on its disk
    # now, file_time, newest: the clock; the time the disk gives to a file written now; the time of the newest file of
    # the course.
    now: float = 0.0
    file_time: float = 0.0
    newest: float = 0.0
    # Learners' names with characters that no font has, and these characters; ``fonts`` is what installs them.
    missing: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    extension: bool = True  # whether Jupyter's servers load the course's part of them
    # kernel_folder, kernel_fault: what the name ``python3`` stands for in Jupyter; why lessons do not run in it, or "".
    kernel_folder: Path = Path("kernels/python3")
    kernel_fault: str = ""
    # Lessons that are set to another kernel, with its name and why they do not run in it.
    kernels: Mapping[str, str] = field(default_factory=dict)
    # Files of the copy and what is wrong with each; ``lab`` fixes it.
    damaged: Mapping[str, str] = field(default_factory=dict)
    answers: str = ""  # what is amiss with the file of answers: "damaged", "read-only", or ""
    # backup, aside: the latest backup that has answers which are missing now, and the file that was set aside as
    # damaged, or "".
    backup: str = ""
    aside: str = ""
    no_copy: str = ""  # why the folder holds no copy of the course: "missing", "empty", or "" where it does
    tried: tuple[str, ...] = ()  # the versions of JupyterLab that the course's part of its page was tried with
    # What workbooks are made with and cannot be used, with a sentence on each: "papermill", "typst", "temporary".
    rendering: Mapping[str, str] = field(default_factory=dict)

    def pip(self, *packages: str) -> str:
        quoted = " ".join(f'"{package}"' for package in packages)
        return f"{shlex.quote(self.python)} -m pip install --upgrade {quoted}"


@dataclass(frozen=True)
class Finding:
    """One fault: what it is and does, and the command that fixes it."""

    name: str
    fault: str
    mend: str


Check = Callable[[Machine], Iterator[Finding]]


def move(machine: Machine, path: Path, to: Path) -> str:
    """Return the command that gives a file or folder another name."""
    if machine.system == "Windows":
        return f'move "{path}" "{to}"'
    return f"mv {shlex.quote(str(path))} {shlex.quote(str(to))}"


def remove(machine: Machine, path: Path) -> str:
    """Return the command that deletes a file."""
    return f'del "{path}"' if machine.system == "Windows" else f"rm {shlex.quote(str(path))}"
