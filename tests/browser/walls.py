"""The wall without a server: every step and beat of a plan, as the server would send it, drawn in a real page.

``python -m tests.browser.walls FOLDER`` leaves a picture of each, to look at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.workshop import pages, qr, views
from outsourcing_lessons.workshop.agenda import Agenda, Step, agenda_of
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.live import Live, goals_of, sliders_of
from outsourcing_lessons.workshop.opening import room_profile
from outsourcing_lessons.workshop.paging import last_beat
from outsourcing_lessons.workshop.rules import once, usual_mode
from outsourcing_lessons.workshop.state import State

BODY, LABELS = 24, 18  # pixels: what is read, and what stands at an axis or a slider
SIZES = ((1920, 1080), (1280, 720))
JOIN = {"address": "http://192.168.178.123:8765", "code": "7KQ2MF"}
ORIGIN = "http://wall.test"

# Stands in for the line to the server, so that a test can say what comes over it.
LINE = """
window.WebSocket = class extends EventTarget {
  static OPEN = 1;
  readyState = 1;
  constructor() { super(); window.line = this; setTimeout(() => this.dispatchEvent(new Event("open"))); }
  send(text) {
    const { type } = JSON.parse(text);
    if (type !== "do") setTimeout(() => this.hear(type === "ping" ? { type: "pong", versions: {} } : { type: "hello", now: Date.now() / 1000, role: "projector", epoch: "e" }));
  }
  hear(message) { this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) })); }
  close() {}
};
window.told = (board, set) => line.hear({ type: "patch", board, epoch: "e", version: 1, since: 0, set, gone: [] });
"""

# How far the page and what is in it go beyond what can be seen, and the smallest letters there are.
MEASURED = """() => {
  const main = document.getElementById("main"), page = document.documentElement, seen = main.getBoundingClientRect();
  const over = (one) => Math.max(one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth);
  let beyond = 0, smallest = 1000, where = "";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let text; (text = walker.nextNode()); ) {
    const around = text.parentElement;
    if (!text.data.trim() || !around.checkVisibility({ visibilityProperty: true }) || around.closest(".ol-unseen, option, script, style, [aria-hidden=true] i")) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (!box.width || box.width < 2) continue;
      beyond = Math.max(beyond, box.right - innerWidth, box.bottom - innerHeight, -box.left, -box.top);
      if (main.contains(around)) beyond = Math.max(beyond, box.bottom - seen.bottom, seen.top - box.top);
    }
    const scale = around.ownerSVGElement ? around.getScreenCTM().a : 1;
    const size = scale * parseFloat(getComputedStyle(around).fontSize);
    if (size < smallest) [smallest, where] = [size, `${around.tagName}.${around.getAttribute("class") ?? ""} ${text.data.trim().slice(0, 40)}`];
  }
  return { over: Math.round(Math.max(over(page), over(main), beyond)), smallest: Math.round(10 * smallest) / 10, where, body: parseFloat(getComputedStyle(main).fontSize), headings: main.querySelectorAll("h1").length, columns: main.dataset.columns };
}"""


def plan(lessons: tuple[str, ...] = (), trade: str = "", seed: int = 5) -> Agenda:
    """Return the plan of a room on these lessons, all if none is named."""
    case = chosen().case(room_profile(seed, business=trade))
    wanted = tuple(chosen().lesson(name) for name in lessons) or tuple(chosen().lessons)
    return agenda_of(wanted, case)


def shown(agenda: Agenda, people: int = 24) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the wall is sent at each step and each beat, with a name for it; every question is voted on twice."""
    state, live = State(), Live()
    happen(state, "room", lessons=[], profile={})
    for number in range(1, people + 1):
        happen(state, "join", who=str(number), number=number, name="", learner_id="", token=str(number))
    for step in agenda.steps.values():
        happen(state, "open", step=step.id, round=int(step.asks), mode=usual_mode(step))
        crowd(live, state, agenda, step)
        yield f"{step.number} {step.id}", seen(state, agenda, live)
        if step.asks:
            voted_on(state, agenda, step)
        for beat in range(1, last_beat(agenda, step) + 1):
            if step.asks and beat == 2:
                happen(state, "reveal", step=step.id)
            happen(state, "beat", step=step.id, beat=beat)
            yield f"{step.number} {step.id} beat {beat}", seen(state, agenda, live)


def crowd(live: Live, state: State, agenda: Agenda, step: Step) -> None:
    """Have everybody move an explorer, and the instructor to its last named setting."""
    sliders = sliders_of(step.block)
    for place, who in enumerate(state.people if sliders else ()):
        chance = SeededRandom(f"{step.id}/{who}", 1)
        values = {one.id: one.low + one.step * chance.whole(0, int((one.high - one.low) / one.step)) for one in sliders}
        live.heard(
            state, agenda, who, {"step": step.id, "values": values, "found": min(place % 2, goals_of(step.block))}
        )
    if step.block.kind == "explorer" and sliders:
        live.drive(state, agenda, {"step": step.id, "values": step.block.scenarios[-1].values})


def voted_on(state: State, agenda: Agenda, step: Step) -> None:
    people = list(state.people)
    answer(state, step, people, 1)
    if not once(step):
        happen(state, "open", step=step.id, round=2, mode=usual_mode(step))
        answer(state, step, people[: len(people) // 2], 2)
    happen(state, "lock", step=step.id)
    if agenda.told_later(step.ask.item):  # its own step tells it, and reveals it for good
        happen(state, "reveal", step=step.id)


def answer(state: State, step: Step, people: list[str], round_: int) -> None:
    for place, who in enumerate(people):
        chance = SeededRandom(f"{step.id}/{who}/{round_}", 1)
        response = step.ask.item.simulated(chance, knows=place % 3 == round_ % 2) | {"confidence": 80}
        judged = judge(step.ask.item, response)
        happen(state, "answer", who=who, step=step.id, round=round_, response=response, outcome=judged, counts=True)


def happen(state: State, kind: str, who: str = "", **body: Any) -> None:
    state.apply(Event(kind, 1.0, who, f"{kind}{len(state.texts)}" if kind == "answer" else "", body))


def seen(state: State, agenda: Agenda, live: Live) -> dict[str, Any]:
    return json.loads(json.dumps(views.projector_view(state, agenda, JOIN) | {"live": live.seen(state, agenda)}))


def wall(chromium, width: int, height: int, path: str = "projector#secret"):
    """Return a page that is the wall, or another, and hears what `tell` says to it."""
    page = chromium.new_page(viewport={"width": width, "height": height})
    page.add_init_script(LINE)
    page.route("**/*", lambda route: route.fulfill(**_content(route.request.url)))
    page.goto(f"{ORIGIN}/{path}")
    if path:  # a phone has a line only once it is in
        page.wait_for_function("window.line !== undefined")
    page.evaluate("document.fonts.ready")
    return page


def _content(address: str) -> dict[str, Any]:
    path = address.removeprefix(ORIGIN).partition("#")[0].partition("?")[0]
    if path == "/qr.svg":
        return {"body": qr.svg("x"), "content_type": pages.SVG}
    body, kind = pages.page(path)
    return {"body": body, "content_type": kind}


def tell(page, view: dict[str, Any], board: str = "projector") -> None:
    """Let the wall hear something, and wait until it has drawn it: a typeface may come, a chart is drawn a frame later."""
    page.evaluate("([board, view]) => told(board, view)", [board, view])
    page.evaluate(
        "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )


def measured(page, view: dict[str, Any]) -> dict[str, Any]:
    """Return how far what is shown goes beyond the wall, its smallest letters, and where these are."""
    tell(page, view)
    return page.evaluate(MEASURED)


def measures(page, views: Iterator[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """Return what `measured` says of each of these, with its name."""
    found = [(name, measured(page, view)) for name, view in views]
    assert found
    return found


def misfits(found: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """Return what does not fit the wall, is set too small to be read from the last row, or has not one first heading."""
    return [(name, one) for name, one in found if one["over"] > 0 or _is_hard_to_read(one)]


def _is_hard_to_read(one: dict[str, Any]) -> bool:
    return one["body"] < BODY or one["smallest"] < LABELS or one["headings"] != 1


if __name__ == "__main__":
    import sys
    from pathlib import Path

    from playwright.sync_api import sync_playwright

    from tests.chromium import FLAGS, find_chromium

    folder, options = Path(sys.argv[1]), sys.argv[2:]
    pictures = "--measure" not in options
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for width, height in SIZES:
            page = wall(browser, width, height)
            for name, view in shown(plan(tuple(one for one in options if one[:1].isdigit()))):
                if not any(one in name for one in options if one.startswith("+") for one in [one[1:]]) and any(
                    one.startswith("+") for one in options
                ):
                    continue
                found = measured(page, view)
                print(width, found["over"], found["smallest"], found["body"], name, "|", found["where"], flush=True)
                if pictures:
                    page.screenshot(path=folder / f"{width} {name.replace(':', ' ').replace('/', ' ')}.png")
        browser.close()
