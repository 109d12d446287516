"""Who gets a seat, and from where people came: one address must not take the whole room.

Where somebody came from is known while the server runs, and is on no disk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.seats import Wish, id_of, seat
from outsourcing_lessons.workshop.state import State
from outsourcing_lessons.workshop.throttles import digest

FROM_ONE = 100  # seats of one address before the instructor is asked: behind some networks a whole room is one address
MOST_KNOCKS = 30
SPOKEN_OF = 10  # from so many on the instructor sees that they came from one address


class Seating:
    """From which address seats were taken.

    ``most``: how many seats one address gets by itself.

    Examples
    --------
    >>> seating = Seating(most=2)
    >>> for who in ("ada", "bob"): seating.came(who, "10.0.0.7")
    >>> seating.lets_in("10.0.0.7"), seating.lets_in("10.0.0.8")
    (False, True)
    >>> seating.welcome("10.0.0.7")
    >>> seating.lets_in("10.0.0.7"), seating.bar("10.0.0.7"), seating.lets_in("10.0.0.7")
    (True, ['ada', 'bob'], False)
    """

    def __init__(self, most: int = FROM_ONE):
        self.most = most
        self._from: dict[str, dict[str, None]] = defaultdict(dict)
        self._welcome: set[str] = set()
        self._barred: set[str] = set()
        self._knocks: dict[str, dict[str, str]] = {}
        self._said: dict[str, Wish] = {}

    def came(self, who: str, address: str) -> None:
        """Note where somebody is."""
        self._from[address][who] = None

    def left(self, who: str) -> None:
        """Somebody is no longer of the room."""
        for people in self._from.values():
            people.pop(who, None)

    def lets_in(self, address: str) -> bool:
        """Whether one more may come from there."""
        if address in self._barred:
            return False
        return address in self._welcome or len(self._from.get(address, ())) < self.most

    def welcome(self, address: str) -> None:
        """Let in whoever comes from there."""
        self._welcome.add(address)
        self._barred.discard(address)

    def bar(self, address: str) -> list[str]:
        """Let in nobody from there; return who is here from there."""
        self._welcome.discard(address)
        self._barred.add(address)
        return list(self._from.get(address, ()))

    def knock(self, wish: Wish, name: str) -> None:
        """Note that somebody wants a seat on the roster and does not know the name; a guesser fills no list."""
        token = digest(str(wish.token))
        if token in self._knocks or len(self._knocks) < MOST_KNOCKS:
            self._knocks[token] = {"token": token, "learner_id": id_of(wish), "name": name}
            self._said[token] = wish

    def knocked(self, wish: Wish) -> bool:
        """Whether this very wish was made before: whoever made it waits, and guesses nothing."""
        return isinstance(wish.token, str) and self._said.get(digest(wish.token)) == wish

    def answered(self, token: object) -> dict[str, str] | None:
        """Somebody waits no longer; return who it was."""
        self._said.pop(str(token), None)
        return self._knocks.pop(str(token), None)

    def knocks(self) -> list[dict[str, str]]:
        """Return who waits for the instructor's nod."""
        return list(self._knocks.values())

    def crowds(self) -> list[dict[str, Any]]:
        """Return the addresses that the instructor should know of."""
        counted = {one: len(self._from.get(one, ())) for one in {*self._from, *self._barred}}
        return [
            {
                "address": one, "seats": seats, "barred": one in self._barred,
                "full": seats >= self.most and one not in self._welcome,
            }
            for one, seats in sorted(counted.items())
            if seats >= SPOKEN_OF or one in self._barred
        ]  # fmt: skip


def seat_or_knock(
    state: State, roster: Mapping[str, str], most: int, wish: Wish, seating: Seating
) -> tuple[str, dict[str, Any]]:
    """Return who somebody becomes, and the body of the event; who has an id without its name waits for a nod.

    Raises Refused if there is no seat for them yet.
    """
    try:
        who, body = seat(state, roster, most, wish)
    except Refused as refused:
        if str(refused) == "second-word":
            seating.knock(wish, roster[id_of(wish)])
        raise
    seating.answered(body["token"])
    seating.came(who, wish.address)
    return who, body
