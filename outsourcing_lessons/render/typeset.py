"""Printing by Typst: a template and its data -> a PDF.

Typst starts threads at its first page, so a process that forks never calls this.

A process that lives on gains nothing by having compiled before. Over sixteen workbooks and keys the second took as long
as the first (0.47 and 0.31 CPU seconds; 0.48 and 0.33 in a process of its own), since all of a learner's text is new to
Typst's cache. That keeps what the last ten compilations have used, some 65 MB each, and so grows to 0.9 GB. So each PDF
is made in a process that is then gone, with 0.1 GB: a forked child, or where nothing can be forked this module as a
program of its own, which imports little else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from outsourcing_lessons.errors import GlyphError, RenderError
from outsourcing_lessons.typesetting import printing
from outsourcing_lessons.typesetting.fonts import MACHINE, NONE, Fonts

TEMPLATES = Path(__file__).parent / "templates"
REFUSED = 3


def warm() -> None:
    """Read what every PDF has alike; nothing is compiled, since Typst starts threads when it does."""
    for name in ("workbook.typ", "key.typ"):
        printing.compiler(TEMPLATES / name, NONE)


def printed(template: str, data: str, fonts: Fonts = MACHINE) -> tuple[bytes, str]:
    """Compile a template of this folder over its data; return which characters stand replaced in it, too."""
    made, lacking = printing.printed_anyway(TEMPLATES / template, data, fonts)
    return made, printing.replaceable(lacking)


def printed_apart(template: str, data: str, seconds: float, fonts: Fonts = MACHINE) -> tuple[bytes, str]:
    """Do as `printed` does in a process of its own.

    Raises GlyphError and RenderError as `printed`, also when the process ends without a result, then with ``reason``
    and ``signal``; TimeoutError when it takes longer than that.
    """
    # The file and not its name: the package around it imports what printing has no use for.
    line = [sys.executable, "-P", __file__]
    order = json.dumps([template, data, *fonts.folders]).encode()
    try:
        done = subprocess.run(line, input=order, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    if done.returncode == REFUSED:
        characters, sentence = json.loads(done.stdout)
        raise GlyphError(sentence, characters) if characters else RenderError(sentence)
    if done.returncode:
        raise _ended(done.returncode)
    lacking, _, made = done.stdout.partition(b"\n")
    return made, json.loads(lacking)


def _ended(code: int) -> RenderError:
    how = f"by signal {-code}" if code < 0 else f"with code {code}"
    return RenderError(f"the process that made the PDF was ended {how}", "worker died", max(0, -code))


def main() -> int:
    """Print what the standard input asks for to the standard output; return the exit code."""
    template, data, *folders = json.load(sys.stdin.buffer)
    try:
        made, lacking = printed(template, data, Fonts(folders=tuple(folders)))
        sys.stdout.buffer.write(json.dumps(lacking).encode() + b"\n" + made)
    except RenderError as error:
        characters = error.characters if isinstance(error, GlyphError) else ""
        sys.stdout.buffer.write(json.dumps([characters, str(error)]).encode())
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
