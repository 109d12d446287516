"""A template and its data -> a PDF, tagged for screen readers (PDF/UA-1), which also refuses a letter no font has."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from outsourcing_lessons.characters import named as with_number
from outsourcing_lessons.errors import GlyphError, RenderError, few
from outsourcing_lessons.typesetting.fonts import MACHINE, NONE, Fonts, families, found

PACKAGE = Path(__file__).resolve().parents[1]
# Typst stamps a date into the file; the same workbook is to have the same bytes on every day.
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
# Scripts that Typst's own fonts cannot set: the machine's are asked at once.
BEYOND = re.compile(
    "[\u0530-\u058f\u0600-\u1cff\u2c80-\u2dff\u2e80-\ua63f\ua800-\ufafe\ufb50-\ufdff\ufe70-\ufeff\uff00-\uffef\U00010000-\U0010ffff]"
)
MISSING = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
STAND_IN = "\ufffd"
JOINERS = "\u200d\ufe0e\ufe0f"


def printed(template: Path, data: str, fonts: Fonts = MACHINE) -> bytes:
    """Compile a template over its data.

    ``data`` is JSON, which the template finds in ``sys.inputs.data``; ``fonts`` are where letters are looked for that
    Typst's own fonts do not have.

    Raises GlyphError when no font has one of its characters (``characters`` are all of these); RenderError when Typst
    refuses it for another reason.
    """
    import typst

    # The machine's fonts are asked only where Typst's do not suffice: most PDFs are the same on every machine.
    for place in (fonts,) if BEYOND.search(data) else (NONE, fonts):
        asked = [] if place is NONE and fonts is not NONE else families(place, data)
        try:
            return compiler(template, place)({"data": data, "faces": json.dumps(asked)})
        except typst.TypstError as error:
            refused = error
            missing = _missing(getattr(error, "diagnostic", None) or str(error))
            if not missing:
                break
    raise glyph_error(missing) if missing else RenderError(f"the PDF could not be made: {refused}")


def printed_anyway(template: Path, data: str, fonts: Fonts = MACHINE) -> tuple[bytes, str]:
    """Do as `printed`, with `STAND_IN` for each character that no font has; return those characters too.

    Raises RenderError when Typst refuses it for another reason.
    """
    lacking = ""
    while True:
        try:
            return printed(template, data, fonts), lacking
        except GlyphError as error:
            replaced = stood_in(data, error.characters)
            if replaced == data:
                raise
            data, lacking = replaced, lacking + error.characters


def stood_in(text: str, missing: str) -> str:
    """Return a text with one `STAND_IN` for each missing character, or picture joined from several.

    What is missing may be part of a whole only: a figure in a box that no font has leaves the figure.
    """
    alone = replaceable(missing)
    if not alone:
        return text
    one = f"[{re.escape(alone)}]"
    return re.sub(f"{one}(?:[{JOINERS}]+{one})*[{JOINERS}]*", STAND_IN, text)


def replaceable(missing: str) -> str:
    """Return those of missing characters, each once, that `STAND_IN` stands for: no figure, and nothing that joins."""
    return "".join(sorted({char for char in missing if not char.isascii() and char not in JOINERS}))


@cache
def compiler(template: Path, fonts: Fonts) -> Callable[[dict[str, str]], bytes]:
    """Return what compiles a template over ``sys.inputs``; it reads fonts, and compiles nothing yet."""
    import typst

    made = typst.Compiler(
        str(template), root=str(PACKAGE), font_paths=found(fonts), ignore_system_fonts=not fonts.system
    )

    def compiled(inputs: dict[str, str]) -> bytes:
        document = made.compile(sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=LONG_AGO)
        if not isinstance(document, bytes):
            raise RenderError("Typst made something else than one PDF")
        return document

    return compiled


def _missing(diagnostic: str) -> str:
    """Return the characters that Typst says it cannot draw, each once; it writes the rarer ones as ``\\u{10fffd}``."""
    quoted = "".join(MISSING.findall(diagnostic))
    return "".join(dict.fromkeys(re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), quoted)))


def glyph_error(characters: str) -> GlyphError:
    """Return the error for characters that no font has."""
    return GlyphError(f"no font on this machine has {named(characters)}", characters)


def named(characters: str) -> str:
    """Write characters that may not show anywhere, each with its number; of many the first few."""
    return few(map(with_number, characters))
