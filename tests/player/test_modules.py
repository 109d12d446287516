"""Modules become one script, or whoever wrote them hears why not."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons import player
from outsourcing_lessons.player.modules import ModuleError, _ordered, fetched, joined, lending, with_models
from outsourcing_lessons.workshop import pages
from outsourcing_lessons.workshop.pages import FOLDER
from tests.javascript import evaluated


@pytest.fixture
def modules(tmp_path):
    """Write modules by name; return the path of the first."""

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return tmp_path / next(iter(texts)).replace("_", ".")

    return write


def test_what_is_imported_comes_first_and_once(modules):
    a = 'import { c } from "./c.js";\nimport { b } from "./b.js";\n\nexport function a() { return b + c; }\n'
    b = 'import { c } from "./c.js";\n\nexport const b = c;\n'
    script = joined(modules(a_js=a, b_js=b, c_js="export const c = 1;\n"))
    assert script.index("const c = 1;") < script.index("const b = c;") < script.index("function a()")
    assert script.count("const c = 1;") == 1 and evaluated(script, "a()", None) == 2


def test_data_and_text_become_constants(modules):
    text = 'import A_JSON from "./a.json";\nimport A_CSS from "./a.css";\n\nexport const used = [A_JSON, A_CSS];\n'
    script = joined(modules(m_js=text, a_json='{"one": ["é"]}', a_css='p { content: "\\n" }\n'))
    assert evaluated(script, "used", None) == [{"one": ["é"]}, 'p { content: "\\n" }\n']


@pytest.mark.parametrize("again", ["function same() {}", "const [one, same] = [1, 2];", "class same {}"])
def test_what_a_module_does_not_export_is_its_own(modules, again):
    a = 'import { other } from "./b.js";\n\nconst same = 2;\n\nexport const both = other + same;\n'
    assert evaluated(joined(modules(a_js=a, b_js=f"{again}\n\nexport const other = 1;\n")), "both", None) == 3


def test_modules_without_exports_do_not_meet(modules):
    a = 'import { log } from "./log.js";\n\nconst one = 1;\nlog.push(one);\n'
    first = modules(a_js=a, log_js="export const log = [];\n")
    second = modules(b_js=a.replace("= 1", "= 2"))
    assert evaluated(joined(first.with_name("log.js"), first, second), "log", None) == [1, 2]


def test_two_modules_may_export_the_same_name(modules):
    entry = modules(
        a_js='import { same } from "./b.js";\n\nexport const found = [same];\n', b_js="export const same = 1;\n"
    )
    other = modules(c_js="export const same = 2;\n")
    assert evaluated(joined(entry, other), "[found, same]", None) == [[1], 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('import { gone } from "./b.js";\n', r"imports gone from b\.js, which exports b"),
        ('import { b } from "./gone.js";\n', "no such file"),
        ('import b from "./b.js";\n', "braces are for modules"),
        ('import WORDS from "./d.json";\n', "under the name of the file, `D_JSON`"),
        ('import { b as c } from "./b.js";\n', r"imports b as c from b\.js"),
        ('import "./b.js";\n', "cannot be joined"),
        ('import * as b from "./b.js";\n', "cannot be joined"),
        ('export { b } from "./b.js";\n', "cannot be joined"),
        ('import { a } from "./c.js";\nexport const c = 1;\n', "import each other"),
    ],
)
def test_what_cannot_be_joined_is_refused(modules, text, words):
    back = 'import { c } from "./a.js";\nexport const a = c;\n'
    with pytest.raises(ModuleError, match=words):
        joined(modules(a_js=text, b_js="export const b = 1;\n", c_js=back, d_json="{}"))


def test_the_printed_style_is_let_through_as_it_is_embedded():
    """The hash in the policy is of the very text that the script puts into the page it prints."""
    [name] = re.findall(r"^const SHEET_CSS = (\$\d+);$", player.widget(), re.MULTILINE)
    [text] = re.findall(rf"^const {re.escape(name)} = (.*);$", player.widget(), re.MULTILINE)
    assert player.hashed(json.loads(text)) == player.printed_style()


def test_lines_of_comment_stay_in_the_module(modules):
    text = '// What it is.\nconst address = "https://x"; // where\n\nfunction a() {\n  // Why.\n  return 1;\n}\n'
    own = 'const address = "https://x"; // where\n\nfunction a() {\n  return 1;\n}\n'
    assert joined(modules(a_js=text)) == f"const $0 = (() => {{\n{own}return {{  }};\n}})();\n"


def test_the_script_of_the_games_has_them_though_nothing_has_read_the_lessons():
    code = (
        "from outsourcing_lessons.workshop.pages import page, version;"
        "print(page(f'/files/{version()}/games.js')[0].decode())"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    assert 'PAGE_MODELS.set("patience"' in printed and "export default GAME_PAGES" in printed


@pytest.mark.parametrize(
    "name", [f"{name}.js" for name in ("participant", "projector", "console", "blocks", "explorers", "games")]
)
def test_each_page_of_a_workshop_is_one_script(name):
    """With the models of the course where they are needed, games in one of its own; no two names in it are the same."""
    script = pages._file.__wrapped__(name)[0].decode()  # made anew: another test may have asked for another course's
    known = {one for one in COURSE.page_models if f'PAGE_MODELS.set("{one}", ' in script}
    games = set(COURSE.game_models)
    explorers = set(COURSE.page_models) - games
    needed = {"projector": explorers | games, "console": explorers, "explorers": explorers, "games": games}
    assert games and known == needed.get(Path(name).stem, set()) and script


def test_models_are_known_before_the_page_starts(modules):
    entry = modules(
        page_js='import { PAGE_MODELS } from "outsourcing-lessons/page_models.js";\n\nstart(PAGE_MODELS);\n'
    )
    model = modules(m_js="export function twice(givens, values) {\n  return { two: 2 * values.one };\n}\n")
    script = with_models(entry, models={"a.b": (model, "twice")})
    assert script.index('PAGE_MODELS.set("a.b", $1.twice);') < script.index("start(PAGE_MODELS)")
    with pytest.raises(ModuleError, match=r"imports gone from m\.js, which exports twice"):
        with_models(entry, models={"a.b": (model, "gone")})


def test_a_script_that_is_fetched_uses_the_modules_that_are_there(modules):
    """A module that was loaded with the page stays one: what it remembers is known to both."""
    shared = "export const log = [];\n"
    first = modules(first_js='import { log } from "./shared.js";\n\nlog.push("first");\n', shared_js=shared)
    own = 'import { one } from "./own.js";\nimport { log } from "./shared.js";\n\nlog.push(one);\n'
    later = modules(later_js=own, own_js="export const one = 1;\n")
    model = modules(m_js='import { log } from "./shared.js";\n\nexport const m = () => log;\n')
    begun, rest = lending(first), fetched(later, first)
    assert rest.startswith('import { $0 } from "./first.js";\n') and "const log = []" not in rest
    together = begun.replace("export {", "const lent = {") + rest.partition("\n")[2]
    assert evaluated(together, "$0.log", None) == ["first", 1]
    assert 'PAGE_MODELS.set("m", $' in fetched(later, first, {"m": (model, "m")})


def test_what_modules_remember_is_in_one_script_of_a_phone():
    """A module that keeps something and stands in two scripts would be two, each knowing half."""
    files = [set(_ordered(FOLDER / f"{name}.js")) for name in ("participant", "blocks", "explorers", "games")]
    phone, *fetched_later = files
    again = Counter(file for later in fetched_later for file in later - phone)
    keeping = re.compile(r"^(?:export )?(?:let\b|const [\w$]+ = (?:new (?:Map|Set|WeakMap)|\{\}|\[\]))", re.MULTILINE)
    assert phone and not [file.name for file, n in again.items() if n > 1 and keeping.search(file.read_text("utf-8"))]
    assert FOLDER.parents[1] / "player" / "page_models.js" in phone


PAGES = sorted(
    path
    for folder in ("player", "render/templates", "workshop/pages", "exports")
    for path in (Path(player.__file__).parents[1] / folder).glob("*.js")
)


def test_each_module_of_ours_meets_no_name_twice():
    assert PAGES and all(map(joined, PAGES))
