"""The task map: the week on one page, each task with one of four decisions that follows from what is said of it."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Entry, Result, Rule, Sheet, Worksheet
from outsourcing_lessons.blocks.view import Role
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.formula import formula
from outsourcing_lessons.money import plain

DECISIONS = ELIMINATE, AUTOMATE, DELEGATE, KEEP = "eliminate", "automate", "delegate", "keep"
ROLES: tuple[Role, ...] = ("stranger", "machine", "regular", "own")  # of the decisions, for their colours
SKILLS = ("little", "some", "much")
OF_SKILL = {"low": "little", "medium": "some", "high": "much"}
WRITTEN = ("nowhere", "a few notes", "mostly", "fully")
WHO = ("I", "my team", "a provider")
OF_WHO = dict(zip(("you", "team", "provider"), WHO, strict=True))
# What a mistake costs, with the own hours from which on it is called so.
ERRORS = {"nothing": 0.0, "an hour": 0.1, "hours": 1.5, "days": 8.0}
MACHINE = ("no", "a draft", "all of it")
ANY: tuple[str, ...] = ()
LEARNABLE, ON_PAGE = ("little", "some"), ("mostly", "fully")
# The first that fits holds: what to do, what for, and when.
FOLLOWS: tuple[tuple[str, str, dict[str, tuple[str, ...]]], ...] = (
    (ELIMINATE, "nobody would notice", {"error": ("nothing",)}),
    (AUTOMATE, "it is the same each time", {"machine": ("all of it",)}),
    (AUTOMATE, "a draft, and somebody checks", {"machine": ("a draft",), "error": ("an hour", "hours"), "written": ON_PAGE}),
    (DELEGATE, "somebody else does it already", {"who": WHO[1:]}),
    (DELEGATE, "somebody else could do it from the page", {"skill": LEARNABLE, "written": ON_PAGE}),
    (KEEP, "write it down first, then hand it over", {"skill": LEARNABLE, "written": ("nowhere", "a few notes")}),
    (KEEP, "for now, only you can", {"task": ANY, "skill": ANY}),
)  # fmt: skip


def task_map(case: Case) -> Worksheet:
    """Return the task map, filled in with the trade's eight tasks."""
    mine = [task for task in case.trade.tasks if task.done_by == "you"]
    return Worksheet(
        id="start-here.task-map",
        title="Your task map",
        purpose="The week of your business on one page. You will come back to it in every lesson.",
        sheets=(
            Sheet(
                title="The week, and who does what",
                help="What to do follows from the other columns. Drop what nobody would notice. Automate what a machine can do, or can draft "
                "where a miss costs little and the task is written down. Delegate what somebody else could do from a page. Keep the rest, for now. "
                "Where you know better, choose for yourself.",
                rows=10,
                fields=(
                    Entry(id="task", label="Task"),
                    Entry(id="hours", label="Hours a week", type="number"),
                    Entry(id="who", label="Who does it now", type="choice", options=WHO),
                    Entry(id="skill", label="Skill it takes", type="choice", options=SKILLS),
                    Entry(id="written", label="Written down", type="choice", options=WRITTEN),
                    Entry(id="error", label="A mistake costs", type="choice", options=tuple(ERRORS)),
                    Entry(id="machine", label="A machine could do", type="choice", options=MACHINE),
                    Entry(
                        id="decision",
                        label="What to do",
                        type="choice",
                        options=DECISIONS,
                        roles=ROLES,
                        rules=_rules(0),
                    ),
                    Entry(id="because", label="Because", rules=_rules(1)),
                ),
                start=_trade_tasks(case),
                results=(
                    Result(label="All together, hours a week", formula=formula("sum(hours)"), decimals=1),
                    Result(
                        label="To be dropped, automated or delegated",
                        formula=formula('sum(hours * (decision in ("eliminate", "automate", "delegate")))'),
                        decimals=1,
                    ),
                    Result(
                        label="Of that, still done by you",
                        formula=formula(
                            'sum(hours * (decision in ("eliminate", "automate", "delegate")) * (who in ("I",)))'
                        ),
                        decimals=1,
                    ),
                ),
            ),
            Sheet(
                title="One commitment",
                fields=(
                    Entry(
                        id="commitment",
                        label="The one task I stop doing myself",
                        example=max(mine, key=lambda task: task.documented).name,
                        promise=True,
                        reminder="The one task I stop doing myself",
                    ),
                    Entry(id="by", label="By", type="date"),
                ),
            ),
        ),
    )


def _rules(which: int) -> tuple[Rule, ...]:
    return tuple(Rule(text=(do, because)[which], when=when) for do, because, when in FOLLOWS)


def _trade_tasks(case: Case) -> dict[str, str]:
    start: dict[str, str] = {}
    for row, task in enumerate(case.trade.tasks, 1):
        start |= {
            f"task.{row}": task.name,
            f"hours.{row}": plain(task.hours, 1),
            f"who.{row}": OF_WHO[task.done_by],
            f"skill.{row}": OF_SKILL[task.skill],
            f"written.{row}": WRITTEN[task.documented],
            f"error.{row}": [name for name, least in ERRORS.items() if task.error_cost >= least][-1],
        }
    return start
