"""The conformance page is whole, and what it names as proof is a test."""

from __future__ import annotations

import re
from pathlib import Path

from outsourcing_lessons import player

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs/accessibility.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d\.\d\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
# WCAG 2.2, levels A and AA: how many criteria a guideline has, and which of its numbers are of level AAA or gone.
AA = {
    "1.1": [1], "1.2": [1, 2, 3, 4, 5], "1.3": [1, 2, 3, 4, 5], "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
    "2.1": [1, 2, 4], "2.2": [1, 2], "2.3": [1], "2.4": [1, 2, 3, 4, 5, 6, 7, 11], "2.5": [1, 2, 3, 4, 7, 8],
    "3.1": [1, 2], "3.2": [1, 2, 3, 4, 6], "3.3": [1, 2, 3, 4, 7, 8], "4.1": [2, 3],
}  # fmt: skip


def test_every_criterion_is_there_in_order_with_a_verdict():
    assert [number for number, *_ in ROWS] == [f"{part}.{n}" for part, numbers in AA.items() for n in numbers]
    assert {verdict for _, _, verdict, _ in ROWS} <= {"yes", "by design", "partly", "no"}


def test_what_it_names_as_proof_is_a_test_or_a_step_of_one():
    """A step of a sitting has a name of four words at least."""
    texts = [path.read_text("utf-8") for path in TESTS.rglob("*.py")]
    there = {
        name for text in texts for name in re.findall(r"^(?:@\w+\.(?:long_)?step\ndef |def (?=test_))(\w+)", text, re.M)
    }
    assert set(re.findall(r"`(test_\w+|\w+_\w+_\w+_\w+)`", PAGE)) - there == set()


def test_what_is_met_says_how_we_know():
    proof = re.compile(r"`\w+_|axe|same")
    unproven = [number for number, _, verdict, how in ROWS if verdict == "yes" and not proof.search(how)]
    assert unproven in ([], ["3.3.7"])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LINES = ("edge", "focus", "stranger", "regular", "bench", "own", "machine", "pencil")


def test_edges_lines_and_the_focus_stand_out_three_to_one():
    colours = dict(re.findall(r"--ol-(\w+): light-dark\((#\w{6}, #\w{6})\)", player.style()))
    for scheme in (0, 1):
        paper, *others = (colours[name].split(", ")[scheme] for name in ("paper", *LINES))
        assert min(contrast(paper, other) for other in others) >= 3
    assert round(contrast("#000000", "#ffffff")) == 21
