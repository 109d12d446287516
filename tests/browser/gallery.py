"""A page with every block in every state, to look at and to test: ``python tests/browser/gallery.py gallery.html``."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from specimens import (
    CHOICE_SHEET,
    FLOWING,
    GAME,
    ITEMS,
    OTHERS,
    PARTLY,
    PLAYED,
    PREDICTION,
    RIGHT,
    TOLD,
    WRITTEN,
    WRONG,
    ask,
    other,
)

from outsourcing_lessons import player
from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.player import typefaces
from outsourcing_lessons.player.modules import with_models

# What the page does with each specimen: a host that judges here, then some clicks. Others can be laid in their places
# later: to read the player anew takes longer than most tests do with it. What a test has left in the window goes.
SHOW = """
function hostOf(specimen, i, log) {
  const judged = (response, item = specimen.block.item) => ({ response, outcome: explained(item, judge(item, response)) });
  const kept = { attempts: specimen.responses.map((response) => judged(response)), ...specimen.kept };
  const host = {
    submit: async (response) => judged(response).outcome,
    answer: async () => ({ answer: specimen.block.item.answer, praise: specimen.block.item.praise }),
    restore: () => kept,
    keep: (entries) => (log[i].kept.push(entries)),
    attemptsAt: (id) => (specimen.predicted ? [judged(specimen.predicted, specimen.prediction)] : (specimen.told?.[id] ?? [])),
    entriesAt: async (id) => specimen.written?.[id] ?? {},
    saveProfile: async (values) => (log[i].kept.push(values), specimen.reply),
    drawn: () => window.drawnFrom ?? specimen.drawn,
    learner: "Ada <\\/script><b>",
  };
  if (specimen.binds) host.bind = async () => specimen.binds;
  log[i] = { kept: [], host };
  return host;
}
window.removers = [];
function lay(specimens) {
  const log = (window.hosts = {});
  window.SPECIMENS = specimens;
  window.removers = specimens.map((specimen, i) => {
    const place = document.getElementById(`specimen-${i}`);
    const remove = mount(place, specimen.block, hostOf(specimen, i, log));
    const shown = (words) => (one) => !one.hidden && one.textContent.startsWith(words);
    for (const words of specimen.clicks) [...place.querySelectorAll("button")].find(shown(words)).click();
    return remove;
  });
}
lay(JSON.parse(document.getElementById("specimens").textContent));
const lasting = new Set(["axe", "lay", "mounted", "mount", "judge", ...Object.keys(window)]);
window.lay = (specimens, places) => {
  window.removers.splice(0).forEach((remove) => remove());
  Object.keys(window).filter((name) => !lasting.has(name)).forEach((name) => delete window[name]);
  document.getElementById("places").innerHTML = places;
  delete document.body.dataset.jpThemeLight;
  const top = document.querySelector("h1");  // where Tab begins
  top.tabIndex = -1;
  top.focus();
  top.removeAttribute("tabindex");
  scrollTo(0, 0);
  lay(JSON.parse(specimens));
  return new Promise((done) => requestAnimationFrame(() => done()));
};
window.mounted = true;
window.mount = mount;
window.judge = judge;
"""
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gallery</title><style>body{margin:0}%(faces)smain{max-width:46em;margin:0 auto;padding:1rem}%(style)s</style></head>
<body class="ol-page"><main><h1>Gallery</h1><h2>Every block in every state</h2><div id="places">%(places)s</div></main>
<script id="specimens" type="application/json">%(specimens)s</script>
<script type="module">%(script)s</script></body></html>"""


FAULTS = {"hour_value": "“a lot” cannot be used. Allowed is a number from 1 to 100,000,000, in the currency."}


def specimen(block: dict, name: str = "fresh", responses=(), clicks=(), **more) -> dict:
    """Return one thing to show: a block, what was answered before, and the buttons to press."""
    return {"block": block, "name": name, "responses": list(responses), "clicks": list(clicks), "kept": {}, **more}


def states(type_: str) -> list[dict]:
    """Return an item of this type in every state it can be in."""
    block, wrong, right = ask(ITEMS[type_]), WRONG[type_], RIGHT[type_]
    if type_ == "prediction":
        return [
            specimen(block),
            specimen(block, "refused", clicks=["Place my bet"]),
            specimen(block, "committed", [wrong]),
        ]
    first = "Compare" if type_ == "short-text" else "Check"
    shown = [specimen(block), specimen(block, "wrong", [wrong]), specimen(block, "right", [wrong, right])]
    shown += [specimen(block, "hint", clicks=["Hint 1"])] if block["item"]["hints"] else []
    shown += [specimen(block, "refused", clicks=[first])] if type_ != "ordering" else []
    shown += [specimen(block, "partly", [wrong, PARTLY[type_]])] if type_ in PARTLY else []
    return [*shown, specimen(block, "answer shown", [wrong, wrong], ["Show"])]


def tested(type_: str) -> list[dict]:
    """Return an item of this type as the course tests it, before and after."""
    before, after, sure = ask(ITEMS[type_], "pre-test"), ask(ITEMS[type_], "post-test"), {"confidence": 80}
    shown = [
        specimen(before, "test"),
        specimen(before, "test noted", [WRONG[type_] | sure]),
        specimen(after, "test right", [RIGHT[type_] | sure]),
    ]
    shown += [specimen(after, "test wrong", [WRONG[type_] | sure])]
    return shown + ([specimen(after, "test refused", clicks=["Commit"])] if type_ == "number" else [])


def explorers() -> list:
    """Return the explorers of the chosen course that a page runs."""
    return [template for lesson in courses.chosen().lessons for template in lesson.explorers if template.page]


def explorer(template) -> dict:
    """Return an explorer of a guest, as data."""
    course = courses.chosen()
    return template.explorer(course.case(course.profile())).model_dump(mode="json")


def everything() -> list[dict]:
    """Return every block in every state."""
    asked = [one for type_ in ITEMS for one in states(type_)] + [one for type_ in ITEMS for one in tested(type_)]
    tally, binder, some = other(OTHERS["tally"]), other(OTHERS["binder"]), {id_: TOLD[id_] for id_ in list(TOLD)[:11]}
    reveal, truth = other(OTHERS["reveal"]), {"prediction": ask(PREDICTION)["item"]}
    return [
        *asked,
        specimen(other(OTHERS["profile"])),
        specimen(other(OTHERS["profile"]), "refused", clicks=["Save"], reply={"faults": FAULTS}),
        specimen(other(OTHERS["profile"]) | {"saved": True}, "saved"),
        specimen(other(FLOWING), "filled in from another", drawn={"stream.1": "Post", "stream.2": "Photos"})
        | {"kept": {"entries": {"times.1": "24", "job-hours": "3"}}},
        specimen(ask(GAME)),
        specimen(ask(GAME), "played", [PLAYED]),
        specimen(other(OTHERS["explorer"]), "in a file"),
        *(specimen(explorer(template), "live") for template in explorers()),
        specimen(
            explorer(next(one for one in explorers() if one.page.view.prediction)) | {"after": PREDICTION["id"]},
            "predicted",
            predicted=RIGHT["prediction"],
            **truth,
        ),
        specimen(reveal),
        specimen(reveal, "held", predicted=RIGHT["prediction"], **truth),
        specimen(reveal, "missed", predicted=WRONG["prediction"], **truth),
        specimen(other(OTHERS["research"])),
        specimen(other(OTHERS["worksheet"])) | {"kept": {"entries": {"who": "Aino", "job.1": "Ropes & <carabiners>"}}},
        specimen(other(CHOICE_SHEET))
        | {
            "kept": {
                "entries": {
                    f"decision.{i}": one for i, one in enumerate(("eliminate", "automate", "delegate", "keep"), 1)
                }
            }
        },
        specimen(tally),
        specimen(tally, "half told", told=some),
        specimen(tally, "told", told=TOLD),
        specimen(binder, written=WRITTEN),
        specimen(
            binder,
            "in the lab",
            clicks=["Make"],
            binds={"files": ["my-playbook.html", "my-playbook.docx", "my-playbook.ics"]},
        ),
        specimen(other(OTHERS["prose"])),
        specimen(other(OTHERS["guide"])),
    ]


@cache
def script_of(course_id: str) -> str:
    """Return the player with the models of a course; to join it takes longer than to open the page."""
    files = (player.FOLDER / name for name in ("widget.js", "judge.js"))
    script = with_models(*files, models=courses.course(course_id).page_models)
    return script.replace("export default {", "window.player = {")


def places(specimens: list[dict]) -> str:
    """Return the places of these specimens, each as it is without script."""
    return "".join(
        f'<div id="specimen-{i}" data-state="{one["name"]}">{as_html(parse_block(one["block"]))}</div>'
        for i, one in enumerate(specimens)
    )


def gallery(specimens: list[dict], static: bool = False) -> str:
    """Write the page; with ``static`` as it is without script."""
    return PAGE % {
        "faces": typefaces.embedded(),
        "style": player.style(),
        "places": places(specimens),
        "specimens": json.dumps(specimens).replace("<", "\\u003c"),
        "script": "" if static else f"{script_of(courses.chosen().id)}\n{SHOW}",
    }


def lay(page, *specimens: dict) -> None:
    """Open a gallery of these specimens, or lay them into the one that is open already."""
    if not page.locator("#places").count():
        page.set_content(gallery([]))
        page.wait_for_function("window.mounted")
    page.evaluate("(given) => lay(...given)", [json.dumps(specimens), places(specimens)])


def style_laid(page, style: str) -> None:
    """Add a style that goes with what is laid."""
    page.locator("#places").evaluate(
        "(all, style) => all.insertAdjacentHTML('beforeend', style)", f"<style>{style}</style>"
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(gallery(everything(), "--static" in sys.argv), encoding="utf-8")
