"""Who else plays the learner's year: settings with a name, and players who turn their dials as they go."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models.business import CARDS, Business, Dials, State, ahead, news

START = Dials()
LESSONS = Dials(people=2, care=0.6, company=0.2, limit=3, build=2, watch=1.5)
SETTINGS = {
    "start": START,
    "lessons": LESSONS,
    "article": Dials(people=3, care=0.5, limit=5, build=5, watch=0.5),
    "all yourself": Dials(people=0),
    "let go": Dials(people=3, company=0.2, limit=6),
}
TRIED = {
    "people": (0, 1, 2, 3, 4), "care": (0, 0.3, 0.6, 1), "company": (0, 0.1, 0.2, 0.4, 1), "limit": (0, 1, 2, 3, 4, 5, 6),
    "build": (0, 1, 3, 6), "watch": (0, 1, 2, 4),
}  # fmt: skip


def business_of(case: Case) -> Business:
    """Return the business that a learner plays: their trade's."""
    return Business(**case.trade.of("turn-the-dials").game)


def answering_the_news(state: State) -> Dials:
    """Begin with the lessons' setting, and turn what the news asks for."""
    on = {card: news(state, number) for number, card in enumerate(CARDS)}
    missing, slump, doubled = on["helper leaves"] | on["helper ill"], on["slump"], on["demand doubles"]
    thin = slump | on["price war"]
    return Dials(
        people=np.where(doubled & ~slump, 4, np.where(missing & ~slump, 3, 2)),
        care=0.6,
        company=np.where(on["cover asked"], max(0.3, state.business.need), np.where(thin, 0, 0.2)),
        limit=np.where(doubled | on["owner ill"], 4, 3),
        build=np.where(on["AI tool"], 3, np.where(thin, 0.5, 2)),
        watch=np.where(on["process changes"] | doubled, 2.5, 1.5),
    )


def watching_the_account(state: State, now: Dials = START, run: int = 0, runs: int = 60) -> Dials:
    """Turn, one dial after another and twice round, what the cash of the coming quarter likes best, for one run."""
    for name, values in [*TRIED.items()] * 2:
        settings = [replace(now, **{name: value}) for value in values]
        now = max(settings, key=lambda dials: float(ahead(state, run, dials, runs)["cash"].mean()))
    return now
