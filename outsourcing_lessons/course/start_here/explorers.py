"""Seven Mondays: a bill, or four hours of one's own, in weeks that fill up and in weeks that do not."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from outsourcing_lessons.blocks.view import Goal, Move, Series, Turns, Value, View, say
from outsourcing_lessons.course.start_here.own_hour import thursday
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.moves import one_play
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models.moves import made, share

HOURS = 4
MONDAYS = 7
PAY, DO = 1, 2
OUTCOME = 6  # of the numbers of a turn, the one that fills the week
MANY = 3  # of the seven Mondays so many have this many buyers or more, and as many have one or none
WROTE = (0, 0, 1, 2, 3, 4, 4)  # buyers over the weekend, in an order that luck gives
FULL = (0.05, 0.25, 0.5, 0.75, 0.95)  # how likely the week then fills up, by how many they are


def _givens(case: Case) -> dict[str, Any]:
    given = thursday(case, HOURS)
    task = next(one.name for one in case.trade.tasks if one.done_by == "you" and one.skill != "high")
    return {
        "seed": case.profile.seed,
        "hours": given.hours,
        "sold_hour": given.sold,
        "free_hour": given.unsold,
        "bill": given.bill,
        "task": task,
        "helper": first_name(case.trade.freelancer),
        "buyer": case.trade.buyer,
        "buyers": case.trade.buyers,
    }


def mondays(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what the choices so far brought against doing it all oneself, and where the hours went."""
    moves, luck, seed = made(values)[:MONDAYS], values["luck"], givens["seed"]
    order = sorted(range(MONDAYS), key=lambda place: share(seed, luck, 0, place))
    wrote = [WROTE[place] for place in order]
    full = [share(seed, luck, n, OUTCOME) < FULL[who] for n, who in enumerate(wrote, 1)]
    worth = [givens["hours"] * givens["sold_hour" if week else "free_hour"] - givens["bill"] for week in full]
    weeks = list(zip(moves, full, worth, strict=False))
    yours = list(accumulate((gain * (move == PAY) for move, _, gain in weeks), initial=0.0))
    always = list(accumulate((gain for _, _, gain in weeks), initial=0.0))
    known = sum(max(0.0, gain) for _, _, gain in weeks)
    counts = {
        name: givens["hours"] * sum(move == one and week == busy for move, week, _ in weeks)
        for name, one, busy in (
            ("sold", PAY, True),
            ("spare", PAY, False),
            ("turned_away", DO, True),
            ("calm", DO, False),
        )
    }
    last = weeks[-1][:2] if weeks else (0, False)
    next_wrote = wrote[min(len(moves), MONDAYS - 1)]
    stakes = (givens["sold_hour"] - givens["free_hour"]) * givens["hours"] / 2
    return {
        "low": -2 * stakes,
        "high": 4 * stakes,
        "mondays": range(len(moves) + 1),
        "yours": yours,
        "always": always,
        "never": [0.0] * len(yours),
        "wrote": next_wrote,
        "nobody_wrote": next_wrote == 0,
        "one_wrote": next_wrote == 1,
        "paid_full": last == (PAY, True),
        "paid_quiet": last == (PAY, False),
        "did_full": last == (DO, True),
        "did_quiet": last == (DO, False),
        **counts,
        "busy_filled": sum(week for who, week in zip(wrote, full, strict=True) if who >= MANY),
        "quiet_filled": sum(week for who, week in zip(wrote, full, strict=True) if who <= 1),
        "desk": counts["turned_away"] + counts["calm"],
        "sat": DO in moves,
        "gain": abs(yours[-1]),
        "ahead": yours[-1] > 0,
        "behind": yours[-1] < 0,
        "always_gain": abs(always[-1]),
        "always_ahead": always[-1] > 0,
        "always_behind": always[-1] < 0,
        "known": known,
        "step": abs(weeks[-1][2]) if weeks else 0.0,
        "brought": givens["hours"] * givens["sold_hour"],
        "freed": givens["hours"] * givens["free_hour"],
        "beats": len(moves) == MONDAYS and yours[-1] > max(0.0, always[-1]),
    }  # fmt: skip


VIEW = View(
    title="What your Mondays brought",
    x_label="Mondays",
    y_label="Against doing it all yourself",
    money=True,
    series=(
        Series(name="You", x="mondays", y="yours", role="own"),
        Series(name="Pay every time", x="mondays", y="always", role="stranger"),
        Series(name="Never pay", x="mondays", y="never", role="bench"),
    ),
    turns=Turns(
        each="Monday",
        count=MONDAYS,
        room=("low", "high"),
        meets=say(
            ("nobody_wrote", "No {buyer} wrote over the weekend. "),
            ("one_wrote", "Over the weekend one {buyer} wrote. "),
            ("not nobody_wrote, not one_wrote", "Over the weekend {wrote:count} {buyers} wrote. "),
            "On your desk: {task}, {hours:count} hours. {helper} would drop other work and step in today.",
        ),
        moves=(Move(text="Pay {helper} {bill:about}"), Move(text="Do it myself")),
        happened=say(
            (
                "paid_full",
                "The week filled up. You sold the four hours for {brought:about}: {step:about} more than the bill.",
            ),
            (
                "paid_quiet",
                "The week stayed quiet. You paid {bill:about} for four free hours, worth {freed:about} to you.",
            ),
            (
                "did_full",
                "The week filled up. While you were busy with {task}, a {buyer} went elsewhere, and {brought:about} with them.",
            ),
            ("did_quiet", "The week stayed quiet. You did it yourself, nobody waited, and no bill came."),
        ),
    ),
    sentence=say(
        ("not begun", "Seven mornings, the same four hours, the same bill."),
        ("begun, not over", "Your hours so far: {sold} sold, {spare} free and paid for, {desk} at the desk."),
        ("over", "Of 28 hours you sold {sold}, paid for {spare} free ones, and spent {desk} at the desk"),
        ("over, sat", ", {turned_away} of these while somebody waited to buy"),
        ("over", ". "),
        ("over, ahead", "Against doing it all yourself, that brought {gain:about}; "),
        ("over, behind", "Against doing it all yourself, that cost {gain:about}; "),
        ("over, not ahead, not behind", "Against doing it all yourself, that brought nothing; "),
        ("over, always_ahead", "paying every time would have brought {always_gain:about}. "),
        ("over, always_behind", "paying every time would have cost {always_gain:about}. "),
        ("over, not always_ahead, not always_behind", "paying every time would have brought nothing. "),
        ("over", "Knowing each week beforehand would have brought {known:about}. "),
        (
            "over",
            "Where three or more had written, {busy_filled} of 3 weeks filled up; where one or nobody had, {quiet_filled} of 3.",
        ),
    ),
    readouts=(
        Value(label="Hours sold", value=say("{sold}")),
        Value(label="Free, and paid for", value=say("{spare}")),
        Value(label="At the desk", value=say("{desk}")),
        Value(label="While somebody waited", value=say("{turned_away}")),
    ),
    goal=Goal(
        ask="Bring home more than either rule does: always pay, never pay.",
        when="beats",
        said=say(
            "You beat both rules. The bill was the same every Monday; what it bought you was not. It pays where the hours it "
            "frees are likely to be sold."
        ),
    ),
)
SEVEN = ExplorerTemplate(
    id="start-here.mondays",
    title="Seven Mondays",
    question="An hour you sell brings {sold_hour:about}. A free hour is worth {free_hour:about} to you. By the time you see "
    "whether the week fills up, it is too late to choose.",
    scenarios=one_play(DO, PAY, PAY, DO, PAY, DO, PAY),
    page=PageModel(mondays, VIEW, _givens),
)
EXPLORERS = (SEVEN,)
