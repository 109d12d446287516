"""What to ask about the law where the learner is: the cards of ``law.toml``, by country."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import CODES
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.toml_file import Table, read, refusal, shown

FILE = Path(__file__).with_name("law.toml")
TITLES = {
    "status": "contractor or employee?",
    "work": "who owns the work?",
    "data": "who may see the data?",
    "machine": "who owns what a machine made?",
}


class Card(Table):
    """What a rule is about in some countries, what to ask, and how we know."""

    topic: Literal["status", "work", "data", "machine"]
    place: str = "your country"
    countries: list[str] = []
    text: str
    ask: str
    source: str
    dated: str
    read: str

    @property
    def markdown(self) -> str:
        """The card as a learner reads it."""
        return (
            f"**Ask this in {self.place}: {TITLES[self.topic]}** {self.text} Ask a local lawyer: {self.ask}\n\n"
            f"*Source: {self.source}. As of: {self.dated}. We read {self.read}.*"
        )

    @property
    def line(self) -> str:
        """The card inside a sentence of praise, where nothing is marked up."""
        return (
            f"In {self.place}: {self.text} Ask a local lawyer: {self.ask} (As of: {self.dated}. We read {self.read}.)"
        )


class Cards(Table):
    """All cards of a file."""

    cards: list[Card]


@cache
def cards_of(path: Path = FILE) -> dict[tuple[str, str], Card]:
    """Return the cards of a file by topic and country; a topic's neutral card stands under ``""``.

    Raises
    ------
    ContentError
        If a country is none, has two cards of one topic, or a topic has no neutral card.
    """
    found: dict[tuple[str, str], Card] = {}
    faults = []
    for card in read(path, Cards).cards:
        for country in card.countries or [""]:
            if country and country not in CODES["country"]:
                faults.append(f"{card.topic}: {shown(country)} is not an ISO 3166 code of two capitals")
            if (card.topic, country) in found:
                faults.append(f"{card.topic}: two cards for {country or 'everybody else'}; one is allowed")
            found[card.topic, country] = card
    faults += [f"{topic} has no card for everybody else" for topic in TITLES if (topic, "") not in found]
    if faults:
        raise ContentError(refusal(path, faults))
    return found


def card(topic: str, country: str) -> Card:
    """Return the card of a topic for a country, or the neutral one where it is unknown or not listed.

    Examples
    --------
    >>> card("status", "JP").place, card("status", "KE").place, card("status", "").place
    ('Japan', 'your country', 'your country')
    """
    cards = cards_of()
    return cards.get((topic, country), cards[topic, ""])


def law_fields(case: Case) -> dict[str, object]:
    """Return what a text may say of the law where the learner is: ``law_status``, ``law_work`` and so on."""
    return {f"law_{topic}": card(topic, case.profile.country).markdown for topic in TITLES}
