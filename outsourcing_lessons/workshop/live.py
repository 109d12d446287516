"""Where an explorer or a game stands on each phone, and where the instructor has set it: known while the server runs.

None of this is an answer. Nothing is written down, of each phone the last word counts, and the wall gets settings and
numbers without a name. After a restart the pages say again where they stand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons.blocks.block import Ask, Block, Explorer, Slider
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.games import years
from outsourcing_lessons.workshop.refused import Refused, ensure
from outsourcing_lessons.workshop.state import State

QUARTER = "quarter"  # how many a game has behind it
SLACK_OF_STEP = 1e-6
MOST = 150  # different settings that a wall draws
View = dict[str, Any]


@dataclass(frozen=True)
class Stand:
    """Where one phone is: its setting, in the order of the sliders, and how many goals it has reached."""

    setting: tuple[float, ...]
    found: int = 0


@dataclass
class Live:
    """What phones and the instructor's console say of themselves while they are moved."""

    stands: dict[str, dict[str, Stand]] = field(default_factory=dict)
    driven: dict[str, dict[str, float]] = field(default_factory=dict)

    def heard(self, state: State, agenda: Agenda, who: str, sent: View) -> None:
        """Take where somebody's phone stands; raises Refused if no page of ours could be there."""
        step = self._step(state, agenda, sent)
        ensure(who in state.people, "no-such-person")
        found = sent.get("found", 0)
        ensure(type(found) is int and 0 <= found <= goals_of(step.block), "no-such-setting")
        self.stands.setdefault(step.id, {})[who] = Stand(setting_of(step.block, sent.get("values")), found)

    def drive(self, state: State, agenda: Agenda, sent: View) -> None:
        """Take where the instructor has set an explorer: the wall goes there."""
        step = self._step(state, agenda, sent)
        ensure(isinstance(step.block, Explorer), "no-such-step")
        names = [slider.id for slider in sliders_of(step.block)]
        self.driven[step.id] = dict(zip(names, setting_of(step.block, sent.get("values")), strict=True))

    def left(self, who: str) -> None:
        """Somebody is of the room no more."""
        for stands in self.stands.values():
            stands.pop(who, None)

    def _step(self, state: State, agenda: Agenda, sent: View) -> Step:
        step = agenda.step(sent.get("step"))
        if step is None or not sliders_of(step.block):
            raise Refused("no-such-step")
        ensure(state.step(step.id).status != "waiting" and not state.ended, "not-open")
        return step

    # ---- What is seen -----------------------------------------------------------------------------------------------

    def seen(self, state: State, agenda: Agenda) -> View | None:
        """Return where the room stands with the step that is on: no name, and no order of arrival.

        The ``counts`` are for console and wall, the ``settings``, each with how many stand there, for the wall.
        """
        step = agenda.steps.get(state.now)
        if step is None or not sliders_of(step.block):
            return None
        stands, about = self._of(step), {"step": step.id, "joined": len(state.people)}
        if isinstance(step.block, Ask):
            return {"counts": about | self._game(state, step)}
        found = [sum(one.found >= goal for one in stands.values()) for goal in range(1, goals_of(step.block) + 1)]
        settings = sorted(Counter(one.setting for one in stands.values()).items())
        few = settings[:: -(-len(settings) // MOST) or 1]
        return {
            "counts": about | {"tried": len(stands), "found": found, "driven": self.driven.get(step.id)},
            "settings": [[list(setting), many] for setting, many in few],
        }

    def _of(self, step: Step) -> dict[str, Stand]:
        return self.stands.get(step.id, {})

    def _game(self, state: State, step: Step) -> View:
        """Return who has a year behind them, and in which quarter of theirs the others are."""
        finished, quarters = years(state, step), [0] * step.ask.item.stages
        for who, stand in self._of(step).items():
            if who not in finished:
                quarters[min(int(stand.setting[0]), len(quarters) - 1)] += 1
        return {"finished": len(finished), "quarters": quarters}


def sliders_of(block: Block) -> tuple[Slider, ...]:
    """Return what a page can set that says where it stands; nothing where a block is not live."""
    if isinstance(block, Explorer):
        return block.sliders if block.computed else ()
    if isinstance(block, Ask) and block.item.stages:
        return (Slider(id=QUARTER, label="Quarter", low=0, high=block.item.stages, step=1, value=0),)
    return ()


def goals_of(block: Block) -> int:
    """Return how many goals there are, one after another."""
    goal = block.computed.view.goal if isinstance(block, Explorer) and block.computed else None
    return len(tuple(goal.chain())) if goal else 0


def setting_of(block: Block, given: object) -> tuple[float, ...]:
    """Return a value for each slider, in their order; Refused where it is none, out of range or between two steps."""
    sliders = sliders_of(block)
    if not isinstance(given, dict) or given.keys() != {slider.id for slider in sliders}:
        raise Refused("no-such-setting")
    values = [given[slider.id] for slider in sliders]
    ensure(all(_is_at(slider, value) for slider, value in zip(sliders, values, strict=True)), "no-such-setting")
    return tuple(map(float, values))


def _is_at(slider: Slider, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float) or not slider.low <= value <= slider.high:
        return False
    steps = (value - slider.low) / slider.step
    return abs(steps - round(steps)) <= SLACK_OF_STEP
