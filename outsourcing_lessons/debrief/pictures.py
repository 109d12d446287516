"""The day in pictures: what each question, prediction, wait and word of it comes to; for page, slide and paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from outsourcing_lessons.blocks.filled import rows_of
from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.items.base import counted
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.words import SECTIONS, TESTS
from outsourcing_lessons.workshop import polls
from outsourcing_lessons.workshop.agenda import Step
from outsourcing_lessons.workshop.state import Answer, Round

MOST_WORDS, MOST_WAITS = 12, 20
FORMS = {"choice": "A choice", "number": "A number", "words": "A word cloud", "wall": "An open wall"}


@dataclass(frozen=True)
class Bar:
    """How many, or how long; ``key`` says so where it is right or holds the truth, ``before`` is the first vote.

    ``letter`` is that of an option, which its label begins with.
    """

    label: str
    size: float
    key: str = ""
    before: float | None = None
    letter: str = ""


@dataclass(frozen=True)
class Picture:
    """One of them: ``kind`` is question, waits, commitments, spoken, or the type of an item that has no right answer.

    ``said`` is the sentence beside it, ``missed`` the share that a question was answered wrong by, and ``texts`` what
    people wrote, without who it was.
    """

    kind: str
    title: str
    prompt: str
    said: str
    bars: tuple[Bar, ...] = ()
    texts: tuple[str, ...] = ()
    missed: float = 0.0


def pictures(results: Results) -> list[Picture]:
    """Return all pictures of a workshop, in the order of its plan."""
    asked = [_asked(results, step) for step in results.asked() if results.last(step)]
    return [*asked, *_spoken(results), *_commitments(results), *_waits(results)]


def of_the_day(found: list[Picture], most: int = 6) -> list[Picture]:
    """Return those that fit one page: what was most often wrong, a prediction, waits, what people mean to do."""
    kinds = {
        kind: [one for one in found if one.kind == kind] for kind in ("prediction", "commitments", "waits", "spoken")
    }
    others = [one for kind in kinds.values() for one in kind[:1]]
    questions = sorted((one for one in found if one.kind == "question"), key=lambda one: -one.missed)
    questions = [one for one in questions if one.missed][: max(2, most - len(others))]
    return [*questions, *others][:most]


# ---- Questions and predictions --------------------------------------------------------------------------------------


def _asked(results: Results, step: Step) -> Picture:
    item, rounds = step.ask.item, results.state.step(step.id).rounds
    answers = list(results.last(step).values())
    beside = item.beside_bars(item.bars(answers))
    bars = tuple(_bars(item, rounds, answers, beside.get("mark", "right")))
    words = [f"{SECTIONS.get(step.ask.section, step.ask.section)}:" if step.ask.section in TESTS else ""]
    words += [item.counted(answers) + ".", f"{beside['note']}." if "note" in beside else ""]
    wrong = [one for one in bars if not one.key]
    if item.GRADED and item.VOTED and wrong and (most := max(wrong, key=lambda one: one.size)).size:
        words.append(f"The wrong option that most chose: {most.letter or most.label}, {most.size:g}.")
    right = sum(bool(one.outcome["correct"]) for one in answers)
    kind = "question" if item.GRADED else item.type
    missed = 1 - right / len(answers) if kind == "question" and step.ask.section != "pre-test" else 0.0
    return Picture(kind, f"{step.number} {step.title}", item.prompt, " ".join(filter(None, words)), bars, missed=missed)


def _bars(item: Item, rounds: list[Round], answers: list[Answer], mark: str) -> Iterator[Bar]:
    """Yield the bars of the last vote; where options have names, each with what it was at the first."""
    first = item.bars(list(rounds[0].answers.values())) if len(rounds) > 1 and item.named else []
    for place, one in enumerate(item.bars(answers)):
        letter = one.get("letter", "")
        label = f"{letter}  {one['label']}" if letter else one["label"]
        yield Bar(label, one["count"], mark * one["key"], first[place]["count"] if first else None, letter)


# ---- What people said -----------------------------------------------------------------------------------------------


def _spoken(results: Results) -> Iterator[Picture]:
    """Yield what was asked on the spot, with what the instructor let the room see of it."""
    for poll in results.state.polls.values():
        people = len({one.who for one in poll.posts.values()})
        found = polls.results(poll)
        bars = tuple(Bar(one["label"], one["count"]) for one in found.get("bars", ()))
        bars += tuple(Bar(one["word"], one["count"]) for one in found.get("words", ())[:MOST_WORDS])
        shown = sorted((one for one in poll.posts.values() if one.shown), key=lambda one: (-len(one.ups), one.at))
        posts = (one.text + (f" ({counted(len(one.ups), 'vote')})" if one.ups else "") for one in shown)
        texts = tuple(posts) if poll.form == "wall" else ()
        said = f"{FORMS[poll.form]}: {counted(people, 'person', 'people')} answered."
        yield Picture("spoken", poll.prompt, "", said, bars, texts)


def _commitments(results: Results) -> Iterator[Picture]:
    """Yield what people said on their worksheets that they would do, in an order that tells nothing of who."""
    sheets = [step.block for step in results.agenda.steps.values() if step.block.kind == "worksheet"]
    names = [
        (block.id, field.id + row)
        for block in sheets
        for sheet in block.sheets
        for field in sheet.fields
        if field.promise
        for row in rows_of(sheet)
    ]
    kept = [
        [" ".join(str(p.entries.get(block, {}).get(name, "")).split()) for block, name in names] for p in results.people
    ]
    texts = Counter(sorted(text for mine in kept for text in mine if text))
    if texts:
        people = sum(any(mine) for mine in kept)
        said = f"{counted(people, 'person', 'people')} of {len(kept)} wrote down what they will do."
        yield Picture(
            "commitments",
            "What they mean to do",
            "",
            said,
            texts=tuple(text + (f" ({many} people)" if many > 1 else "") for text, many in texts.items()),
        )


# ---- Help -----------------------------------------------------------------------------------------------------------


def _waits(results: Results) -> Iterator[Picture]:
    """Yield who waited how long until somebody came; who took the sign down themselves is told apart."""
    waits = sorted(waited(results), key=lambda one: -one[1])
    if not waits:
        return
    half = median(seconds for _, seconds, _ in waits) / 60
    said = f"Minutes until somebody came. Help was asked for {counted(len(waits), 'time', 'times')}; "
    said += f"half waited {half:.1f} minutes or less."
    said += f" These are the {MOST_WAITS} longest." if len(waits) > MOST_WAITS else ""
    bars = tuple(Bar(f"{who}{how and f', {how}'}", round(seconds / 60, 1)) for who, seconds, how in waits[:MOST_WAITS])
    yield Picture("waits", "Who waited for help", "", said, bars)


def waited(results: Results) -> Iterator[tuple[str, float, str]]:
    """Yield each wait for help: by number and step, how many seconds, and how it ended."""
    numbers = {person.id: person.number for person in results.people}
    since: dict[str, tuple[float, str]] = {}
    for event in results.events:
        who, asks = event.who, event.kind == "sign" and event.body["sign"] == "help"
        if asks and who in numbers:
            since.setdefault(who, (event.at, event.body["step"]))
        elif event.kind in ("sign", "going", "helped") and who in since:
            at, name = since.pop(who)
            yield _where(results, numbers[who], name), event.at - at, "took it down" if event.kind == "sign" else ""
    for who, (at, name) in since.items():
        yield _where(results, numbers[who], name), results.events[-1].at - at, "nobody came"


def _where(results: Results, number: int, name: str) -> str:
    step = results.agenda.step(name)
    return f"No. {number}" + (f" at {step.number}" if step else "")
