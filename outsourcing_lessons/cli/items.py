"""``outsourcing-lessons items``: the item bank as a person or a program reads it."""

from __future__ import annotations

import json
from typing import Any

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import NOTEBOOKS, profile


@click.command(epilog=example("items 01 --seed 7 --currency GBP"))
@click.argument("lesson", required=False)
@NOTEBOOKS
@profile("seed", "business", "currency", "hour_value")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")
@click.option(
    "--audit",
    is_flag=True,
    help="Print what guessing scores, and which items catch people who follow the advice blindly.",
)
def items(lesson, profile, as_json, audit) -> None:
    """Show the items of LESSON (a name or number; default: all lessons): prompt, options, key and feedback."""
    from outsourcing_lessons.lessons.courses import chosen
    from outsourcing_lessons.lessons.notebook_questions import as_asked
    from outsourcing_lessons.lessons.own_notebooks import own_folder

    course = chosen()
    case = course.case(profile)
    lessons = [chosen().lesson(lesson)] if lesson else chosen().lessons
    lessons = [as_asked(one) for one in lessons] if own_folder() else lessons
    asks = [one.ask(template.id, case) for one in lessons for template in one.items]
    data, text = (_audited, _audit_text) if audit else (_data, _text)
    click.echo(json.dumps([data(ask) for ask in asks], ensure_ascii=False, indent=1) if as_json else text(asks))


def _data(ask) -> dict[str, Any]:
    data = ask.item.model_dump(mode="json")
    return data | {"section": ask.section, "answer": ask.item.answer or ask.item.key_in_words()}


def _text(asks) -> str:
    from outsourcing_lessons.blocks.text import as_text

    return "\n\n".join(f"{ask.id} ({ask.section}, {ask.item.type})\n{as_text(ask, with_key=True)}" for ask in asks)


def _audited(ask) -> dict[str, Any]:
    from outsourcing_lessons.items.judge import judge
    from outsourcing_lessons.lessons.courses import chosen

    response = chosen().followed(ask.item)
    caught = not judge(ask.item, response)["correct"] if response else None
    return {
        "id": ask.id, "section": ask.section, "type": ask.item.type, "guesser_score": ask.item.guesser_score(),
        "catches_the_follower": caught,
    }  # fmt: skip


def _audit_text(asks) -> str:
    rows = [_audited(ask) for ask in asks]
    lines = [f"{'item':<45} {'type':<16} {'a guesser scores':>16}  follows the advice"]
    for row in rows:
        score = "no chance in it" if row["guesser_score"] is None else f"{row['guesser_score']:.2f}"
        caught = {None: "", True: "caught", False: "right"}[row["catches_the_follower"]]
        lines.append(f"{row['id']:<45} {row['type']:<16} {score:>16}  {caught}".rstrip())
    scores = [row["guesser_score"] for row in rows if row["guesser_score"] is not None]
    mean = f", which is {sum(scores) / len(scores):.2f} on average" if scores else ""
    return "\n".join([*lines, "", f"{len(scores)} of {len(rows)} items are scored{mean} for a guesser."])
