"""A workshop while it runs: what is asked goes through the rules into the log, and from the state onto the feeds.

The state is changed when something is decided, so that the next decision sees it; whoever sent it is told when it is on
the disk, and not before.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import Any

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.items.judge import explained
from outsourcing_lessons.workshop import commands, console_view, polls, rules, views
from outsourcing_lessons.workshop.agenda import Agenda
from outsourcing_lessons.workshop.agenda_changes import arranged
from outsourcing_lessons.workshop.capacity import MOST
from outsourcing_lessons.workshop.clock import Clock
from outsourcing_lessons.workshop.entrance import Admission
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.group_commit import GroupCommitWriter
from outsourcing_lessons.workshop.live import Live
from outsourcing_lessons.workshop.log import Log
from outsourcing_lessons.workshop.pairs import Talks
from outsourcing_lessons.workshop.patch_feed import PatchFeed
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.seat_limits import seat_or_knock
from outsourcing_lessons.workshop.seats import Wish
from outsourcing_lessons.workshop.state import Person, State, replay
from outsourcing_lessons.workshop.terminal_messages import OURS
from outsourcing_lessons.workshop.throttles import digest

EVERYWHERE = ("undo", "poll", "stand", "order", "minutes")  # what may change any page
BEAT = 0.2  # seconds between two looks of the console at what has changed


class Room:
    """One workshop.

    ``roster``: learner id -> name; empty where anybody with the code may join.
    """

    def __init__(self, log: Log, roster: dict[str, str], admission: Admission, most: int = MOST):
        self.log, self.roster, self.admission, self.most = log, roster, admission, most
        events = list(log.events())
        self.state: State = replay(events)
        self.now = Clock(max(event.at for event in events)).now
        self.plan = agenda_of_room(self.state.room)
        self.epoch = secrets.token_hex(4)
        names = ("room", "projector", "desk", "remote")
        self.public, self.projector, self.desk, self.remote = (PatchFeed(name, self.epoch) for name in names)
        self._mine: dict[str, PatchFeed] = {}
        self._talks = Talks()
        self.writer = GroupCommitWriter(log, self._failed)
        self._touched: set[str] = set()
        self.live = Live()
        self._stale, self._untrue = True, False
        self._arranged: tuple[Any, Agenda] = (None, self.plan)
        self._paint_all()

    @property
    def agenda(self) -> Agenda:
        """The plan as it is by now; it is made anew only when the instructor has changed it."""
        changed = (self.state.order, self.state.minutes)
        if self._arranged[0] != changed:
            self._arranged = (changed, arranged(self.plan, *changed))
        return self._arranged[1]

    # ---- Joining ------------------------------------------------------------------------------------------------

    def person(self, token: object) -> Person | None:
        """Return whose token this is."""
        who = self.state.tokens.get(digest(token), "") if isinstance(token, str) else ""
        return self.state.people.get(who)

    async def admit(self, wish: Wish) -> Person:
        """Give a participant a seat; the same token again gives the same seat.

        Raises Refused if there is none for them.
        """
        self._be_true()
        known, seating = self.person(wish.token), self.admission.seating
        if known:
            await self.writer.keep([])  # a seat that is not on the disk is none
            seating.came(known.id, wish.address)
            return known
        if self.state.ended:
            raise Refused("ended")
        self._stale = True  # the instructor should see who waits outside
        if self.state.shut or not seating.lets_in(wish.address):
            raise Refused("door-shut")
        who, body = seat_or_knock(self.state, self.roster, self.most, wish, seating)
        await self._happen([Event("join", self.now(), who, body=body)])
        return self.state.people[who]

    # ---- What participants send, what the instructor does -------------------------------------------------------

    async def take(self, person: Person, sent: list[Any]) -> list[dict[str, Any]]:
        """Take what a participant sent; return an answer to each, once all that is kept is on the disk."""
        self._be_true()
        if person.id not in self.state.people:
            raise WorkshopError("this seat could not be kept")
        person = self.state.people[person.id]  # what could not be written took back who had sent it, too
        told, events = [], []
        for one in sent:
            ack, event = self._taken(person, one if isinstance(one, dict) else {})
            told.append(ack)
            events += [event] if event else []
        if any(ack["status"] == "kept" for ack in told):  # what came before may still be on its way to the disk
            await self.writer.keep(events)
            self._after(events)
        return told

    def _taken(self, person: Person, sent: dict[str, Any]) -> tuple[dict[str, Any], Event | None]:
        id_ = sent.get("id")
        if isinstance(id_, str) and id_ in person.seen:
            return {"id": id_, "status": "kept"} | self._told(person, sent), None
        try:
            event, told = rules.handle(self.state, self.agenda, person, sent, self.now())
        except Refused as refused:
            # Only what can be an id goes back: half a character could not even be sent.
            return {"id": id_ if rules.is_id(id_) else None, "status": "refused", "why": str(refused)}, None
        self.state.apply(event)
        return {"id": id_, "status": "kept"} | told | self._told(person, sent), event

    def _told(self, person: Person, sent: dict[str, Any]) -> dict[str, Any]:
        """Return how an answer was judged, if its author may know that by now."""
        step = self.agenda.step(sent.get("step")) if sent.get("kind") == "answer" else None
        if step is None or not views.outcome_shown(self.state, self.agenda, step):
            return {}
        mine = self.state.step(step.id).attempts.get(person.id, [])
        return next(({"outcome": explained(step.ask.item, one.outcome)} for one in mine if one.id == sent["id"]), {})

    async def do(self, command: dict[str, Any]) -> None:
        """Do what the instructor wants; raises Refused if it cannot be done now."""
        self._be_true()
        now = self.now()
        events = self.admission.asked(self.state, command, now)
        if events is None:
            events = commands.commanded(self.state, self.agenda, command, now)
        if events:
            await self._happen(events)
        self._stale = True

    def drive(self, command: dict[str, Any]) -> None:
        """Set the wall's explorer where the instructor has set it: nothing that is written down.

        Raises Refused if it cannot be there.
        """
        self.live.drive(self.state, self.agenda, command)
        self._stale = True

    async def _happen(self, events: list[Event]) -> None:
        for event in events:
            self.state.apply(event)
        await self.writer.keep(events)
        self._after(events)

    def _failed(self) -> None:
        """What could not be written has not happened."""
        self._untrue = True
        try:
            self._be_true()
        except Exception:  # nor can it be read at the moment: nothing is decided until it can
            logging.getLogger(OURS).warning("%s cannot be read at the moment", self.log.path)

    def _be_true(self) -> None:
        """See that the state is what is on the disk, and what is on its way there."""
        if self._untrue:
            self.state = replay(self.log.events())
            self._untrue = False
            self._paint_all()

    # ---- The feeds ---------------------------------------------------------------------------------------------

    def mine(self, who: str) -> PatchFeed:
        """Return a participant's own feed."""
        if who not in self._mine:
            feed = self._mine[who] = PatchFeed("mine", self.epoch)
            feed.set(self._mine_view(who))
        return self._mine[who]

    def _mine_view(self, who: str) -> dict[str, Any]:
        view = views.mine_view(self.state, self.agenda, self.state.people[who])
        return view | self._talks.of(self.state, self.agenda, self.state.now).get(who, {})

    def _after(self, events: list[Event]) -> None:
        self._stale = True
        if any(event.kind in EVERYWHERE for event in events):  # it may have changed anything
            return self._paint_all()
        shown = False
        for event in events:
            step = event.body.get("step", "")
            if event.kind == "remove":
                self._dismiss(event.who)
            elif event.who in self._mine:
                self._paint_mine(event)
            elif not event.who and step:
                self._paint_step(step)
            shown = shown or event.kind in ("open", "lock", "reveal", "hide", "show", "end", "resume", "go", "pause")
            self._touched |= {step, self.state.texts[event.body["text"]].step} if event.kind == "show" else {step}
        if shown:
            self._paint_public()

    def _dismiss(self, who: str) -> None:
        """Somebody is out: the steps they answered are counted anew, and who reads for them hears that it is over."""
        self._touched |= self._begun
        self.admission.seating.left(who)
        self.live.left(who)
        if feed := self._mine.pop(who, None):
            feed.set({})

    def _paint_mine(self, event: Event) -> None:
        person, step = self.state.people[event.who], event.body.get("step", "")
        names = {"answer": f"step:{step}", "keep": f"sheet:worksheet:{event.body.get('block')}"}
        name = "poll" if event.kind in ("post", "upvote") else names.get(event.kind, "me")
        self._mine[event.who].set({name: views.mine_part(self.state, self.agenda, person, name)}, whole=False)

    def _paint_step(self, step: str) -> None:
        """A step was opened, locked or revealed: what its authors may know has changed, and "done" is over."""
        for who, feed in self._mine.items():
            person = self.state.people[who]
            parts = {"me": views.mine_part(self.state, self.agenda, person, "me")}
            if self.agenda.steps[step].block.kind == "tally":
                parts = views.mine_view(self.state, self.agenda, person)
            elif who in self.state.step(step).attempts:
                parts[f"step:{step}"] = views.mine_part(self.state, self.agenda, person, f"step:{step}")
            feed.set(parts | self._talks.of(self.state, self.agenda, step).get(who, {}), whole=False)

    def _paint_public(self) -> None:
        steps = {name for name in self._touched if name in self.agenda.steps} - {""}
        self.public.set(views.room_view(self.state, self.agenda, steps), whole=False)

    def _paint_all(self) -> None:
        self.public.set(views.room_view(self.state, self.agenda, set(self.agenda.steps)))
        self.desk.set({"agenda": console_view.agenda_view(self.agenda)}, whole=False)
        self._mine = {who: feed for who, feed in self._mine.items() if who in self.state.people}
        for who, feed in self._mine.items():
            feed.set(self._mine_view(who))
        self._touched = self._begun
        self._paint_desk()

    @property
    def _begun(self) -> set[str]:
        """The steps that anything has happened to: in the room, or in somebody's notebook."""
        return {*self.state.steps, *self.state.own}

    def _paint_desk(self) -> None:
        steps = [self.agenda.steps[name] for name in self._touched & self._begun]
        counts = {f"step:{step.id}": console_view.step_counts(self.state, step) for step in steps}
        live = self.live.seen(self.state, self.agenda)
        join = self.admission.entrance.join()
        view = console_view.overview(self.state, self.agenda, join, self.now()) | counts
        beside = {"disk": {"problem": self.writer.problem}, "admission": self.admission.view(self.state.shut)}
        self.desk.set(view | beside | {"live": live and live["counts"]}, whole=False)
        self.projector.set(views.projector_view(self.state, self.agenda, join) | {"live": live})
        self.public.set({"poll": polls.on_phones(self.state), "drawn": self.state.drawn}, whole=False)
        self.remote.set(console_view.remote_view(self.state, self.agenda))
        self._touched, self._stale = set(), False

    async def beat(self) -> None:
        """Keep console and projector up to date, a few times a second when something happens and once when not."""
        quiet = 0.0
        while True:
            await asyncio.sleep(BEAT)
            quiet += BEAT
            if self._stale or quiet >= 1.0:
                quiet = 0.0
                try:
                    self._paint_desk()
                except Exception:  # one picture that fails must not be the last
                    logging.getLogger(OURS).exception("the console could not be painted")

    async def close(self) -> None:
        """Let what is being written be written."""
        await self.writer.settled()
        self.log.close()
