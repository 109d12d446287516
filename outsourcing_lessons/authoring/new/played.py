"""What `author new explorer --turns` begins with: a model that is played in turns, its view, and its twin."""

from __future__ import annotations

MODULE = '''\
"""Say here what this explorer lets people find out."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from outsourcing_lessons.blocks.view import Goal, Move, Series, Turns, Value, View, say
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.moves import one_play
from outsourcing_lessons.models.moves import made, share

WEEKS = 6
LOOK, TAKE = 1, 2  # the moves, by their numbers
LOOKING, MENDING = 1, 3  # hours
WRONG = 0.3  # how often what comes is wrong


def {model}(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return the hours that the moves so far took, and whether the last work was wrong; its twin lies beside."""
    moves = made(values)[:WEEKS]
    wrong = [share(givens["seed"], values["luck"], week, 0) < WRONG for week in range(1, WEEKS + 1)]
    took = [LOOKING if move == LOOK else MENDING * wrong[week] for week, move in enumerate(moves)]
    hours = list(accumulate(took, initial=0))
    return {{
        "weeks": range(len(hours)),
        "hours": hours,
        "total": hours[-1],
        "wrong": bool(moves) and wrong[len(moves) - 1],
        "least": 0,
        "most": MENDING * WEEKS,
        "little": len(moves) == WEEKS and hours[-1] < LOOKING * WEEKS,
    }}


{constant} = ExplorerTemplate(
    id="{slug}.{name}",
    title="{title}",
    question="Say here what there is to find.",
    scenarios=one_play(LOOK, TAKE, TAKE, LOOK, TAKE, TAKE),
    page=PageModel(
        model={model},
        givens=lambda case: {{"seed": case.profile.seed}},
        view=View(
            title="Your hours",
            x_label="Weeks",
            y_label="Hours so far",
            series=(Series(name="Your hours", x="weeks", y="hours", role="own"),),
            turns=Turns(
                each="Week",
                count=WEEKS,
                meets=say("Work has come in. Do you look at it before you pass it on?"),
                moves=(Move(text="Look at it"), Move(text="Pass it on as it is")),
                happened=say(("wrong", "There was a mistake in it."), ("not wrong", "It was right.")),
                room=("least", "most"),
            ),
            sentence=say(("not over", "So far it took you {{total:hours}}."), ("over", "It took you {{total:hours}}.")),
            readouts=(Value(label="Your time", value=say("{{total:hours}}")),),
            goal=Goal(
                ask="Get through in less time than always looking takes.",
                when="little",
                said=say("You found it: {{total:hours}} in all."),
            ),
        ),
    ),
)
'''
TWIN = """\
// What {model} computes in {model}_explorer.py, in the page.

import {{ made, share }} from "outsourcing-lessons/models/moves.js";

const WEEKS = 6;
const LOOK = 1;
const LOOKING = 1;
const MENDING = 3;
const WRONG = 0.3;

export function {function}({{ seed }}, values) {{
  const moves = made(values).slice(0, WEEKS);
  const wrong = Array.from({{ length: WEEKS }}, (_, week) => share(seed, values.luck, week + 1, 0) < WRONG);
  const hours = [0];
  moves.forEach((move, week) => hours.push(hours[week] + (move === LOOK ? LOOKING : wrong[week] ? MENDING : 0)));
  const total = hours[moves.length];
  return {{
    weeks: hours.map((_, week) => week),
    hours,
    total,
    wrong: moves.length > 0 && wrong[moves.length - 1],
    least: 0,
    most: MENDING * WEEKS,
    little: moves.length === WEEKS && total < LOOKING * WEEKS,
  }};
}}
"""
