"""``outsourcing-lessons workshop``: a live class from this computer."""

from __future__ import annotations

from pathlib import Path

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.brand import BRAND
from outsourcing_lessons.cli.options import EXTRA, NOTEBOOKS, PATH, PROFILE, grouped, lists, read
from outsourcing_lessons.workshop.capacity import MOST

START = example("workshop start --lan --lessons 01 --currency GBP")


@click.group(epilog=START)
def workshop() -> None:
    """Run a live class: a page for participants' phones, a console for you, a view for the projector."""


LESSONS = lists(
    "--lessons",
    metavar="01,02",
    help="What is taught, by number or name.  [default: the course's choice, or the plan for --minutes]",
)
SITE = grouped(
    "site",
    "outsourcing_lessons.workshop.serve:Site",
    click.option("--lan", is_flag=True, help="Let others on the network join; without it only this computer can."),
    click.option(
        "--port", type=click.IntRange(0, 65535), help="Port to listen on.  [default: 8765, or the next free one]"
    ),
    click.option("--address", default="", help="How participants reach it behind a proxy: https://workshop.example"),
    click.option("--relay", default="", metavar="IP", help="Where that proxy comes from.  [default: this computer]"),
)
ROOM = grouped(
    "profile",
    "outsourcing_lessons.workshop.opening:room_profile",
    *(PROFILE[name] for name in ("business", "currency", "hour_value")),
    click.option("--weekly-hours", default=50.0, show_default=True, help="Hours worked in a week in the room's story."),
    click.option("--seed", type=int, help="Which variant everybody gets.  [default: random]"),
)
ROSTER = grouped(
    "roster",
    read,
    click.option("--roster", type=PATH, help="Only these learners may join, by their learner_id."),
    EXTRA,
)


@workshop.command(epilog=START)
@ROSTER
@LESSONS
@NOTEBOOKS
@click.option("--minutes", type=click.IntRange(5, 1440), help="How many minutes you have; the agenda is made to fit.")
@click.option("--db", default="workshop.sqlite", show_default=True, help="The file that stores the workshop.")
@SITE
@ROOM
@BRAND
def start(roster, lessons, minutes, db, site, profile, brand) -> None:
    """Start a workshop, or continue the one in the file.

    Participants join with a code and need only a browser. Everybody gets the same variant of each question, so that
    the room's answers can be compared. Everything is saved in the file, and the same command resumes it.

    With --minutes of a length that the course has a plan for you get that plan: its lessons, its breaks, and the rest
    left for home. For any other length or other lessons, questions are left out until it fits.
    """
    from outsourcing_lessons.brand import read_brand
    from outsourcing_lessons.workshop import pages
    from outsourcing_lessons.workshop.opening import open_log
    from outsourcing_lessons.workshop.serve import log_path, serve

    if brand:
        pages.use_brand(read_brand(brand))
    log = open_log(log_path(db), lessons, profile, minutes)
    serve(log, roster and roster.learners, site, click.echo)


PLAN = example("workshop plan --minutes 120 --notebooks my-lessons")


@workshop.command(epilog=PLAN)
@LESSONS
@NOTEBOOKS
@click.option("--minutes", type=click.IntRange(5, 1440), help="How many minutes you have; the plan is made to fit.")
def plan(lessons: tuple[str, ...], minutes: int | None) -> None:
    """Print the agenda as a Markdown table: the one that start uses with the same options.

    Times are worked out from what the notebooks show: what each question takes, the words there are to read, and what
    your notes say you talk.
    """
    from outsourcing_lessons.workshop.fitting import agenda_of_room
    from outsourcing_lessons.workshop.opening import new_room
    from outsourcing_lessons.workshop.plan_table import table

    click.echo(table(agenda_of_room(new_room(lessons, minutes=minutes))))


REHEARSE = example("workshop rehearse --participants 200 --hard")
TRIALS = ("flood", "half-open", "seats", "files", "disk", "lid", "address")


@workshop.command(epilog=REHEARSE)
@click.option("--participants", type=click.IntRange(1, MOST), default=200, show_default=True, help="How many join.")
@lists("--lessons", metavar="01,02", help="What is taught, by number or name.  [default: the course's choice]")
@NOTEBOOKS
@click.option("--minutes", type=click.FloatRange(0.02, 600), default=2.0, show_default=True, help="How long it takes.")
@click.option("--kill", type=click.IntRange(0, 20), default=0, help="Kill and restart the server this many times.")
@click.option("--cut", type=click.FloatRange(0, 3600), default=0.0, help="Cut all connections for this many seconds.")
@click.option("--db", type=PATH, help="Save the workshop in this new file, to make a report from.")
@click.option("--hard", is_flag=True, help="Two kills and a cut of 10 s in the workshop, and then everything of --try.")
@click.option("--try", "names", multiple=True, type=click.Choice(TRIALS), help="Only this, without a workshop.")
def rehearse(participants, lessons, minutes, kill, cut, db, hard, names) -> None:
    """Play a workshop with made-up learners against the real server, and say whether anything was lost.

    They know, guess, follow the advice blindly or are slow; every fourth is on a bad network, every fifth has no
    WebSocket, and one more sends nonsense. Ends with 1 if an answer was lost or doubled, or if nonsense did any harm.

    --hard adds what may happen to a laptop in a room: a device that floods it, connections that say nothing, few
    files, a full disk, a closed lid, another address. Each has a server of its own and a line that says what held.
    """
    import asyncio
    import sys
    import tempfile

    from outsourcing_lessons.errors import WorkshopError
    from outsourcing_lessons.workshop.rehearsal.findings import findings, told
    from outsourcing_lessons.workshop.rehearsal.hard import tried
    from outsourcing_lessons.workshop.rehearsal.script import Plan, Rehearsal
    from outsourcing_lessons.workshop.serve import log_path

    if db and db.exists():
        raise WorkshopError(f"{db} already exists; a rehearsal needs a new file")
    held = True
    with tempfile.TemporaryDirectory() as folder:
        if not names:
            plan = Plan(participants, minutes, kill or 2 * hard, cut or 10.0 * hard, lessons)
            rehearsal = Rehearsal(plan, log_path(str(db or Path(folder, "rehearsal.sqlite"))), click.echo)
            played = asyncio.run(rehearsal.run())
            found = findings(played)
            click.echo("\n".join(told(played, found)))
            held = found.held
        held &= asyncio.run(tried(names or TRIALS * hard, lessons, Path(folder), click.echo))
    sys.exit(0 if held else 1)


REPORT = example("workshop report --db workshop.sqlite --out debrief")


@workshop.command(epilog=REPORT)
@click.option("--db", default="workshop.sqlite", show_default=True, type=PATH, help="Its file.")
@click.option("--out", required=True, type=PATH, help="A folder for the report.")
@click.option("--names", is_flag=True, help="Include names and learner ids; without it, everybody is a number.")
def report(db, out, names) -> None:
    """Write a report on a workshop: a page to read, slides and a PDF of the results, tables, xAPI statements.

    The page is the notebook 90_workshop_debrief, run with the workshop's file. You can also run it during a workshop.
    """
    from outsourcing_lessons.debrief.report import write_report

    written, notes = write_report(db, out, names)
    for name in written:
        click.echo(f"{out / name}")
    for note in notes:
        click.echo(note, err=True)


PURGE = example("workshop purge --before 2026-06-30 --db workshop.sqlite")


@workshop.command(epilog=PURGE)
@click.option(
    "--before", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Delete workshops that ended before this day."
)
@click.option("--db", "files", multiple=True, type=PATH, help="The file of a workshop; can be repeated.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(before, files, yes) -> None:
    """Delete workshops whose last event was before a date (UTC): answers, people, names, roster, addresses.

    Asks first. Reports made from them are not deleted.
    """
    from outsourcing_lessons.workshop import purge as purging

    found = [purging.found_in(path) for path in files or (Path("workshop.sqlite"),)]
    kept, old = ([one for one in found if (one.last < before.date()) is gone] for gone in (False, True))
    for one in kept:
        click.echo(f"{one.path} is kept: its last event was on {one.last}")
    for one in old:
        what = f"{one.events} events, {one.people} people, {one.names} of them named"
        click.echo(f"{one.path}: {one.first} to {one.last}, {what}")
    if old and (yes or click.confirm("Delete permanently?")):
        for one in old:
            purging.purge(one.path, one.events)
            click.echo(f"{one.path} was deleted")
