"""What must hold of whatever a learner is shown, beyond what items and blocks refuse themselves."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator, Set

from outsourcing_lessons.authoring.policy import Policy
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.moves import a_play, stood
from outsourcing_lessons.money import exact, readable, rounded
from outsourcing_lessons.number_format import plain_digits, read_format

# Each begins with the few characters it may begin with, since a search leaps from one of these to the next; what must
# not stand before them is asked only then.
BROKEN = re.compile(r"[{}\d−±-](?:(?<=[{}])|(?<=\d)[eE][+-]?\d|(?<=[−±-])0(?![\d.,]))")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
USUAL = Policy()
MOST_FIGURES = 6  # of a sum of money that the learner can work out; an estimate has three
COUNTED = frozenset(
    "hour day week month year minute person page case matter mistake task point round question decision name sheet "
    "look piece step line test team group record report".split()
)
NO_PLURAL = set("is was has less as plus minus its this always does".split())
# A number and the word behind it; "a 2-hour job", "2 hours'" and the sum "2 + 1 hours" are right as they are.
COUNT = re.compile(
    r"([\dOo](?<![\w.,–-].)(?<!\+ .)(?<!lesson .)(?:(?<=\d)[\d,]*(?:\.\d+)?|(?<=[Oo])ne))"
    r"[ \u00a0]([a-z]+)\b(?![-–'’])(?:[ \u00a0](are)\b)?"
)
VERDICT = re.compile(r"(?:yes|right|correct|exactly|indeed|well done)\s*[.:,!;–—]", re.IGNORECASE)
UNMADE = re.compile(r"\b(?:nan|inf|None)\b")
PROMISED = re.compile(r"\b(\w+) of the (\w+)\b(?! question| reason| people| two| four)", re.IGNORECASE)
SAID = (
    "title", "prompt", "praise", "answer", "otherwise", "below", "above", "first", "last", "text", "feedback",
    "too_low", "too_high",
)  # fmt: skip
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def figures(number: str) -> int:
    """Return how many significant figures a written number has; the last 0 of €9.50 is how cents are written."""
    return len(number.replace(",", "").replace(".", "").strip("0"))


def texts_to_choose(item) -> list[str]:
    """Return the texts of all that may be chosen, placed or given a share."""
    return [row.text for row in item.named if item.NAMED != "checklist"]


def words_of(item) -> Iterator[str]:
    """Yield every text of an item that a learner may read."""
    fields = vars(item)  # asking a model of pydantic for what it has not takes ten times as long
    yield from (text for name in SAID if (text := fields.get(name)))
    yield from item.hints
    for name in (item.NAMED, "traps"):
        for row in fields.get(name, ()):
            yield from (text for name in SAID if (text := vars(row).get(name)))
    if item.exhibit:
        yield from (item.exhibit.caption, *item.exhibit.columns, *(cell for row in item.exhibit.rows for cell in row))


def faults_of_text(text: str, policy: Policy = USUAL) -> list[str]:
    """Return what cannot be read, and numbers that disagree with what they count."""
    counted = COUNTED.union(policy.counted)
    places = [found.start() for pattern in (BROKEN, UNMADE) for found in pattern.finditer(text)]
    places += [text.index("  ")] if "  " in text else []
    faults = [f"says “{_around(text, place)}”" for place in places]
    faults += [
        f"says “{_around(text, found.start())}”"
        for found in COUNT.finditer(text)
        if disagree(found[1], found[2], found[3], counted)
    ]
    long = [n for n in NUMBER.findall(text) if figures(n) > MOST_FIGURES and n.rstrip(",") not in policy.as_printed]
    return faults + [f"writes {number}" for number in long]


def disagree(number: str, word: str, are: str | None, counted: Set[str] = COUNTED) -> bool:
    """Say whether a number does not go with the word behind it: "1 hours", "2 hour", "1 matters are".

    Examples
    --------
    >>> disagree("1", "hours", None), disagree("2", "hour", None), disagree("1", "matters", "are")
    (True, True, True)
    >>> disagree("1", "hour", None), disagree("0.5", "hours", None), disagree("50", "are", None)
    (False, False, False)
    """
    if number == "1":
        return word == "people" or word[-1] == "s" and word not in NO_PLURAL or are is not None
    if number in ("one", "One"):
        return word == "people" or word[:-1] in counted and word[-1] == "s"
    return word in counted


def _around(text: str, place: int) -> str:
    return text[max(0, place - 40) : place + 40]


def faults_of_item(item, policy: Policy = USUAL) -> list[str]:
    """Return what is wrong with a variant, beyond what the item itself refuses."""
    outcome = judge(item, item.simulated(SeededRandom(item.id, 0), knows=True))
    # What has no key is neither right nor wrong.
    taken = outcome["valid"] and outcome["correct"] is not False and outcome["score"] in (1, None)
    faults = [] if taken else [f"does not accept its key: {outcome}"]
    if found := VERDICT.match(item.praise):
        faults.append(f"praises with “{found[0]}”, where that it is right has just been said")
    if judge(item, item.untouched())["correct"]:
        faults.append("is right untouched")
    for trap in vars(item).get("traps", ()):
        wrong = judge(item, {"value": trap.value})
        if wrong["correct"] or wrong["valid"] and wrong["feedback"] != [trap.feedback]:
            faults.append(f"trap {trap.id}: {wrong}")
    return [
        *faults,
        *_numbers(item),
        *_choices(item),
        *faults_of_text(_plainly(item, "\n".join(words_of(item))), policy),
    ]


def _plainly(item, text: str) -> str:
    """Return a text of an item as it would stand where no country has a say in its numbers."""
    return plain_digits(text, read_format(item.numbers))


def misprints(item):
    """Yield every text with a number the learner worked out, rounded badly; a sum of money is not rounded at all."""
    if item.type != "number" or not (item.prefix or item.unit):
        return
    unit = "" if item.prefix else rf"[ \xa0]{re.escape(item.unit)}"
    written = re.compile(rf"{re.escape(item.prefix)}({NUMBER.pattern}){unit}")
    worked_out = [abs(item.key), *(abs(trap.value) for trap in item.traps if not item.prefix)]
    for text in (item.praise, item.key_in_words(), *item.hints, *(trap.feedback for trap in item.traps)):
        for digits in written.findall(text):
            number, decimals = float(digits.replace(",", "")), len(digits.partition(".")[2])
            # Of small change, cents alone may be no right answer; then more is written.
            cents = item.prefix and decimals <= 2
            right = [exact(value) if cents else rounded(value, decimals) for value in worked_out]
            if number not in right and any(is_near(number, decimals, value, bool(item.prefix)) for value in worked_out):
                yield text


def is_near(number: float, decimals: int, value: float, money: bool) -> bool:
    """Return whether a number looks like a value that was rounded somehow."""
    if not money:
        return abs(number - value) < 10.0**-decimals
    return number in {cut(value, kept) for kept in range(2, 6) for cut in (readable, half_even)}


def half_even(value: float, figures: int) -> float:
    return float(f"{value:.{figures}g}")


def _numbers(item) -> list[str]:
    """Return what is wrong with the key of an item that takes numbers, as it would be typed from the answer key."""
    if item.type not in ("number", "prediction"):
        return []
    if not all(map(math.isfinite, (item.key, item.low, item.high))) or not item.low < item.high:
        return [f"has the bounds {item.low} to {item.high} round {item.key}"]
    shown = item.answer.replace("\u2212", "-")
    if item.type == "number":
        typed = judge(item, {"value": shown})
        return [] if typed["correct"] else [f"does not accept its answer {item.answer!r} (key {item.key}): {typed}"]
    typed = judge(item, {"value": shown, "low": shown, "high": shown, "confidence": 80})
    return [] if typed["valid"] else [f"cannot read its answer {item.answer!r}: {typed}"]


def _choices(item) -> list[str]:
    """Return options that read alike, and a hint that promises another number of right ones."""
    told = [re.sub(r"[\s.,]+", "", text).lower() for text in texts_to_choose(item)]
    faults = [f"offers two alike: {texts_to_choose(item)}"] if len(set(told)) < len(told) else []
    if item.type == "multiple-choice":
        right_ones, of_all = len(item.key), len(item.options)
        for right, of in PROMISED.findall(" ".join((item.prompt, *item.hints))):
            counts = [WORDS.index(word.lower()) if word.lower() in WORDS else None for word in (right, of)]
            if None not in counts and (counts[1] != of_all or counts[0] not in (right_ones, of_all - right_ones)):
                faults.append(f"promises {right} of {of}, and has {right_ones} of {of_all}")
    return faults


def faults_of_frame(frame, policy: Policy = USUAL) -> list[str]:
    """Return what is wrong with an explorer at one setting."""
    drawn = [f"draws {found[0]!r}" for svg in (frame.svg, frame.narrow) if (found := UNMADE.search(svg))]
    said = (frame.alt, frame.sentence, *(word for readout in frame.readouts for word in (readout.label, readout.value)))
    return drawn + faults_of_text("\n".join(said), policy)


def faults_of_setting(template, case, values, policy: Policy = USUAL) -> list[str]:
    """Return what is wrong with an explorer at a setting: the picture, and where it is played, what the turn says."""
    faults = faults_of_frame(template.frame(case, values), policy)
    if template.turns:
        results = template.page.results(template.page.given(case), values)
        said = stood(template.turns, results, case.prefix, template.id)
        texts = (said["meets"], said["happened"], *(move["text"] for move in said["moves"]))
        faults += faults_of_text("\n".join(filter(None, texts)), policy)
        if not said["over"] and sum(move["offered"] for move in said["moves"]) < 2:
            faults.append("offers fewer than two moves")
    return faults


def faults_of_sliders(sliders, settings) -> list[str]:
    """Return what is wrong with sliders, and with settings of them that have a name."""
    by_id, faults = {slider.id: slider for slider in sliders}, []
    for s in sliders:
        if not s.low < s.high or not _can_be_set(s, s.value) or not _can_be_set(s, s.high):
            faults.append(f"has a slider {s.id} from {s.low} to {s.high} in steps of {s.step}, at {s.value}")
    for label, values in settings:
        off = {i: value for i, value in values.items() if not _can_be_set(by_id[i], value)}
        faults += [f"setting {label!r} is off the sliders: {off}"] if off else []
    return faults


def faults_of_explorer(explorer, policy: Policy = USUAL) -> list[str]:
    """Return what is wrong with an explorer at any of its named settings."""
    return [
        f"setting {one.label!r}: {fault}" for one in explorer.scenarios for fault in faults_of_frame(one.frame, policy)
    ]


def _can_be_set(slider, value: float) -> bool:
    """Say whether a slider can stand there; a browser moves it to the nearest step otherwise, away from the words."""
    steps = (value - slider.low) / slider.step
    return slider.low <= value <= slider.high and abs(steps - round(steps)) < 1e-6


def faults_of_block(block, policy: Policy = USUAL) -> list[str]:
    """Return what cannot be read in any text of a block."""
    return faults_of_text("\n".join(texts_of(block, "formula")), policy)


UNREAD = {"id", "source", "doi", "citation", "numbers", "prefix", "givens", "svg", "narrow", "words"}


def texts_of(block, *without: str) -> Iterator[str]:
    """Yield every text of a block, but for fields that are left out, and those that nobody reads as words."""
    yield from _texts(block.model_dump(mode="json", exclude=set(without)), UNREAD)


def _texts(data, unread: set[str]) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for one in data:
            yield from _texts(one, unread)
    elif isinstance(data, dict):
        for name, one in data.items():
            if name not in unread:
                yield from _texts(one, unread)


def faults_of_variant(template, case, policy: Policy = USUAL) -> list[str]:
    """Return what is wrong with an item as it is made for a learner."""
    item, subseed = template.drawn(case)
    return faults_of_item(item, policy) + ([f"could not be made before its sub-seed {subseed}"] if subseed else [])


def setting_of(template, case, number: int) -> dict[str, float]:
    """Return a setting of an explorer, or a play where it is played in turns; for every number the same."""
    if template.turns:
        return a_play(template.turns, random.Random(number))
    return setting(template.sliders(case), number)


def setting(sliders, number: int) -> dict[str, float]:
    """Return a setting of the sliders: first each of them at each end, then all anywhere, or all at an end."""
    values = {slider.id: slider.value for slider in sliders}
    if number < 2 * len(sliders):
        one = sliders[number // 2]
        return values | {one.id: one.high if number % 2 else one.low}
    chance = random.Random(number)
    if number % 4 == 0:
        return {slider.id: chance.choice((slider.low, slider.high)) for slider in sliders}
    return {s.id: min(s.high, s.low + s.step * chance.randint(0, round((s.high - s.low) / s.step))) for s in sliders}
