"""What the instructor does about who comes in and where: no event of the workshop, but for who leaves it."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.workshop.entrance import Entrance
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.rules import ensure
from outsourcing_lessons.workshop.seating import Seating
from outsourcing_lessons.workshop.state import State


class Admission:
    """The way into a room: its entrance, and who came by it from where."""

    def __init__(self, entrance: Entrance, seating: Seating | None = None):
        self.entrance, self.seating = entrance, seating or Seating()
        self.took: set[str] = set()  # who has taken their page along

    def view(self, shut: bool) -> dict[str, Any]:
        """Return what the instructor sees of it, and whether nobody new comes in."""
        return self.entrance.known() | {
            "crowds": self.seating.crowds(),
            "knocks": self.seating.knocks(),
            "took": len(self.took),
            "shut": shut,
        }

    def asked(self, state: State, command: dict[str, Any], at: float) -> list[Event] | None:
        """Do what the instructor wants of it, and return the events that it makes; None for any other wish.

        Raises Refused if it cannot be done.
        """
        address: Any = command.get("address")
        match command.get("kind"):
            case "pick":
                ensure(self.entrance.pick(address), "no-such-address")
                return []
            case "welcome":
                ensure(isinstance(address, str), "no-such-address")
                self.seating.welcome(address)
                return []
            case "clear":
                ensure(isinstance(address, str), "no-such-address")
                return [Event("remove", at, who) for who in self.seating.bar(address) if who in state.people]
            case "nod":
                known = self.seating.answered(command.get("token"))
                ensure(known is not None, "no-such-person")
                nod = bool(command.get("nod", True))
                return [Event("nod", at, body={n: known[n] for n in ("token", "learner_id")})] if known and nod else []
        return None
