"""The hard part of a rehearsal: one trial after the other, each against a server of its own; what held of it all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from websockets.exceptions import WebSocketException

from outsourcing_lessons.workshop.rehearsal import machine_faults
from outsourcing_lessons.workshop.rehearsal.flood import flood
from outsourcing_lessons.workshop.rehearsal.network import NoLine
from outsourcing_lessons.workshop.rehearsal.network_namespaces import address
from outsourcing_lessons.workshop.rehearsal.venue import Outcome, Venue

Trial = Callable[[Path, tuple[str, ...]], Awaitable[Outcome]]


def _at_a_venue(trial: Callable[[Venue], Awaitable[Outcome]], under: tuple[str, ...] = ()) -> Trial:
    """Return a trial that has a server of its own, in whose file everything has to be that was confirmed."""

    async def run(path: Path, lessons: tuple[str, ...]) -> Outcome:
        venue = Venue(path, lessons, under)
        async with venue:
            outcome = await trial(venue)
        found = venue.amiss()
        held = outcome.held if outcome.held is None else outcome.held and not found
        return Outcome(outcome.name, held, "; ".join([outcome.what, *found]))

    return run


TRIALS: dict[str, Trial] = {
    "flood": _at_a_venue(flood),
    "half-open": _at_a_venue(machine_faults.half_open),
    "seats": _at_a_venue(machine_faults.crowd),
    "files": _at_a_venue(machine_faults.files, machine_faults.few_files()),
    "disk": _at_a_venue(machine_faults.disk),
    "lid": _at_a_venue(machine_faults.frozen),
    "address": address,
}


async def tried(names: Iterable[str], lessons: tuple[str, ...], folder: Path, say: Callable[[str], None]) -> bool:
    """Run trials, print a line for each; return whether all that could be tried held."""
    held = True
    for name in names:
        try:
            outcome = await TRIALS[name](folder / f"{name}.sqlite", lessons)
        except (NoLine, OSError, WebSocketException) as error:  # a phone that had to be served was not
            outcome = Outcome(
                name.capitalize(), False, f"could not be played to its end ({type(error).__name__} {error})"
            )
        say(line(outcome))
        held &= outcome.held is not False
    return held


def line(outcome: Outcome) -> str:
    """Return an outcome in words.

    Examples
    --------
    >>> line(Outcome("Full disk", True, "nothing was lost"))
    'Full disk         held: nothing was lost'
    """
    word = {True: "held", False: "BROKEN", None: "not tried"}[outcome.held]
    return f"{outcome.name:<18}{word}: {outcome.what}"
