"""A question made for many learners, and what a single look at it does not show, as text and as a page with bars."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html import escape

from outsourcing_lessons.authoring.fault import Place
from outsourcing_lessons.authoring.learners import WHOLE, learner
from outsourcing_lessons.authoring.policy import policy_of
from outsourcing_lessons.authoring.soundness import faults_of_variant
from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.items.item import Ordering
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of

DRAWS = 1000
EXTREMES = (("EUR", 1.0), ("EUR", 100_000.0), ("JPY", 12_345.0), ("IDR", 450_000.0), ("KWD", 1.5), ("USD", 60.0))
STYLE = "body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}"
STYLE += "td,th{padding:.2rem .8rem;text-align:left}"


@dataclass
class Stress:
    """What came of the draws."""

    id: str  # of the question
    # draws, variants, wordings: how many were made, how many differ in what is judged, and how many in words.
    draws: int = 0
    variants: int = 0
    wordings: int = 0
    positions: Counter = field(default_factory=Counter)  # at which place, from 1, a right option stood
    solved: int = 0  # orders in which more than half of the neighbours stand rightly as they are shown
    guesser: list = field(default_factory=list)  # what a guesser scores, a draw; empty where chance has no say
    # In how many draws each trap is there; one that some draw puts onto another or onto the key is dropped.
    traps: Counter = field(default_factory=Counter)
    redrawn: int = 0  # draws that needed a sub-seed
    faults: list = field(default_factory=list)  # the first faults, each with whom they were made for
    extremes: list = field(default_factory=list)  # the prompt for an hour of so much money

    @property
    def dropped(self) -> dict[str, int]:
        """In how many draws each trap was missing, where it was in any."""
        return {name: self.draws - count for name, count in self.traps.items() if count < self.draws}

    def rows(self) -> list[tuple[str, str, float | None]]:
        """Return what is shown: what, its number in words, and its share of 1 where it is a share."""
        rows: list[tuple[str, str, float | None]] = [
            ("draws", f"{self.draws}", None),
            ("distinct variants", f"{self.variants}", self.variants / self.draws),
            ("distinct wordings", f"{self.wordings}", self.wordings / self.draws),
            ("needed another draw", f"{self.redrawn}", self.redrawn / self.draws),
        ]
        keys = sum(self.positions.values())
        rows += [
            (f"key at place {place}", f"{count / keys:.0%}", count / keys)
            for place, count in sorted(self.positions.items())
        ]
        if self.guesser:
            mean = sum(self.guesser) / len(self.guesser)
            low, high = min(self.guesser), max(self.guesser)
            rows.append(("a guesser scores", f"{mean:.2f} ({low:.2f} to {high:.2f})", mean))
        rows.append(("shown nearly solved", f"{self.solved}", self.solved / self.draws))
        rows += [
            (f"trap {name} dropped", f"{count / self.draws:.0%}", count / self.draws)
            for name, count in self.dropped.items()
        ]
        rows.append(("faults", f"{len(self.faults)}", len(self.faults) / self.draws))
        return rows


def stress(template, draws: int = DRAWS) -> Stress:
    """Make a question for so many learners of every kind."""
    found, variants, wordings = Stress(template.id), set(), set()
    policy = policy_of(learner(0).course.folder)
    for number in range(draws):
        case = learner(number % (5 * WHOLE))
        found.draws += 1
        try:
            item, subseed = template.drawn(case)
            faults = faults_of_variant(template, case, policy)
        except OutsourcingLessonsError as error:
            found.faults.append((_who(case), str(error)))
            continue
        variants.add(item.variant)
        wordings.add(item.wording)
        found.redrawn += subseed > 0
        found.faults += [(_who(case), fault) for fault in faults[:1]]
        _count(found, item)
    found.variants, found.wordings = len(variants), len(wordings)
    found.extremes = [(f"{currency} {amount:g}", _prompt(template, currency, amount)) for currency, amount in EXTREMES]
    return found


def _count(found: Stress, item) -> None:
    score = item.guesser_score()
    if score is not None:
        found.guesser.append(score)
    found.traps.update(trap.id for trap in vars(item).get("traps", ()))
    if item.type in ("single-choice", "multiple-choice"):
        keys = {item.key} if isinstance(item.key, str) else set(item.key)
        found.positions.update(n for n, option in enumerate(item.options, 1) if option.id in keys)
    if isinstance(item, Ordering):
        shown = [option.id for option in item.options]
        right = set(zip(item.key, item.key[1:], strict=False))
        found.solved += len(right & set(zip(shown, shown[1:], strict=False))) > len(right) / 2


def _prompt(template, currency: str, amount: float) -> str:
    try:
        item = template.variant(case_of(LearnerProfile(currency=currency, hour_value=amount)))
    except OutsourcingLessonsError as error:
        return str(error)
    choices = [row.text for name in ("options", "parts") for row in vars(item).get(name, ())]
    return " ".join(" | ".join((item.prompt, *choices)).split())


def _who(case: Case) -> str:
    profile = case.profile
    return f"{Place(trade=profile.business, seed=profile.seed)}, {profile.currency} {profile.hour_value:g} an hour"


def as_text(found: Stress) -> str:
    """Return the table as it stands on a terminal."""
    width = max(len(what) for what, _, _ in found.rows())
    lines = [found.id, ""]
    lines += [f"{what:<{width}}  {said:<20} {_bar(share)}".rstrip() for what, said, share in found.rows()]
    lines += ["", *(f"fault: {who}: {fault}" for who, fault in found.faults[:5])]
    lines += [f"{who} an hour: {prompt[:150]}" for who, prompt in found.extremes]
    return "\n".join(lines)


def _bar(share: float | None) -> str:
    return "#" * round(20 * share) if share else ""


def stress_html(found: Stress) -> str:
    """Return a whole page that needs nothing else."""
    rows = "".join(_row(*row) for row in found.rows())
    faults = "".join(f"<li>{escape(who)}: {escape(fault)}</li>" for who, fault in found.faults[:20])
    texts = "".join(f"<dt>{escape(who)} an hour</dt><dd>{escape(text)}</dd>" for who, text in found.extremes)
    title = escape(found.id)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        f"<h1>{title}</h1><table>{rows}</table><h2>Faults</h2><ul>{faults or '<li>None.</li>'}</ul>"
        f"<h2>With very little and very much money</h2><dl>{texts}</dl></html>"
    )


def _row(what: str, said: str, share: float | None) -> str:
    bar = "" if share is None else f'<meter min="0" max="1" value="{share:.4f}">{share:.0%}</meter>'
    return f'<tr><th scope="row">{escape(what)}</th><td>{escape(said)}</td><td>{bar}</td></tr>'
