"""Printing by Typst: a template and its data -> a PDF.

They are tagged (PDF/UA-1), which also makes Typst refuse a character that no font has. Typst starts threads at its
first page, so a process that forks never calls this.

A process that lives on gains nothing by having compiled before. Over sixteen workbooks and keys the second took as long
as the first (0.47 and 0.31 CPU seconds; 0.48 and 0.33 in a process of its own), since all of a learner's text is new to
Typst's cache. That keeps what the last ten compilations have used, some 65 MB each, and so grows to 0.9 GB. So each PDF
is made in a process that is then gone, with 0.1 GB: a forked child, or where nothing can be forked this module as a
program of its own, which imports little else.
"""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from outsourcing_lessons.errors import GlyphError, RenderError

TEMPLATES = Path(__file__).parent / "templates"
# Typst stamps a date into the file; the same workbook is to have the same bytes on every day.
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
# Arabic letters, which join. Of Typst's own fonts one has them, made for code: all equally wide, with gaps between.
JOINED_UP = re.compile("[\u0600-\u06ff\u0750-\u077f]")
MISSING = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
REFUSED = 3
MOST_NAMED = 5


def warm() -> None:
    """Read what every PDF has alike; nothing is compiled, since Typst starts threads when it does."""
    for name in ("workbook.typ", "key.typ"):
        _fonts(False)(name)


def undrawable(texts: list[str]) -> dict[int, str]:
    """Return the characters that no font has, by the place of their text in the list.

    Halves the list until each text that fails stands alone: thousands of names take one page when all is well.
    """
    return _undrawable(list(enumerate(texts)))


def _undrawable(texts: list[tuple[int, str]]) -> dict[int, str]:
    try:
        if texts:
            printed("names.typ", json.dumps({"names": [text for _, text in texts]}, ensure_ascii=False))
        return {}
    except GlyphError as error:
        if len(texts) == 1:
            return {texts[0][0]: error.characters}
    half = len(texts) // 2
    return _undrawable(texts[:half]) | _undrawable(texts[half:])


def printed(template: str, data: str) -> bytes:
    """Compile a template over its data, which is JSON.

    Raises
    ------
    GlyphError
        When no font has one of its characters.
    RenderError
        When Typst refuses it for another reason.
    """
    import typst

    inputs = {"data": data}
    # The machine's own fonts are asked only where Typst's do not suffice: most PDFs are the same on every machine.
    for system in (True,) if JOINED_UP.search(data) else (False, True):
        try:
            return _fonts(system)(template)(inputs)
        except typst.TypstError as error:
            refused = error
            missing = _missing(getattr(error, "diagnostic", None) or str(error))
            if not missing:
                break
    raise _glyph_error(missing) if missing else RenderError(f"the PDF could not be made: {refused}")


def _missing(diagnostic: str) -> str:
    """Return the characters that Typst says it cannot draw, each once; it writes the rarer ones as ``\\u{10fffd}``."""
    found = "".join(MISSING.findall(diagnostic))
    return "".join(dict.fromkeys(re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found)))


def _glyph_error(characters: str) -> GlyphError:
    error = GlyphError(f"no font on this machine has {named(characters)}")
    error.characters = characters
    return error


def named(characters: str) -> str:
    """Write characters that may not show anywhere, each with its number: ``李 (U+674E)``; of many the first few."""
    more = len(characters) - MOST_NAMED
    few = ", ".join(f"{char} (U+{ord(char):04X})" for char in characters[:MOST_NAMED])
    return f"{few} and {more} more" if more > 0 else few


@cache
def _fonts(system: bool) -> Callable[[str], Callable[[dict], bytes]]:
    import typst

    fonts = typst.Fonts(include_system_fonts=system)

    @cache
    def compiler(template: str) -> Callable[[dict], bytes]:
        folder = str(TEMPLATES)
        made = typst.Compiler(f"{folder}/{template}", root=folder, font_paths=fonts, ignore_system_fonts=not system)
        return lambda inputs: made.compile(sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=LONG_AGO)

    return compiler


def printed_apart(template: str, data: str, seconds: float) -> bytes:
    """Do as `printed` does in a process of its own.

    Raises
    ------
    GlyphError, RenderError
        As `printed`; also when the process ends without a result, then with ``reason`` and ``signal``.
    TimeoutError
        When it takes longer than that.
    """
    # The file and not its name: the package around it imports what printing has no use for.
    line = [sys.executable, "-P", __file__]
    order = json.dumps([template, data]).encode()
    try:
        done = subprocess.run(line, input=order, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    if done.returncode == REFUSED:
        characters, sentence = json.loads(done.stdout)
        raise _glyph_error(characters) if characters else RenderError(sentence)
    if done.returncode:
        raise _ended(done.returncode)
    return done.stdout


def _ended(code: int) -> RenderError:
    how = f"by signal {-code}" if code < 0 else f"with code {code}"
    error = RenderError(f"the process that made the PDF was ended {how}")
    error.reason, error.signal = "worker died", max(0, -code)
    return error


def main() -> int:
    """Print what the standard input asks for to the standard output; return the exit code."""
    template, data = json.load(sys.stdin.buffer)
    try:
        sys.stdout.buffer.write(printed(template, data))
    except RenderError as error:
        sys.stdout.buffer.write(json.dumps([getattr(error, "characters", ""), str(error)]).encode())
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
