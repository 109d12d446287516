"""What on a computer would spoil a lesson, and the command that fixes it.

Each check looks at a ``Machine`` and nothing else, so that each fault can be provoked in a test; ``machine_at`` of
``cli/doctor.py`` describes the real one.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping

from outsourcing_lessons.lab import doctor_copy
from outsourcing_lessons.lab.machine import PORTS, Check, Finding, Machine, move, remove

OLDEST_KERNEL = (7, 4)
LEAST_FREE, A_PAGE = 200_000_000, 1_000_000  # bytes
WRONG_CLOCK = 120.0  # seconds between the clock of the machine and that of the disk
A_DAY = 86_400.0
MANAGER, ANYWIDGET = "@jupyter-widgets/jupyterlab-manager", "anywidget"
OURS = "outsourcing-lessons"  # what the course brings to JupyterLab's page
MANAGERS = {"8": "5", "7": "3"}  # major of ipywidgets -> major of its front end


def examine(machine: Machine) -> list[Finding]:
    """Return everything that is amiss."""
    return [finding for check in CHECKS for finding in check(machine)]


def kernel(machine: Machine) -> Iterator[Finding]:
    """An older kernel loses what a widget says while a cell runs."""
    found = machine.versions.get("ipykernel")
    if found is None or _numbers(found) < OLDEST_KERNEL:
        what = f"ipykernel {found} is too old" if found else "ipykernel is missing"
        yield Finding("kernel", f"{what}: answers may get lost while a cell runs.", machine.pip("ipykernel>=7.4"))


def foreign_kernel(machine: Machine) -> Iterator[Finding]:
    """Jupyter starts the first ``python3`` on its path, whoever left it there."""
    if machine.kernel_fault:
        fault = (
            f"Jupyter's kernel python3, in {machine.kernel_folder}, {machine.kernel_fault}: in a JupyterLab not"
            " started with `outsourcing-lessons lab`, no lesson runs."
        )
        aside = machine.kernel_folder.with_name(f"{machine.kernel_folder.name}-of-another-project")
        yield Finding("kernel", fault, move(machine, machine.kernel_folder, aside))


def other_kernel(machine: Machine) -> Iterator[Finding]:
    """Jupyter keeps the kernel that somebody has chosen in the notebook."""
    for lesson, kernel in machine.kernels.items():
        back = f"open {lesson}, press All of JupyterLab, and choose Kernel, Change Kernel…, Python 3 (ipykernel)"
        yield Finding("kernel", f"{lesson} is set to the kernel {kernel}: the lesson does not run.", back)


def extension(machine: Machine) -> Iterator[Finding]:
    """It stores lessons so that they can be shown again."""
    if not machine.extension:
        fault = (
            "Jupyter's server does not load the course's extension: in a JupyterLab not started with"
            " `outsourcing-lessons lab`, a saved lesson shows errors instead of its questions when it is opened again."
        )
        on = "-m jupyter server extension enable outsourcing_lessons.lab.server_extension --sys-prefix"
        yield Finding("server", fault, f"{shlex.quote(machine.python)} {on}")


def page(machine: Machine) -> Iterator[Finding]:
    """Without it a lesson has to be started from the menu."""
    found = machine.front_ends.get(OURS)
    if OURS in machine.disabled:
        on = f"{shlex.quote(machine.python)} -m jupyter labextension enable {OURS}"
        yield Finding("page", "The course's extension for JupyterLab is switched off: no lesson starts by itself.", on)
    elif found is None:
        fault = (
            "The course's extension for JupyterLab is not installed: in a JupyterLab not started with"
            " `outsourcing-lessons lab`, no lesson starts by itself."
        )
        yield Finding("page", fault, machine.pip("outsourcing-lessons").replace("--upgrade", "--force-reinstall"))
    lab = machine.versions.get("jupyterlab", "")
    if machine.tried and lab and _numbers(lab) not in map(_numbers, machine.tried):
        fault = f"JupyterLab {lab} has not been tested with this course (tested: {', '.join(machine.tried)}): if"
        yield Finding(
            "page",
            f"{fault} lessons do not start by themselves, install one that has been.",
            machine.pip(f"jupyterlab=={machine.tried[-1]}.*"),
        )


def subshells(machine: Machine) -> Iterator[Finding]:
    """With a thread for each widget, a long lesson has fifty of them."""
    if machine.comms == "perComm":
        fault = "JupyterLab is set to give each widget its own thread (commsOverSubshells): long lessons may hang."
        yield Finding("widget messages", fault, remove(machine, machine.settings))


def front_end(machine: Machine) -> Iterator[Finding]:
    """A page without these two shows no live question; with another version, an error."""
    again = machine.pip("ipywidgets", "jupyterlab_widgets", "anywidget").replace("--upgrade", "--force-reinstall")
    for extension in (ANYWIDGET, MANAGER):
        found = machine.front_ends.get(extension)
        if extension in machine.disabled:
            on = f"{shlex.quote(machine.python)} -m jupyter labextension enable {extension}"
            yield Finding("widgets", f"The extension {extension} is switched off: questions cannot be answered.", on)
        elif found is None:
            yield Finding(
                "widgets", f"JupyterLab's extension {extension} is missing: questions cannot be answered.", again
            )
        elif not _fits(extension, found, machine.versions):
            partner = f"{_partner(extension)} {machine.versions.get(_partner(extension), '(missing)')}"
            fault = f"The extension {extension} {found} does not fit {partner}: questions show an error."
            yield Finding("widgets", fault, again)


def ports(machine: Machine) -> Iterator[Finding]:
    """The page is served on this machine."""
    lab = f"outsourcing-lessons lab {shlex.quote(str(machine.folder))}"
    if machine.loopback:
        fault = f"No program may open a port on this computer ({machine.loopback}): JupyterLab cannot open."
        yield Finding("ports", fault, f"allow {machine.python} in the firewall or security program, then: {lab}")
    elif not machine.free_ports:
        fault = f"All ports from {PORTS[0]} to {PORTS[-1]} are in use: JupyterLab needs one of them."
        yield Finding("ports", fault, f"{lab} --port 0")


def fonts(machine: Machine) -> Iterator[Finding]:
    """A printed page with boxes for letters is worse than none."""
    for name, characters in machine.missing.items():
        fault = f"No font on this machine has {characters} of the name {name}: the PDF of the playbook cannot be made."
        yield Finding("fonts", fault, f"{machine.fonts.get(name) or NO_FONT}, then: outsourcing-lessons doctor")


def disk(machine: Machine) -> Iterator[Finding]:
    """A full disk keeps no answer."""
    if machine.free_bytes < LEAST_FREE:
        fault = f"Only {machine.free_bytes // 1_000_000} MB are free on the course's disk: answers may be lost."
        yield Finding("disk", fault, f"make room; {SPACE.get(machine.system, SPACE[''])} shows what uses it")


def writing(machine: Machine) -> Iterator[Finding]:
    """Where nothing can be written, nothing is kept."""
    if machine.unwritable and machine.free_bytes >= A_PAGE:
        fault = f"Nothing can be saved in {machine.folder} ({machine.unwritable}): answers are lost."
        folder = shlex.quote(str(machine.folder))
        allow = f"icacls {folder} /grant %USERNAME%:F /T" if machine.system == "Windows" else f"chmod -R u+rwX {folder}"
        yield Finding("folder", fault, f"{allow}   or another folder: outsourcing-lessons lab ~/my-course")


def clock(machine: Machine) -> Iterator[Finding]:
    """The review of the day depends on the day."""
    apart, behind = machine.file_time - machine.now, machine.newest - machine.now
    if behind > A_DAY:
        fault = f"The clock is {behind / A_DAY:.0f} days behind the newest file of the course"
    elif not machine.unwritable and abs(apart) > WRONG_CLOCK:
        fault = f"The clock of this machine and that of the disk are {abs(apart) / 60:.0f} minutes apart"
    else:
        return
    yield Finding("clock", fault + ": reviews come on the wrong day.", CLOCKS.get(machine.system, CLOCKS[""]))


def rendering(machine: Machine) -> Iterator[Finding]:
    """Without them no workbook can be made for others; lessons need none of it."""
    for name, fault in machine.rendering.items():
        temporary = "set TMPDIR to a folder on a disk with room, such as: export TMPDIR=~/tmp"
        yield Finding("render", fault, temporary if name == "temporary" else machine.pip(name))


CHECKS: tuple[Check, ...] = (
    kernel, foreign_kernel, other_kernel, extension, page, subshells, front_end, ports, fonts, disk, writing, clock,
    rendering,
    *doctor_copy.CHECKS,
)  # fmt: skip
NO_FONT = "write the name without what no font has"
SPACE = {"Windows": "cleanmgr", "": "du -xh -d 1 ~ | sort -h"}
CLOCKS = {
    "Linux": "sudo timedatectl set-ntp true", "Darwin": "sudo systemsetup -setusingnetworktime on",
    "Windows": "w32tm /resync", "": "set the clock of this machine",
}  # fmt: skip


def _fits(extension: str, found: str, versions: Mapping[str, str]) -> bool:
    partner = versions.get(_partner(extension))
    if partner is None:
        return False
    if extension == MANAGER:
        return MANAGERS.get(partner.partition(".")[0], "") == found.partition(".")[0]
    return _numbers(found) == _numbers(partner)


def _partner(extension: str) -> str:
    """Return the package in the kernel that talks to an extension in the page."""
    return "ipywidgets" if extension == MANAGER else "anywidget"


def _numbers(version: str) -> tuple[int, ...]:
    """Return the first two numbers of a version.

    Examples
    --------
    >>> _numbers("7.4.0"), _numbers("8.0a1"), _numbers("7")
    ((7, 4), (8, 0), (7, 0))
    """
    numbers = [int(n) for n in re.findall(r"\d+", version)[:2]]
    return tuple((numbers + [0, 0])[:2])
