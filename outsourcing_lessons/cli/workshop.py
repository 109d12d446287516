"""``outsourcing-lessons workshop``: a live class from this computer."""

from __future__ import annotations

from pathlib import Path

import click

from outsourcing_lessons.cli import main_epilog

START = main_epilog(
    "outsourcing-lessons workshop start --lan --lessons 01 --business 'design studio' --currency GBP",
)


@click.group(epilog=START)
def workshop() -> None:
    """Run a live class: a page for participants' phones, a console for you, a view for the projector."""


@workshop.command(epilog=START)
@click.option("--lan", is_flag=True, help="Let others in the network join; without it only this computer can.")
@click.option("--roster", type=click.Path(path_type=Path), help="Only these learners may join, by their learner_id.")
@click.option("--lessons", metavar="01,02", help="What is taught, by number or name.  [default: 01]")
@click.option("--db", default="workshop.sqlite", show_default=True, help="The file the workshop is kept in.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 8765 unless it is taken.")
@click.option("--address", default="", help="How participants reach it behind a proxy: https://workshop.example")
@click.option("--business", default="online shop", show_default=True, help="The trade of the room's story.")
@click.option("--currency", default="EUR", show_default=True, help="The currency of the room's numbers.")
@click.option("--hour-value", default=60.0, show_default=True, help="What an hour is worth in the room's story.")
@click.option("--weekly-hours", default=50.0, show_default=True, help="Hours worked in a week in the room's story.")
@click.option("--seed", type=int, help="Which variant everybody gets; drawn unless told.")
def start(lan, roster, lessons, db, port, address, business, currency, hour_value, weekly_hours, seed) -> None:
    """Start a workshop, or go on with the one that is in the file.

    Participants join with a code and need only a browser. Everybody gets the same variant of each question, so that
    the room's answers can be compared. All that happens is in the file; stopped or killed, the same command goes on.
    """
    from outsourcing_lessons import roster as rosters
    from outsourcing_lessons.workshop.opening import open_log, room_profile
    from outsourcing_lessons.workshop.serve import log_path, serve

    learners = rosters.read_roster(roster).learners if roster else None
    profile = room_profile(business, currency, hour_value, weekly_hours, seed)
    named = [one.strip() for one in lessons.split(",") if one.strip()] if lessons else None
    log = open_log(log_path(db), named, profile)
    serve(log, learners, lan, port, address, click.echo)
