"""Markdown as data for Typst: nothing in it is markup any more."""

from __future__ import annotations

from outsourcing_lessons.render.markdown import nodes


def text_of(node) -> str:
    return node.get("s", "") + "".join(map(text_of, node.get("c", [])))


def kinds(node) -> set[str]:
    return {node["t"]}.union(*map(kinds, node.get("c", [])))


def test_the_nodes_that_the_template_knows():
    text = "# A\n\nb *c* **d** `e` ~~f~~ [g](https://x.org)\n\n- h\n- i\n\n1. j\n\n> k\n\n```\nl\n```\n"
    text += "\n---\n\n| m | n |\n|---|---|\n| o | p |\n"
    found = set().union(*map(kinds, nodes(text)))
    assert {
        "heading",
        "paragraph",
        "emphasis",
        "strong",
        "codespan",
        "strikethrough",
        "link",
        "list",
        "list_item",
        "plain",
        "block_quote",
        "block_code",
        "thematic_break",
        "table",
        "row",
        "rows",
        "cell",
        "text",
    } == found


def test_html_is_the_text_it_is():
    assert "<b onclick=x>hi</b>" == "".join(map(text_of, nodes("<b onclick=x>hi</b>"))).strip()


def test_escaped_marks_are_letters():
    (paragraph,) = nodes(r"\#eval\(\"1\+1\"\) \*Ada\*")
    assert '#eval("1+1") *Ada*' == text_of(paragraph)
    assert {"paragraph", "text"} == kinds(paragraph)


def test_money_is_no_mathematics():
    (paragraph,) = nodes("From $5 to $10")
    assert "From $5 to $10" == text_of(paragraph)
