"""Which seat somebody gets: any, or with a roster their own, if they know more than its id or the instructor nods."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple

from outsourcing_lessons.workshop.plain import plain
from outsourcing_lessons.workshop.rules import LONGEST_NAME, LONGEST_PLACE, Refused
from outsourcing_lessons.workshop.state import State
from outsourcing_lessons.workshop.throttles import digest

SHORTEST_TOKEN, LONGEST_TOKEN = 20, 100


class Wish(NamedTuple):
    """What a page says when it wants to join; ``address`` is where it comes from."""

    token: object
    name: object = ""
    learner_id: object = ""
    place: object = ""
    address: str = ""


def wish_of(said: Mapping[str, Any], address: str = "") -> Wish:
    """Return what a message wants."""
    return Wish(said.get("token"), said.get("name"), said.get("learner_id"), said.get("place"), address)


def seat(state: State, roster: Mapping[str, str], most: int, wish: Wish) -> tuple[str, dict[str, Any]]:
    """Return who somebody becomes, and the body of the event; raises Refused if there is no seat for them."""
    if not isinstance(wish.token, str) or not SHORTEST_TOKEN <= len(wish.token) <= LONGEST_TOKEN:
        raise Refused("no-token")
    number, name = state.numbered + 1, plain(wish.name)[:LONGEST_NAME]
    body = {"token": digest(wish.token), "place": plain(wish.place)[:LONGEST_PLACE]}
    if not roster:
        if len(state.people) >= most:
            raise Refused("room-full")
        return secrets.token_hex(6), body | {"number": number, "name": name, "learner_id": ""}
    learner_id = id_of(wish)
    if learner_id not in roster:
        raise Refused("not-on-roster")
    nodded = state.nods.get(body["token"]) == learner_id
    if not nodded and not knows(roster[learner_id], name):
        raise Refused("second-word")
    taken = state.learners.get(learner_id)
    if taken and not nodded and not state.people[taken].readmit:
        raise Refused("seat-taken")
    number = state.people[taken].number if taken else number
    return taken or secrets.token_hex(6), body | {
        "number": number, "name": roster[learner_id], "learner_id": learner_id,
    }  # fmt: skip


def id_of(wish: Wish) -> str:
    """Return the learner id that somebody gives."""
    return wish.learner_id.strip().lower()[:64] if isinstance(wish.learner_id, str) else ""


def knows(name: str, said: str) -> bool:
    """Whether somebody says a word of a name that only its bearer and the roster should know, in whatever case.

    Examples
    --------
    >>> knows("Zoë Lindqvist-Berg", "lindqvist"), knows("Zoë Lindqvist-Berg", "zoe"), knows("Zoë Lindqvist-Berg", "o")
    (True, True, False)
    >>> knows("", ""), knows("Bo Ek", "bo"), knows("王伟", "王伟")
    (False, True, True)
    """
    return bool(_words(name) & _words(said))


def _words(text: str) -> set[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return set("".join(c if c.isalnum() else " " for c in bare).split())
