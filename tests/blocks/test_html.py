"""The static form of a block is complete, tells no key, and shows hostile text as text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import get_args

import pytest

from outsourcing_lessons.blocks.block import Direction, Strength, parse_block
from outsourcing_lessons.blocks.html import as_html, table
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.words import EVIDENCE
from tests.browser.specimens import CHOICE_SHEET, ITEMS, OTHERS, ask

HOSTILE = '</script><img src=x onerror="alert(1)">&amp;\'"'
VOID = {"br", "hr", "img", "input", "path"}
KEPT = {"codes",
    "kind", "type", "id", "section", "strength", "direction", "roles", "prediction", "source", "svg", "narrow", "key",
    "first_option",
}  # fmt: skip


class Reader(HTMLParser):
    """Collects tags and text; fails on a tag that is not closed in its place."""

    def __init__(self, html: str):
        super().__init__()
        self.open, self.tags, self.text, self.attributes = [], [], "", []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def _hostile(data, field=""):
    """Return the data with every free text made hostile."""
    if isinstance(data, dict):
        return {name: _hostile(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_hostile(value, field) for value in data]
    return f"{data}{HOSTILE}" if isinstance(data, str) and field not in KEPT else data


ALL = {f"ask {type_}": ask(item) for type_, item in ITEMS.items()} | {
    kind: parse_block(block).model_dump(mode="json") for kind, block in OTHERS.items()
}


@pytest.mark.parametrize("name", ALL)
def test_is_well_formed_and_starts_at_the_third_heading(name):
    """Every tag is closed in its place and no heading outranks the page's own."""
    reader = Reader(as_html(parse_block(ALL[name])))
    assert reader.tags[0] == "section"
    assert not {"h1", "h2"} & set(reader.tags)
    assert "h3" in reader.tags or name == "profile"  # which is one line


@pytest.mark.parametrize("name", ALL)
def test_hostile_text_stays_text(name):
    """Markup in any field of a block comes out as the letters it was typed with."""
    reader = Reader(as_html(parse_block(_hostile(ALL[name]))))
    assert not {"script", "img"} & set(reader.tags)
    assert "onerror" not in reader.attributes
    assert "<img src=x onerror=" in reader.text


@pytest.mark.parametrize("type_", ITEMS)
def test_tells_neither_key_nor_feedback(type_):
    """What is said after an attempt is not there before it."""
    item = ask(ITEMS[type_])["item"]
    html = as_html(parse_block(ask(ITEMS[type_])))
    secrets = [
        item["praise"],
        item["answer"],
        *(row["feedback"] for row in item.get("options", []) + item.get("checklist", [])),
    ]
    secrets += [
        *(trap["feedback"] for trap in item.get("traps", [])),
        *(part["too_low"] for part in item.get("parts", [])),
    ]
    assert not [secret for secret in secrets if secret and secret in html]


@pytest.mark.parametrize("type_", ITEMS)
def test_asks_everything(type_):
    """Title, prompt, table and everything to choose from are there."""
    item = ask(ITEMS[type_])["item"]
    text = Reader(as_html(parse_block(ask(ITEMS[type_])))).text
    rows = [row["text"] for field in ("options", "parts", "checklist") for row in item.get(field, [])]
    cells = [cell for row in (item["exhibit"] or {"rows": []})["rows"] for cell in row]
    assert all(piece in text for piece in (item["title"], *item["prompt"].split("\n\n"), *rows, *cells))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[a](https://example.org)", '<a href="https://example.org">a</a>'),
        ("[a](02_hiring_blind.ipynb)", '<a href="02_hiring_blind.ipynb">a</a>'),
        ("[a](#there)", '<a href="#there">a</a>'),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](JaVaScRiPt:alert(1))", "<p>a</p>"),
        ("[a](data:text/html,x)", "<p>a</p>"),
        ("[a](vbscript:x)", "<p>a</p>"),
        ("[a](//example.org)", "<p>a</p>"),
        ("[a](file:///etc/passwd)", "<p>a</p>"),
        ("[a](command:x)", "<p>a</p>"),
        ("![a](https://example.org/a.png)", "<p>a</p>"),
        ("<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
        ("# a", "<h3>a</h3>"),
        ("##### a", "<h5>a</h5>"),
    ],
)
def test_prose_keeps_to_safe_markdown(markdown, html):
    """Links of a few kinds work; scripts, pictures, raw HTML and links to other protocols do not."""
    assert html in as_html(parse_block({"kind": "prose", "id": "p", "markdown": markdown}))


def test_an_explorer_compares_its_scenarios():
    """Drawing, its words, and a table of all scenarios stand in for the sliders."""
    reader = Reader(as_html(parse_block(OTHERS["explorer"])))
    assert {"figure", "svg", "dl", "table"} <= set(reader.tags)
    assert "Your provider leaves every year" in reader.text and "€5,210" in reader.text


@pytest.mark.parametrize("write", [as_html, as_markdown])
@pytest.mark.parametrize("kind", ["reveal", "explorer"])
def test_the_truth_is_closed_until_it_is_opened(write, kind):
    """It is not in sight of somebody who has not predicted yet; an explorer that answers nothing is open."""
    block = parse_block(OTHERS[kind] | ({"after": "first-job.guess"} if kind == "explorer" else {}))
    truth = block.truth if kind == "reveal" else block.scenarios[0].frame.sentence
    before, covered = " ".join(write(block).split()).split("<details><summary>")
    truth = " ".join(truth.split())
    assert truth in covered and truth not in before
    assert "<details>" not in write(parse_block(OTHERS["explorer"]))


@pytest.mark.parametrize(("section", "word"), [("pre-test", "Before"), ("post-test", "After")])
def test_a_test_asks_how_sure(section, word):
    """On paper too; a prediction asks it of its range already."""
    text = Reader(as_html(parse_block(ask(ITEMS["number"], section)))).text
    assert text.startswith(word) and "How sure are you that this is right?" in text
    assert "How sure are you" not in as_html(parse_block(ask(ITEMS["prediction"], section)))


def test_a_worksheet_shows_its_start_and_its_options():
    """In cells and lines alike."""
    text = Reader(as_html(parse_block(CHOICE_SHEET))).text
    shown = (
        "Photograph new gear", "6.5", "Answering the post", "one of: eliminate, automate or delegate",
        "a few notes, mostly or fully",
    )  # fmt: skip
    assert all(words in text for words in shown)


def test_a_tally_promises_no_gain_and_a_binder_says_what_it_binds():
    """With room to fill it in by hand."""
    tally, binder = (Reader(as_html(parse_block(OTHERS[kind]))).text for kind in ("tally", "binder"))
    assert "cannot prove what you learned" in tally and "____ of 2" in tally
    assert "Your task map" in binder and "Your first regular" in binder


def test_a_worksheet_of_rows_is_a_table_with_headed_columns():
    """Three rows are promised, and three rows under column headings are there."""
    html = as_html(parse_block(OTHERS["worksheet"]))
    assert html.count('<th scope="row">') == 3
    assert '<th scope="col">Hours</th>' in html


def test_a_column_without_a_name_has_no_empty_heading():
    """A screen reader would read it out as one; the columns stay where they are."""
    html = table("Offers", ["", "Price", ""], [["Ann", "€10", "quick"], ["Bob", "€9", "slow"]])
    head = html.partition("<thead>")[2].partition("</thead>")[0]
    assert head == '<tr><td></td><th scope="col" class="ol-figures">Price</th><td></td></tr>'


def test_every_strength_has_its_dots_and_every_direction_its_words():
    """And dots are said to who cannot see them; a law has none."""
    strengths, directions = get_args(Strength), get_args(Direction)
    assert set(EVIDENCE["strength"]) == set(strengths) and set(EVIDENCE["direction"]) == set(directions)
    finding = {"claim": "It helps.", "citation": "A (2001).", "source": "a-2001", "direction": "qualifies"}
    findings = [finding | {"strength": one} for one in ("field experiment", "law")]
    html = as_html(parse_block({"kind": "research", "id": "x.y", "title": "T", "findings": findings}))
    assert html.count('class="ol-full"') == 4 and ", strength 4 of 5" in html and "limits the advice" in html


def test_a_folded_passage_shows_its_question_and_opens():
    block = {"kind": "prose", "id": "a.tell-1", "markdown": "**Whose is it?**\n\nYours.\n\n*Source.*", "folded": True}
    html = as_html(parse_block(block))
    assert "<summary><strong>Whose is it?</strong></summary>\n<p>Yours.</p>" in html
    assert Reader(html).text.split() == ["Whose", "is", "it?", "Yours.", "Source."]
    assert "<details" not in as_html(parse_block(block | {"folded": False}))
