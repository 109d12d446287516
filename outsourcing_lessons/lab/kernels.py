"""Kernels that Jupyter would start for lessons, and why these do not run in them."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager, NoSuchKernel

from outsourcing_lessons import __version__
from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.lab.learner_copy import LESSONS
from outsourcing_lessons.notebook_files import read

PYTHONS = ("python", "python3", f"python3.{sys.version_info[1]}")


def foreign_kernel() -> tuple[Path, str]:
    """Return the folder of the kernel that Jupyter calls ``python3``, and why lessons do not run in it, or ""."""
    try:
        spec = KernelSpecManager().get_kernel_spec(NATIVE_KERNEL_NAME)
    except (NoSuchKernel, OSError, ValueError):
        return Path("python3"), "cannot be read"
    return Path(spec.resource_dir), _fault_of(spec)


def other_kernels(folder: Path) -> dict[str, str]:
    """Return the lessons of a copy that are set to another kernel than the course's, and why they do not run in it."""
    chosen: dict[str, str] = {}
    for path in sorted(folder.glob(LESSONS)):
        with suppress(NotebookError, AttributeError, KeyError):  # a damaged file is a finding of its own
            chosen[path.name] = str(read(path)["metadata"].get("kernelspec", {}).get("name", NATIVE_KERNEL_NAME))
    faults = {name: _fault_of_another(name) for name in {*chosen.values()} - {NATIVE_KERNEL_NAME}}
    return {lesson: f"“{name}”, which {faults[name]}" for lesson, name in chosen.items() if faults.get(name)}


def _fault_of_another(name: str) -> str:
    try:
        spec = KernelSpecManager().get_kernel_spec(name)
    except (NoSuchKernel, OSError, ValueError):
        return "this computer does not have"
    return _fault_of(spec) if spec.language == "python" else f"is for the language {spec.language}"


def _fault_of(spec: KernelSpec) -> str:
    """Say why lessons do not run in a kernel: its Python is asked for the course, and for its version."""
    if "-m" not in spec.argv:
        return ""  # a program of its own, of which nothing is known
    program, *options = spec.argv[: spec.argv.index("-m")]
    if program in PYTHONS:  # Jupyter starts its own then
        program = sys.executable
    question = "import ipykernel, outsourcing_lessons; print(outsourcing_lessons.__version__)"
    env, here = os.environ | {name: str(value) for name, value in spec.env.items()}, spec.resource_dir
    asked = [program, *options, "-c", question]
    try:
        done = subprocess.run(asked, env=env, cwd=here, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        return f"cannot be started ({error})"
    if done.returncode:
        return f"runs {program}, which does not have this course"
    found = done.stdout.strip()
    another = f"runs {program}, which has version {found} of this course, not {__version__}"
    return "" if found == __version__ else another
