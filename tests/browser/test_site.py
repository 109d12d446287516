"""The documentation as a site: it builds without a complaint, and no page of it asks anybody else for anything."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe import assert_no_axe_violations, faint_texts

ROOT = Path(__file__).parents[2]
ELSEWHERE = re.compile(r"(https?:)?//", re.IGNORECASE)
# Elements that fetch something, and the attribute that says what. A link in a text fetches nothing.
FETCHES = {
    "script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "object": "data", "embed": "src", "input": "src", "image": "href", "use": "href",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return folder


class Fetched(HTMLParser):
    """Everything a page would fetch by itself."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in FETCHES and values.get(FETCHES[tag]):
            self.found.append(values[FETCHES[tag]])
        self.found += re.findall(r"url\(([^)]*)\)", values.get("style") or "")
        self.found += [values["srcset"]] if values.get("srcset") else []


def outside(links) -> list[str]:
    return [link for link in links if ELSEWHERE.match(link.strip("\"' "))]


def test_every_page_is_on_the_menu_and_built(site):
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert pages <= {path.stem for path in site.glob("*.html")}
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert [page for page in sorted(pages) if f" {page}.md" not in menu] == []


def test_no_page_fetches_anything_from_elsewhere(site):
    found = {path.name: Fetched(path.read_text("utf-8")).found for path in site.rglob("*.html")}
    assert all(found.values()) and {name: away for name, links in found.items() if (away := outside(links))} == {}


def test_no_style_fetches_anything_from_elsewhere(site):
    styles = {path: path.read_text("utf-8") for path in site.rglob("*.css")}
    links = re.compile(r"@import\s+[\"']([^\"']+)|url\(([^)]*)\)")
    found = {path.name: outside(a or b for a, b in links.findall(text)) for path, text in styles.items()}
    assert styles and {name: away for name, away in found.items() if away} == {}


def test_what_a_page_fetches_is_in_the_site(site):
    for path in site.rglob("*.html"):
        links = [link.partition("?")[0].partition("#")[0] for link in Fetched(path.read_text("utf-8")).found]
        missing = [
            link for link in links if link and not link.startswith("data:") and not (path.parent / link).exists()
        ]
        assert path.name == "404.html" or missing == [], path.name


@pytest.mark.browser
@pytest.mark.parametrize(
    "name",
    [
        "handing-out",
        *(pytest.param(name, marks=pytest.mark.full) for name in ("how-it-is-built", "workshop-plans", "glossary")),
    ],
)
def test_a_page_asks_nobody_for_anything_and_has_no_barrier(tab, site, subtests, name, full):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto((site / f"{name}.html").as_uri())
    for scheme in ("light", "dark"):
        with subtests.test(scheme):
            tab.emulate_media(color_scheme=scheme)
            assert not faint_texts(tab, least=4.5)[1]
            if full or scheme == "dark":
                assert_no_axe_violations(tab, tags=["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    assert {"file"} == {url.partition(":")[0] for url in asked}


def test_the_search_is_in_the_site(site):
    assert "break" in (site / "search/search_index.json").read_text("utf-8")


def test_the_check_would_find_a_foreign_font():
    page = '<link href="https://fonts.example/x.css"><img src=//cdn.example/x.png><script src="local.js"></script>'
    assert len(outside(Fetched(page).found)) == 2
