"""Every state of every block, photographed into build/gallery/: to be looked at by whoever changes a style, not compared."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

import pytest
from gallery import everything, gallery

pytestmark = [pytest.mark.browser, pytest.mark.full]

OUT = Path(__file__).parents[2] / "build" / "gallery"
VIEWS = {"light": ("light", 900), "dark": ("dark", 900), "phone": ("light", 390)}
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{{margin:1rem;font:1rem/1.5 sans-serif;background:#888}}h2{{margin:2rem 0 .5rem}}
div{{display:flex;gap:1rem;align-items:start}}img{{max-width:40%;height:auto}}</style>
<h1>Every block in every state</h1>
{rows}
</html>
"""


# A page of all of them is too tall to be photographed quickly.
ALONE = """(place) => document.querySelectorAll("[data-state]").forEach((one) => {
  one.style.display = one.id === `specimen-${place}` ? "" : "none";
})"""


def named(place: int, one: dict) -> str:
    """Return a name for the pictures of a specimen: where it stands, what it is, in which state."""
    block = one["block"]
    kind = block["item"]["type"] if block["kind"] == "ask" else block["kind"]
    return f"{place:03d}-{kind}-{one['name'].replace(' ', '-')}"


def test_every_state_of_every_block_has_its_picture_in_light_dark_and_on_a_phone(page):
    specimens = everything()
    names = [named(place, one) for place, one in enumerate(specimens)]
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    page.set_content(gallery(specimens))
    page.wait_for_function("window.mounted")
    page.evaluate("unpainted.disabled = true")
    for view, (scheme, width) in VIEWS.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.fonts.ready.then(() => null)")
        for place, name in enumerate(names):
            page.evaluate(ALONE, place)
            page.locator(f"#specimen-{place}").screenshot(path=OUT / f"{name}-{view}.png")
    rows = "\n".join(
        f"<h2>{escape(name)}</h2><div>"
        + "".join(f'<img src="{name}-{view}.png" alt="{escape(name)}, {view}" loading="lazy">' for view in VIEWS)
        + "</div>"
        for name in names
    )
    (OUT / "index.html").write_text(PAGE.format(rows=rows), encoding="utf-8")
    pictures = {path.name for path in OUT.glob("*.png") if path.stat().st_size > 500}
    assert pictures == {f"{name}-{view}.png" for name in names for view in VIEWS}
    states = {(one["block"]["kind"], one["name"]) for one in specimens}
    assert {kind for kind, _ in states} >= {
        "ask",
        "explorer",
        "reveal",
        "research",
        "worksheet",
        "tally",
        "binder",
        "prose",
    }
