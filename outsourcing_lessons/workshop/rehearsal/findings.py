"""What became of everything that was sent: read from the log, and compared with what the pages remember."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.incoming import storable
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.rehearsal.nonsense import MARK
from outsourcing_lessons.workshop.rehearsal.script import Played
from outsourcing_lessons.workshop.throttles import digest

MOST_TOLD = 10  # things that went wrong, in words
GRACE = 10.0  # seconds after an outage in which lateness is the outage's and not the server's


@dataclass(frozen=True)
class Findings:
    """The outcome of a rehearsal; ``refused`` were written after their step had been closed."""

    answers: int
    stored: int
    refused: int
    lost: int
    doubled: int
    others: int
    p50: float
    p95: float
    measured: int
    nonsense: int
    amiss: tuple[str, ...]

    @property
    def held(self) -> bool:
        return not self.lost and not self.doubled and not self.amiss


def findings(played: Played) -> Findings:
    """Compare what was sent with what is in the log."""
    events = read_events(played.host.path)
    who = {event.body["token"]: event.who for event in events if event.kind == "join"}
    kept = Counter((event.who, event.id) for event in events if event.id)
    closed = _closed(events)
    sent = [(who.get(digest(page.token), ""), page, one) for page in played.pages for one in page.sent.values()]
    gone = [(page, one) for person, page, one in sent if not kept[person, one["id"]]]
    fair = [one for page, one in gone if page.refused.get(one["id"]) and _too_late(one, closed)]
    seconds = _latencies(played, events)
    nuisance = who.get(digest(played.nuisance.token))
    return Findings(
        answers=sum(one["kind"] == "answer" for _, _, one in sent),
        stored=sum(one["kind"] == "answer" and kept[person, one["id"]] > 0 for person, _, one in sent),
        refused=len(fair),
        lost=len(gone) - len(fair),
        doubled=sum(many - 1 for many in kept.values()) + _twice_counted(events, nuisance),
        others=sum(one["kind"] != "answer" for _, _, one in sent),
        p50=quantile(seconds, 0.5),
        p95=quantile(seconds, 0.95),
        measured=len(seconds),
        nonsense=played.nuisance.sent,
        amiss=(*played.nuisance.amiss, *_unclean(events), *played.host.complaints),
    )


def _unclean(events: list[Event]) -> list[str]:
    """Return what is in the log and should not be: what no file can hold, and what belongs to no answer."""
    bad = [event for event in events if not storable(event.body) or MARK in event.body.get("response", ())]
    return [f"event of kind {event.kind} holds what it should not: {str(event.body)[:60]!r}" for event in bad]


def _closed(events: list[Event]) -> dict[tuple[str, int], float]:
    """Return when each round of each step was closed."""
    rounds: dict[str, int] = {}
    closed: dict[tuple[str, int], float] = {}
    for event in events:
        step = event.body.get("step", "")
        if event.kind == "open":
            rounds[step] = event.body["round"]
        elif event.kind in ("lock", "reveal") and step in rounds:
            closed.setdefault((step, rounds[step]), event.at)
    return closed


def _too_late(sent: dict, closed: dict[tuple[str, int], float]) -> bool:
    """Whether something that was refused was rightly so: an answer written after its round had been closed."""
    at = closed.get((sent.get("step", ""), sent.get("round", 0)))
    return sent["kind"] == "answer" and at is not None and sent["made"] > at


def _twice_counted(events: list[Event], nuisance: str | None) -> int:
    """Return how many answers the pages sent once are in the log under two ids: none, since they change no vote."""
    answers = [event for event in events if event.kind == "answer" and event.who != nuisance]
    counted = Counter((e.who, e.body["step"], e.body["round"]) for e in answers)
    return sum(many - 1 for many in counted.values())


def _latencies(played: Played, events: list[Event]) -> list[float]:
    """Return for each answer the seconds from when it was written until the console counted it; outages left out.

    The console shows numbers and not answers: the answer that made a round's number k arrived when k was first shown.
    """
    shown: dict[tuple[str, int], list[tuple[int, float]]] = {}
    for at, step, round_, answered in played.seen:
        row = shown.setdefault((step, round_), [])
        if not row or answered > row[-1][0]:
            row.append((answered, at))
    found: list[float] = []
    many: Counter[tuple[str, int]] = Counter()
    for event in events:
        if event.kind != "answer" or not event.body["counts"]:
            continue
        place = event.body["step"], event.body["round"]
        many[place] += 1
        row = shown.get(place, [])
        first = bisect_left(row, (many[place], 0.0))
        if first < len(row) and not _in_outage(event.body["made"], played.outages):
            found.append(row[first][1] - event.body["made"])
    return found


def _in_outage(at: float, outages: list[tuple[float, float]]) -> bool:
    return any(began - 1 <= at <= ended + GRACE for began, ended in outages)


def _borne(found: Findings) -> str:
    return f"{len(found.amiss)} things went wrong" if found.amiss else "none was kept, the server went on"


def told(played: Played, found: Findings) -> list[str]:
    """Return the findings in words."""
    plan, host = played.plan, played.host
    down = sum(ended - began for began, ended in host.down)
    memory = f"{host.memory / 1024:.0f} MB" if host.memory else "not measured on this system"
    cpu = f"{host.cpu_seconds:.1f} s of {played.seconds:.0f} s" if host.memory else "not measured on this system"
    misfortunes = [f"server killed {len(host.down)} times, down for {down:.1f} s"] if host.down else []
    misfortunes += [f"all connections cut for {plan.cut:g} s"] if plan.cut else []
    return [
        f"Participants      {len(played.pages)}, joined in {played.joining:.1f} s"
        f" ({len(played.pages) / max(played.joining, 1e-9):.0f} a second)",
        f"Misfortunes       {'; '.join(misfortunes) or 'none asked for'};"
        f" {sum(page.reconnects for page in played.pages)} connections came back",
        f"Answers sent      {found.answers}, and {found.others} signs and worksheet entries",
        f"Answers stored    {found.stored}; {found.refused} more were written after the step had been closed",
        f"Lost              {found.lost}",
        f"Doubled           {found.doubled}",
        f"Nonsense          {found.nonsense} messages no page would send, in every field: {_borne(found)}",
        *(f"                  {one}" for one in found.amiss[:MOST_TOLD]),
        f"Answer to console p50 {found.p50:.2f} s, p95 {found.p95:.2f} s ({found.measured} answers, outages left out)",
        f"Server            CPU {cpu}; memory at most {memory}",
    ]


def quantile(values: Iterable[float], part: float) -> float:
    """Return the value below which a part of all lie; not a number where there are none.

    Examples
    --------
    >>> quantile([3, 1, 2, 4], 0.5), quantile([3, 1, 2, 4], 0.99)
    (3, 4)
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("nan")
