"""An explorer of lesson 03 that is played: six friendly requests of a provider, and the day on which they are put to the test.

Hours saved and hours lost are assumptions of the course. A yes saves most and opens a door; a limit saves a little less and
opens it a crack, unless it is no limit at all. On a bad day everything that stands open for it is lost together.
"""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.view import Goal, Move, Series, Turns, Value, View, say
from outsourcing_lessons.course.companies_over_people.story_numbers import twist_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.fields import fill
from outsourcing_lessons.lessons.moves import one_play
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models.moves import made, share

YES, LIMIT, NO = 1, 2, 3
SAVED = {  # the owner's hours in a year, by yes and with a limit; a no saves none
    "scope": (6, 5), "day": (2, 1), "password": (4, 3), "cousin": (6, 4), "platform": (6, 3), "card": (3, 2),
}  # fmt: skip
DAYS = {  # hours that a bad day costs, by yes and with a limit
    "laptop": {"password": (12, 0), "cousin": (20, 2), "card": (8, 1)},
    "parting": {"scope": (8, 1), "password": (8, 0), "cousin": (4, 0), "platform": (10, 8)},
    "bill": {"scope": (14, 0), "platform": (8, 6), "card": (8, 1)},
    "stranger": {"password": (10, 0), "cousin": (24, 2)},
}  # fmt: skip
QUIET = "quiet"
HAPPENS = (*DAYS, QUIET)  # one of these, all equally likely; the first time it is no quiet year
REQUESTS = tuple(SAVED)
ENOUGH, CHEAP = 0.5, 0.25  # the goal: half of what is offered is saved, and a bad day costs a quarter of that at most


def _givens(case: Case) -> dict[str, Any]:
    twist = twist_of(case)
    first = first_name(twist.veteran)
    slots = {name: fill(twist[name], {"our": "your"}, f"the trade {case.trade.name}, {name}") for name in twist.keys()}
    words = {name: tuple(text.format(first=first, **slots) for text in texts) for name, texts in WORDS.items()}
    return {
        "seed": case.profile.seed,
        "hour": case.hour,
        "first": first,
        "owners": twist.owners_of_data,
        "asks": [words[name][0] for name in REQUESTS],
        "answers": [words[name][1:4] for name in REQUESTS],
        "came": [words[name][4:] for name in REQUESTS],
    }


def _hours(table: dict[str, tuple[int, int]], answers: list[tuple[str, int]]) -> int:
    return sum((*table.get(name, (0, 0)), 0)[move - 1] for name, move in answers)


def friendly(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what the answers so far save in a year, what the worst of four days would cost, and what happened."""
    moves = made(values)[: len(REQUESTS)]
    answers, place = list(zip(REQUESTS, moves, strict=False)), min(len(moves), len(REQUESTS) - 1)
    hour, given = givens["hour"], dict(answers)
    saved = [hour * _hours(SAVED, answers[:n]) for n in range(len(moves) + 1)]
    worst = [hour * max(_hours(day, answers[:n]) for day in DAYS.values()) for n in range(len(moves) + 1)]
    happens = HAPPENS[
        int(share(givens["seed"], values["luck"], 0, 0) * (len(HAPPENS) if values["luck"] else len(DAYS)))
    ]
    loss = hour * _hours(DAYS.get(happens, {}), answers)
    most = hour * _hours(SAVED, [(name, YES) for name in REQUESTS])
    return {
        "asked": range(len(moves) + 1),
        "saved_line": saved,
        "worst_line": worst,
        "saved": saved[-1],
        "worst": worst[-1],
        "ask": givens["asks"][place],
        **{name: givens["answers"][place][n] for n, name in enumerate(("allow", "bound", "refuse"))},
        "came": givens["came"][len(moves) - 1][moves[-1] - 1] if moves else "",
        "loss": loss,
        "hurt": loss > 0,
        "kept": saved[-1] > 0,
        **{f"it_is_{name}": name == happens for name in HAPPENS},
        **{f"yes_{name}": given.get(name) == YES for name in REQUESTS},
        "off_platform": given.get("platform") in (YES, LIMIT),
        "most": most,
        "none": 0,
        "top": hour * max(_hours(day, [(name, YES) for name in REQUESTS]) for day in DAYS.values()),
        "reached": len(moves) == len(REQUESTS) and saved[-1] >= ENOUGH * most and worst[-1] <= CHEAP * saved[-1],
    }  # fmt: skip


# What is asked; a yes, a limit and a no, as the owner says them; and what comes of each.
WORDS = {
    "scope": (
        "“While I am at it, I could {extra}. We need no new contract for that, do we?”",
        "Go ahead!",
        "Yes, in two lines: what, how many hours, until when",
        "Not for now",
        "It is done by Friday, and well. Nobody counts the hours.",
        "{first} types the two lines while you are still on the phone.",
        "“No problem.” You do it yourself, in the evenings.",
    ),
    "day": (
        "“Could you have my weekly summary on Thursdays, not on Fridays? On Fridays I pick up my daughter.”",
        "Of course",
        "Yes, for a month, on trial",
        "No, we agreed on Fridays",
        "Thursday it is. You read it with a fresher head.",
        "A month later {first} asks again, a little puzzled.",
        "It comes on Friday, at eleven at night.",
    ),
    "password": (
        "“For {opens} I have to ask you for a code each time. Your own password would be quicker.”",
        "Here it is",
        "You get a log-in of your own, for this work only",
        "Please go on asking me",
        "Two fewer messages a day. It works at once, everywhere.",
        "It takes you ten minutes to set up, and asks for a second code.",
        "Two messages a day, as before.",
    ),
    "cousin": (
        "“In August my cousin would stand in for me. She would have to see what I see: {data}.”",
        "How good of you to think of it!",
        "Yes: a page that she signs, and only what that month needs",
        "Then the work waits until you are back",
        "In August you do not even notice that {first} is away.",
        "She signs, sees what she needs, and on the first of September her log-in ends.",
        "The work waits. So do the {owners_of_data}.",
    ),
    "platform": (
        "“Shall we go on without the platform, and share what it takes? Its terms forbid that for two years, but who looks?”",
        "Good idea",
        "Only for the small jobs",
        "Not before the terms allow it",
        "The next bill is lower, and comes straight from {first}.",
        "Half of the fee is saved. Neither of you mentions it to anybody.",
        "“Fair enough,” says {first}, and sends the next offer as usual.",
    ),
    "card": (
        "“If I had your card number, I would not have to ask you about {buys} each time.”",
        "I’ll read it out to you",
        "You get a card of your own, up to a sum a month",
        "Send me the receipts, as before",
        "No more questions about small sums.",
        "A form at the bank, and {first} asks only about what is above the sum.",
        "Every receipt passes across your desk.",
    ),
}  # fmt: skip

VIEW = View(
    title="What your answers add up to",
    x_label="Requests answered",
    y_label="In a year",
    money=True,
    series=(
        Series(name="They save you", x="asked", y="saved_line", role="own"),
        Series(name="A bad day would cost", x="asked", y="worst_line", role="stranger", when="over"),
    ),
    turns=Turns(
        each="Request",
        count=len(REQUESTS),
        meets=say("{first}: {ask}"),
        room=("none", "top"),
        moves=(Move(text="{allow}"), Move(text="{bound}"), Move(text="{refuse}")),
        happened=say("{came}"),
    ),
    sentence=say(
        ("not begun", "Six requests, all friendly. Nothing has gone wrong so far."),
        ("begun, not over", "So far your answers save you {saved:about} a year. Nothing has gone wrong."),
        ("over, it_is_laptop", "Then {first}’s bag is stolen on a train, with the laptop in it. "),
        ("over, it_is_laptop, yes_password", "Your password was saved on it, and opens everything. "),
        ("over, it_is_laptop, yes_cousin", "The list was on it too, copied for the cousin. "),
        ("over, it_is_laptop, yes_card", "By noon somebody has been shopping with your card. "),
        ("over, it_is_parting", "Then {first} takes a full-time job, from Monday. "),
        ("over, it_is_parting, yes_scope", "Nobody has written down what is left to do of the extra work. "),
        ("over, it_is_parting, yes_password", "You change passwords until two in the morning. "),
        ("over, it_is_parting, yes_cousin", "The cousin can still get in. "),
        ("over, it_is_parting, off_platform", "No platform gives back what you paid ahead. "),
        ("over, it_is_bill", "Then {first} sends a bill that is twice the usual one. "),
        ("over, it_is_bill, yes_scope", "All the small extras are on it, by the hour. "),
        ("over, it_is_bill, yes_card", "Your card has paid for things that you would not have bought. "),
        ("over, it_is_bill, off_platform", "Off the platform, there is nobody to settle it. "),
        ("over, it_is_stranger", "Then some of your {owners} call: a stranger has been writing to them. "),
        ("over, it_is_stranger, yes_cousin", "The cousin still has all of it on her laptop, and has signed nothing. "),
        ("over, it_is_stranger, yes_password", "Nobody can say who looked at what: everyone was logged in as you. "),
        (
            "over, it_is_quiet",
            "The year ends, and nothing happens. Of four bad days that might have come, the worst would have cost {worst:about}. ",
        ),
        ("over, not it_is_quiet, hurt", "It costs you {loss:about}. "),
        ("over, not it_is_quiet, not hurt", "It costs you a phone call. "),
        ("over, kept", "Your answers had saved {saved:about}."),
        ("over, not kept", "Your answers had saved nothing."),
    ),
    readouts=(
        Value(label="Saved in a year", value=say("{saved:about}", ("over", " of {most:about}"))),
        Value(label="The worst day would cost", value=say(("over", "{worst:about}"), ("not over", "–"))),
    ),
    goal=Goal(
        ask="Save at least half of what these requests offer, and get through the year, whatever happens.",
        when="reached",
        said=say(
            "You kept {saved:about}, and the worst day would cost {worst:about}. One of the six needs no limit at all. For one no "
            "limit helps. The other four only need one that is written down."
        ),
    ),
)
FRIENDLY = ExplorerTemplate(
    id="companies-over-people.friendly",
    title="Six friendly requests",
    question="{first} asks, one request a month. What do you answer?",
    scenarios=one_play(YES, YES, YES, LIMIT, LIMIT, YES),
    page=PageModel(friendly, VIEW, _givens),
)
