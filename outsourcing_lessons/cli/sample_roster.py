"""``outsourcing-lessons sample-roster``: twelve learners in the trades of the course, four currencies, five scripts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import PATH
from outsourcing_lessons.errors import InputError

# A number in braces stands for a trade of the course; one with fewer begins again with the first.
SAMPLE = """\
learner_id,learner,business,currency,hour_value,weekly_hours,seed
ada,Ada Okafor,{1},GBP,95,45,7
bo,Bo Lindqvist,{2},EUR,110,55,11
chloe,Chloé D'Amico,{0},EUR,60,50,3
dmytro,Дмитро Шевченко,{2},USD,80,60,19
eleni,Ελένη Παπαδοπούλου,{4},EUR,70,38,23
farid,فريد حداد,{5},USD,75,48,29
grace,Grace Mbeki,{3},GBP,55,52,31
hila,הילה כהן,{1},USD,90,40,37
ines,Inês Carvalho,{4},EUR,65,42,41
jakub,Jakub Żółkiewski,{3},CHF,85,50,43
katya,Катерина Иванова,{0},CHF,72.5,47.5,47
layla,ليلى منصور,{5},GBP,88,44,53
"""
TRADES = 6


@click.command("sample-roster", epilog=example("sample-roster --out roster.csv"))
@click.option("--out", type=PATH, metavar="FILE", help="The file to write.  [default: print it]")
def sample_roster(out: Path | None) -> None:
    """Write a roster of twelve learners to start from: a CSV file in UTF-8.

    With --out it goes into a new file, never over an existing one; without it, it is printed.
    """
    text = sample()
    if out is None:
        sys.stdout.buffer.write(text.encode())
        return
    try:
        with out.open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        raise InputError(f"{out} already exists; choose another name") from None
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror}") from None


def sample() -> str:
    """Return the roster, in trades of the course."""
    from outsourcing_lessons.lessons.courses import chosen

    names = chosen().trade_names
    return SAMPLE.format(*(names[place % len(names)] for place in range(TRADES)))
