"""``outsourcing-lessons sample-roster``: twelve learners in six trades, four currencies and five scripts."""

from __future__ import annotations

from pathlib import Path

import click

from outsourcing_lessons.cli import main_epilog
from outsourcing_lessons.errors import InputError

SAMPLE = """\
learner_id,learner,business,currency,hour_value,weekly_hours,seed
ada,Ada Okafor,design studio,GBP,95,45,7
bo,Bo Lindqvist,software startup,EUR,110,55,11
chloe,Chloé D'Amico,online shop,EUR,60,50,3
dmytro,Дмитро Шевченко,software startup,USD,80,60,19
eleni,Ελένη Παπαδοπούλου,coaching and training practice,EUR,70,38,23
farid,فريد حداد,property management,USD,75,48,29
grace,Grace Mbeki,local service business,GBP,55,52,31
hila,הילה כהן,design studio,USD,90,40,37
ines,Inês Carvalho,coaching and training practice,EUR,65,42,41
jakub,Jakub Żółkiewski,local service business,CHF,85,50,43
katya,Катерина Иванова,online shop,CHF,72.5,47.5,47
layla,ليلى منصور,property management,GBP,88,44,53
"""


@click.command("sample-roster", epilog=main_epilog("outsourcing-lessons sample-roster --out roster.csv"))
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The file to write.  [default: print it]")
def sample_roster(out: Path | None) -> None:
    """Write a roster of twelve learners to start from: a CSV file in UTF-8.

    With --out it is a new file, and none that is there is replaced; without, it is printed.
    """
    if out is None:
        click.get_binary_stream("stdout").write(SAMPLE.encode())
        return
    try:
        with out.open("xb") as file:
            file.write(SAMPLE.encode())
    except FileExistsError:
        raise InputError(f"{out} is there already; name another file") from None
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror}") from None
