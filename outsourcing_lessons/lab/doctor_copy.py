"""What is amiss with a learner's copy of the course and with the answers in it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from outsourcing_lessons.lab.machine import Check, Finding, Machine, move


def is_there(machine: Machine) -> Iterator[Finding]:
    """Where there is no copy of the course, there is nothing to open."""
    if machine.no_copy:
        what = "There is no folder" if machine.no_copy == "missing" else "There is no lesson in the folder"
        lab = f"outsourcing-lessons lab {shlex.quote(str(machine.folder))}"
        yield Finding("copy", f"{what} {machine.folder}: your copy of the course is not there.", lab)


def lessons(machine: Machine) -> Iterator[Finding]:
    """A file that is no notebook shows an error and nothing else."""
    for name, what in machine.damaged.items():
        yield Finding("lessons", f"{name} {what}.", f"outsourcing-lessons lab {shlex.quote(str(machine.folder))}")


def answers(machine: Machine) -> Iterator[Finding]:
    """What was answered is in one file."""
    file = machine.folder / "my-progress.sqlite"
    if machine.answers == "damaged":
        reset = f"outsourcing-lessons progress reset {shlex.quote(str(machine.folder))}"
        fault = f"{file.name}, the file of your answers, is damaged: what you answered before is not shown."
        yield Finding("answers", fault, f"{reset}   (puts the file aside; nothing is deleted)")
    if machine.answers == "read-only":
        allow = f'attrib -r "{file}"' if machine.system == "Windows" else f"chmod u+rw {shlex.quote(str(file))}"
        yield Finding("answers", f"{file.name}, the file of your answers, is read-only: new answers are lost.", allow)


def earlier_answers(machine: Machine) -> Iterator[Finding]:
    """What was answered before a file was damaged is in its backup, if there is one."""
    folder = shlex.quote(str(machine.folder))
    if machine.backup:
        fault = f"The backup “{machine.backup}” has answers that are missing now."
        bring = f"outsourcing-lessons progress import {shlex.quote(str(machine.folder / machine.backup))} {folder}"
        yield Finding("answers", fault, f"{bring}   (adds them; nothing is replaced)")
    elif machine.aside:
        aside = machine.folder / machine.aside
        fault = f"“{aside.name}” was damaged and is set aside; no backup has answers that are missing now."
        known = move(machine, aside, aside.with_name(f"{aside.name}.old"))
        saved = f"if you saved your answers as a file: outsourcing-lessons progress import FILE {folder}"
        yield Finding("answers", fault, f"{known}   ({saved})")


CHECKS: tuple[Check, ...] = (is_there, lessons, answers, earlier_answers)
