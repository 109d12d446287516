"""No sentence is parsed as data: a text for people may be reworded, and nothing else changes."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import outsourcing_lessons
from tests.test_layers import MODULES, name_of

PARSERS = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split", "replace"}
IN_JS = re.compile(r"\.(?:startsWith|endsWith|split|replace(?:All)?)\((?:\"([^\"]*)\"|/((?:[^/\\\n]|\\.)+)/)")
# A word with a space or a mark of punctuation at it, or a pronoun.
WORDS = re.compile(r"[A-Za-z]{2,}[,.;:]? |[ :][A-Za-z]{2,}|^I |^(?:your|our|my)$", re.IGNORECASE)
ALLOWED = {
    "Bearer ",  # of HTTP
    "Input should be ", "Value error, ",  # before what pydantic says
    "Return ",  # begins the docstring of a function, by our own convention
    "any of ", "of ", "not ", "Table: ",  # syntax of questions.md, and of what an explorer says
    "backup ",  # in the name of a file
    "from pathlib", ":id", "; img-src data:",  # of Python, XML and HTTP
    "Points Possible",  # a column of a gradebook
    "the ",  # before the name of a country, as somebody typed it
}  # fmt: skip


def parsed_words(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PARSERS:
            for given in node.args[:1]:
                parts = given.elts if isinstance(given, ast.Tuple) else [given]
                yield from (one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_no_program_takes_a_sentence_apart():
    found = [(name_of(path), text) for path in MODULES for text in parsed_words(path)]
    folder = Path(outsourcing_lessons.__file__).parent
    for path in sorted(folder.rglob("*.js")):
        for text, pattern in IN_JS.findall(path.read_text(encoding="utf-8")):
            found.append((str(path.relative_to(folder)), text or pattern))
    assert len(found) > 100
    assert [one for one in found if WORDS.search(one[1]) and one[1] not in ALLOWED] == []
