"""How a room is entered: under which address, by whom from where, and what the instructor does about it.

None of that is an event of the workshop, but that somebody leaves it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from outsourcing_lessons.workshop.addresses import Machine, in_a_link
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.rules import ensure
from outsourcing_lessons.workshop.seat_limits import Seating
from outsourcing_lessons.workshop.state import State


class Entrance:
    """The address that is shown for joining. It follows the machine's addresses, unless the instructor has picked one.

    ``lan`` says whether others can reach the server at all; ``public`` is somebody else's address in front of it, and
    stays.

    Examples
    --------
    >>> machine = Machine(lambda: ["10.9.1.1", "fd00::2"])
    >>> entrance = Entrance("K7M2QP", 8765, machine, lan=True)
    >>> entrance.address
    'http://10.9.1.1:8765'
    >>> entrance.pick("http://[fd00::2]:8765")
    True
    >>> entrance.address, entrance.pick("http://evil.example")
    ('http://[fd00::2]:8765', False)
    """

    def __init__(self, code: str, port: int, machine: Machine, lan: bool = False, public: str = ""):
        self.code, self.machine, self.lan = code, machine, lan
        self.here = f"http://127.0.0.1:{port}"
        self.port, self.public, self.picked = port, public.rstrip("/"), ""
        self._reached: set[str] = set()

    @property
    def addresses(self) -> list[str]:
        """All there are, the likeliest first."""
        found = self.machine.addresses() if self.lan else []
        near = [f"http://{in_a_link(one)}:{self.port}" for one in found]
        return [self.public, *near] if self.public else near or [self.here]

    @property
    def address(self) -> str:
        """The one that is shown."""
        return self.picked if self.picked in self.addresses else self.addresses[0]

    def pick(self, address: object) -> bool:
        """Show this one, if it is one of them."""
        if not isinstance(address, str) or address not in self.addresses:
            return False
        self.picked = address
        return True

    def met(self, host: str, client: str) -> None:
        """Note that somebody asked under this host; who is not this machine has found the way."""
        if not self.machine.has(client):
            self._reached.add(host)

    def join(self) -> dict[str, str]:
        """Return what everybody sees of it."""
        far = {"far": self.public} if self.public and self.address != self.public else {}
        return {"address": self.address, "code": self.code} | far

    def known(self) -> dict[str, Any]:
        """Return what the instructor sees besides: the addresses there are, and by which a device has come."""
        reached = [one for one in self.addresses if urlsplit(one).hostname in self._reached]
        return {"addresses": self.addresses, "reached": reached, "lan": self.lan or bool(self.public)}


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
