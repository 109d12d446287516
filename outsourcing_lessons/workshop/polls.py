"""What the instructor asks on the spot: a choice, a number, words, or a wall that everybody writes on.

Nothing here is right or wrong, so nothing is judged. What people write reaches others only as the instructor lets it:
on a wall each post when it is let through, of words those that stand in a cloud, and never with a name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.plain import plain
from outsourcing_lessons.workshop.refused import Refused, ensure

if TYPE_CHECKING:
    from outsourcing_lessons.workshop.agenda import Agenda
    from outsourcing_lessons.workshop.state import Person, State

FORMS = ("choice", "number", "words", "wall")
LONGEST_PROMPT, LONGEST_OPTION, LONGEST_WORD, LONGEST_POST = 200, 80, 30, 280
MOST_OPTIONS, MOST_POLLS, MOST_POSTS, MOST_WORDS = 8, 40, 5, 3


@dataclass
class Post:
    """What one participant wrote or chose; on a wall it can be let through, and others can vote it up."""

    id: str
    who: str
    text: str
    at: float
    shown: bool = False
    ups: set[str] = field(default_factory=set)


@dataclass
class Poll:
    """A question of the instructor's own. ``open`` while it takes answers; ``told`` when the wall shows them.

    ``opened`` and ``closed`` say when it first took answers and when it last ceased to.
    """

    id: str
    form: str
    prompt: str
    options: list[str]
    open: bool = True
    told: bool = False
    posts: dict[str, Post] = field(default_factory=dict)
    opened: float = 0.0
    closed: float | None = None

    def of(self, who: str) -> list[Post]:
        """Return what somebody gave."""
        return [post for post in self.posts.values() if post.who == who]


# ---- The instructor -------------------------------------------------------------------------------------------------


def ask(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Put a question to the room, typed this moment."""
    form, options = command.get("form"), command.get("options", [])
    ensure(form in FORMS, "no-such-form")
    ensure(len(state.polls) < MOST_POLLS, "too-many")
    prompt = _line(command.get("prompt"), LONGEST_PROMPT)
    ensure(isinstance(options, list), "no-options")
    texts = [_line(one, LONGEST_OPTION) for one in options] if form == "choice" else []
    ensure(form != "choice" or 2 <= len(texts) <= MOST_OPTIONS, "no-options")
    ensure(len(set(texts)) == len(texts), "no-options")
    body = {"poll": f"poll{len(state.polls) + 1}", "form": form, "prompt": prompt, "options": texts}
    return [Event("poll", at, body=body)]


def _line(text: object, longest: int) -> str:
    found = plain(text)
    ensure(0 < len(found) <= longest, "too-long")
    return found


def stand(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Open or close a poll, tell its answers on the wall, put it on the wall or take it off."""
    poll = poll_of(state, command.get("poll"))
    body = {name: bool(command[name]) for name in ("open", "told", "on") if name in command}
    return [Event("stand", at, body={"poll": poll.id, **body})]


def ended(state: State, at: float) -> list[Event]:
    """Return the events by which the end closes every poll and takes the one that is on off walls and phones."""
    left = {poll.id: {"open": False} for poll in state.polls.values() if poll.open}
    left |= {state.poll: {"open": False, "on": False}} if state.poll else {}
    return [Event("stand", at, body={"poll": name, **body}) for name, body in left.items()]


def moderate(state: State, agenda: Agenda, command: dict, at: float) -> list[Event]:
    """Let a post through to the room, or take it back."""
    poll = poll_of(state, command.get("poll"))
    name = command.get("post")
    ensure(isinstance(name, str) and name in poll.posts, "no-such-text")
    shown = bool(command.get("shown", True))
    return [Event("moderate", at, body={"poll": poll.id, "post": name, "shown": shown})]


def poll_of(state: State, name: object) -> Poll:
    """Return a poll by its id; Refused if there is none."""
    if not isinstance(name, str) or name not in state.polls:
        raise Refused("no-such-step")
    return state.polls[name]


# ---- Participants ---------------------------------------------------------------------------------------------------


def _taking(state: State, sent: dict[str, Any]) -> Poll:
    """Return the poll that something is sent to; Refused unless it takes answers, or took them as this was written.

    What comes late counts as long as nobody has seen the answers, as at a question of the plan; there is no telling
    when something was written that claims to be older than the poll.
    """
    poll = poll_of(state, sent.get("poll"))
    closed = state.over if poll.open else poll.closed
    if poll.open and closed is None:
        return poll
    made = sent.get("made")
    in_time = isinstance(made, int | float) and closed is not None and poll.opened <= made <= closed
    ensure(in_time and not poll.told, "closed")
    return poll


def post(state: State, agenda: Agenda, person: Person, sent: dict[str, Any], at: float) -> tuple[dict, dict]:
    """Take what somebody gives to a poll; of a choice and a number the last one counts."""
    poll = _taking(state, sent)
    text = _given(poll, sent)
    mine = poll.of(person.id)
    most = {"words": MOST_WORDS, "wall": MOST_POSTS}.get(poll.form)
    ensure(most is None or len(mine) < most, "too-many")
    ensure(poll.form != "words" or text.casefold() not in [one.text.casefold() for one in mine], "already")
    return {"poll": poll.id, "text": text}, {}


def _given(poll: Poll, sent: dict[str, Any]) -> str:
    text = sent.get("text")
    if poll.form == "choice":
        ensure(text in poll.options, "unknown-option")
        return str(text)
    if poll.form == "number":
        line = _line(text, LONGEST_WORD)
        ensure(bool(read_number(line)), "not-a-number")
        return line
    return _line(text, LONGEST_WORD if poll.form == "words" else LONGEST_POST)


def upvote(state: State, agenda: Agenda, person: Person, sent: dict[str, Any], at: float) -> tuple[dict, dict]:
    """Take a vote for a post that the room can see, or take it back; nobody votes for their own."""
    poll = _taking(state, sent)
    name = sent.get("post")
    ensure(isinstance(name, str) and name in poll.posts and poll.posts[name].shown, "no-such-text")
    ensure(poll.posts[str(name)].who != person.id, "own")
    return {"poll": poll.id, "post": name, "up": bool(sent.get("up", True))}, {}


# ---- What is seen ---------------------------------------------------------------------------------------------------


def on_phones(state: State) -> dict[str, Any] | None:
    """Return the poll that is on, as every phone sees it: of others' posts those let through; none after the end."""
    poll = state.polls.get(state.poll)
    if poll is None or state.ended:
        return None
    view: dict[str, Any] = {"id": poll.id, "form": poll.form, "prompt": poll.prompt, "open": poll.open}
    if poll.form == "choice":
        return view | {"options": poll.options}
    return view | {"posts": _let_through(poll)} if poll.form == "wall" else view


def mine(state: State, who: str) -> list[dict[str, Any]]:
    """Return what somebody gave to the poll that is on, and for what they voted."""
    poll = state.polls.get(state.poll)
    if poll is None:
        return []
    given = [{"poll": poll.id, "text": one.text} for one in poll.of(who)]
    return given + [{"poll": poll.id, "up": one.id} for one in poll.posts.values() if who in one.ups]


def on_wall(state: State) -> dict[str, Any] | None:
    """Return the poll that is on, as the wall shows it; answers once they are told."""
    view, poll = on_phones(state), state.polls.get(state.poll)
    if view is None or poll is None:
        return None
    people = len({one.who for one in poll.posts.values()})
    return view | {"answered": people} | (results(poll) if poll.told else {})


def at_desk(poll: Poll, called: dict[str, str]) -> dict[str, Any]:
    """Return all of a poll, as the instructor sees it."""
    posts = [
        {"id": one.id, "text": one.text, "shown": one.shown, "ups": len(one.ups), "called": called.get(one.who, "")}
        for one in poll.posts.values()
    ]
    about = {"id": poll.id, "form": poll.form, "prompt": poll.prompt, "open": poll.open, "told": poll.told}
    return about | {"posts": posts if poll.form in ("wall", "words") else []} | results(poll)


def results(poll: Poll) -> dict[str, Any]:
    """Return how a room answered: bars of a choice or of numbers, the cloud of words; a wall speaks for itself."""
    given = [one.text for one in poll.posts.values()]
    if poll.form == "choice":
        count = Counter(given)
        return {"bars": [{"label": one, "count": count[one]} for one in poll.options]}
    if poll.form == "number":
        numbers = sorted(read_number(one)[0] for one in given)
        middle = numbers[(len(numbers) - 1) // 2] if numbers else None
        often = Counter(numbers).most_common(MOST_OPTIONS)
        return {"bars": [{"label": f"{one:g}", "count": count} for one, count in sorted(often)], "middle": middle}
    return {"words": cloud(poll)} if poll.form == "words" else {}


def cloud(poll: Poll) -> list[dict[str, Any]]:
    """Return the words of a cloud with how many gave each; what was taken back by the instructor is not in it."""
    spelled: dict[str, str] = {}
    count: Counter[str] = Counter()
    for one in poll.posts.values():
        if one.shown:
            word = one.text.casefold()
            spelled.setdefault(word, one.text)
            count[word] += 1
    return [{"word": spelled[word], "count": many} for word, many in count.most_common(40)]


def _let_through(poll: Poll) -> list[dict[str, Any]]:
    shown = [one for one in poll.posts.values() if one.shown]
    ranked = sorted(shown, key=lambda one: (-len(one.ups), one.at))
    return [{"id": one.id, "text": one.text, "ups": len(one.ups)} for one in ranked[:40]]
