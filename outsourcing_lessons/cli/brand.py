"""``outsourcing-lessons brand``: your organisation on workbooks and in workshops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import FILE, PATH
from outsourcing_lessons.errors import InputError

if TYPE_CHECKING:
    from outsourcing_lessons.typesetting.fonts import Fonts

NEW = example("brand new brand.toml", "render roster.csv --out cohort --brand brand.toml")
BRAND: Callable[[Callable], Callable] = click.option(
    "--brand", type=FILE, metavar="FILE", help="Your logo, name, colour and letter: a file that `brand new` makes."
)
FONTS: Callable[[Callable], Callable] = click.option(
    "--fonts", type=PATH, metavar="DIR", help="A folder of font files for what this computer has no font for."
)


@click.group(epilog=NEW)
def brand() -> None:
    """Put your organisation on workbooks and workshops: logo, name, trainer, date, colour, a letter to each learner."""


@brand.command(epilog=NEW)
@click.argument("file", default="brand.toml", type=PATH)
def new(file: Path) -> None:
    """Write FILE, a commented brand.toml to fill in; never over an existing one."""
    from outsourcing_lessons.brand.sample import SAMPLE

    try:
        with file.open("x", encoding="utf-8") as made:
            made.write(SAMPLE)
    except FileExistsError:
        raise InputError(f"{file} already exists; choose another name") from None
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}") from None
    click.echo(f"{file} is there: fill it in, and give it to render and workshop start with --brand {file}")


@brand.command(epilog=NEW)
@click.argument("file", default="brand.toml", type=PATH)
@FONTS
def check(file: Path, fonts: Path | None) -> None:
    """Say whether FILE can be used, and what it puts on a workbook."""
    from outsourcing_lessons.brand import read_brand
    from outsourcing_lessons.render.fields import filled, names_in
    from outsourcing_lessons.typesetting.fonts import fonts_in

    found = read_brand(file)
    # Which columns a roster has is not known here; what is no field at all is.
    filled(found.letter, dict.fromkeys(names_in(found.letter), ""), "the letter")
    searched = fonts_in(fonts)
    said = {
        "organisation": found.organisation,
        "trainer": found.trainer,
        "date": found.date,
        "logo": f"{found.logo.ratio:.2f} times as wide as high" if found.logo else "",
        "accent": f"{found.accent}, on dark {found.accent_on_dark}" if found.accent else "",
        "letter": f"{len(found.letter.split())} words" if found.letter else "",
    }
    for name, words in said.items():
        click.echo(f"{name}: {words or 'none'}")
    _foresee(found.fields | {"letter": found.letter}, searched)


def _foresee(texts: Mapping[str, str], fonts: Fonts) -> None:
    from outsourcing_lessons.typesetting.characters import lacking
    from outsourcing_lessons.typesetting.font_packages import remedy

    missing = lacking(texts.values(), fonts)
    found = {name: "".join(char for char in missing if char in text) for name, text in texts.items()}
    if missing:
        tell_missing({name: characters for name, characters in found.items() if characters})
    if command := remedy(missing):
        click.echo(f"To print them: {command}", err=True)


def tell_missing(texts: Mapping[str, str], show: str = "will show") -> None:
    """Warn of characters that no font has, by where they stand."""
    from outsourcing_lessons.typesetting.printing import STAND_IN, named

    click.echo(f"No font on this machine has these characters; the PDFs {show} {STAND_IN} instead of each:", err=True)
    for place, characters in texts.items():
        click.echo(f"  {place}: {named(characters)}", err=True)
