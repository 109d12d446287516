"""Pictures of an hour's class on wall, console and phone: ``python tests/browser/film_strip_of_a_class.py docs/images``.

A room of made-up learners is taken through the course's plan by one key, and each kind of moment is kept once: nothing
is named but kinds. Prints how many presses it took.
"""

from __future__ import annotations

import base64
import re
import secrets
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from outsourcing_lessons.blocks.block import Explorer
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.live import goals_of, sliders_of
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.rules import tested
from outsourcing_lessons.workshop.simulated_learners import KINDS, answered
from tests.chromium import FLAGS, find_chromium
from tests.patience import PATIENCE, wait_until
from tests.workshop.running import Server, answer, served

MINUTES, ROOM = 60, 24
OPTIONS = ("--minutes", str(MINUTES), "--seed", "5", "--address", "http://192.168.1.20:8765")
SIZES = {"wall": (1280, 720), "console": (1366, 768), "phone": (390, 844)}
HEIGHT, HALF, QUALITY = 262, 9, 0.62  # of a picture in the strip; moments in one file; of the file
BEATS = ("", "votes", "answer", "why")
STRIP = """<!doctype html><style>
body { margin: 0; padding: 12px; background: #e9e4d8; display: inline-grid; gap: 10px; font: 600 15px sans-serif; color: #1a1c20; }
figure { margin: 0; } img { height: %(height)dpx; margin-right: 10px; border: 1px solid #7c735f; vertical-align: top; }
figcaption { margin-bottom: 3px; }
</style>%(figures)s"""
WEBP = """async ([png, quality]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""


class Class:
    """A class that is run by one key while its learners answer.

    Parameters
    ----------
    server : Server
        The workshop.
    browser : Browser
        Where its pages are.
    """

    def __init__(self, server: Server, browser: Browser):
        self.server = server
        self.agenda = agenda_of_room(read_events(server.folder / "w.sqlite")[0].body)
        where = {
            "wall": f"projector#{server.secrets['projector']}", "console": f"console#{server.secrets['instructor']}",
            "phone": f"#{server.code}",
        }  # fmt: skip
        self.pages: dict[str, Page] = {}
        for name, (width, height) in SIZES.items():
            context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
            page = self.pages[name] = context.new_page()
            page.set_default_timeout(1000 * PATIENCE)
            page.goto(f"{server.base}/{where[name]}")
        self.learners = [server.join(place=f"Table {1 + number % 6}") for number in range(ROOM)]
        self.presses, self.questions, self.done = 0, 0, set()

    def cue(self) -> list[str]:
        """Return where the room is: step, status, round, beat, and what else a press would do."""
        told = self.server.post("/api/poll", {"wait": 0}, self.server.secrets["projector"]).json()["messages"]
        return next(one["set"]["room"]["cue"] for one in told if one["type"] == "patch").split("/")

    def join(self) -> None:
        """Take the phone's seat."""
        self.pages["phone"].get_by_label("Table or seat").fill("Table 2")
        self.pages["phone"].get_by_role("button", name="Join").click()
        self.pages["phone"].get_by_text("You are No.").wait_for()

    def press(self) -> bool:
        """Press the key; return whether there was anything left to do."""
        before, console = self.cue(), self.pages["console"]
        if not console.get_by_role("button", name="Next:").or_(console.get_by_role("button", name="Begin")).count():
            return False
        console.wait_for_timeout(450)
        console.locator("body").press("PageDown")
        wait_until(lambda: self.cue() != before)
        self.presses += 1
        return True

    def answers(self) -> None:
        """Let everybody answer what is open, the phone with its thumb where that is one tap."""
        name, status, round_, *_ = self.cue()
        step = self.agenda.steps.get(name)
        if status != "open" or step is None or not step.asks or (name, round_) in self.done:
            return
        self.done.add((name, round_))
        self.questions += round_ == "1"
        for number, token in enumerate(self.learners):
            kind, chance = KINDS[number % len(KINDS)], SeededRandom(name, number)
            response = answered(
                step.ask.item, kind, chance, tested(step), min(1.0, kind.knows + 0.4 * (int(round_) - 1))
            )
            self.server.send(token, answer(step.id, response, int(round_)))
        if step.ask.item.type == "single-choice":
            self.thumb(len(self.done) % 3)

    def move(self) -> None:
        """Let everybody move the explorer that is on."""
        step = self.agenda.steps.get(self.cue()[0])
        if step is None or not isinstance(step.block, Explorer) or not sliders_of(step.block):
            return
        for number, token in enumerate(self.learners):
            chance, goals = SeededRandom(step.id, number), goals_of(step.block)
            values = {
                one.id: one.low + one.step * chance.below(round((one.high - one.low) / one.step) + 1)
                for one in sliders_of(step.block)
            }
            where = {"step": step.id, "values": values, "found": chance.below(goals + 1)}
            self.server.post("/api/at", where, token)

    def thumb(self, option: int) -> None:
        """Let the phone's owner choose an option, and send it."""
        phone = self.pages["phone"]
        phone.wait_for_timeout(1000)
        phone.locator("main .ol-option:visible").nth(option).click()
        phone.get_by_role("button", name=re.compile("^(Send|Check|Place)")).last.click()

    def taken(self) -> dict[str, bytes]:
        """Return a picture of each surface once all stand at what is on."""
        for page in self.pages.values():
            page.wait_for_timeout(700)
            page.evaluate("document.fonts.ready")
        return {name: page.screenshot() for name, page in self.pages.items()}

    def moment(self) -> str:
        """Return what kind of moment it is."""
        name, status, round_, beat, *_ = self.cue()
        step = self.agenda.steps[name]
        if not step.asks:
            told = ", why" if beat != "0" and step.block.kind == "reveal" else ""
            return f"{'Passage' if step.block.kind == 'prose' else step.block.kind.capitalize()}{told}"
        what = "A bet" if step.ask.item.COMMITTED else "A question"
        vote = ", second vote" if round_ != "1" else ""
        return f"{what}{vote}: {'open' if status == 'open' else BEATS[int(beat)] or status}"


def played(server: Server, browser: Browser) -> dict[str, dict[str, bytes]]:
    """Run the class; return what each kind of moment looked like."""
    room = Class(server, browser)
    found = {"The room comes in": room.taken()}
    room.join()
    again = False
    while room.press():
        room.answers()
        room.move()
        name = room.moment()
        if name not in found and not name.endswith("second vote: why"):
            found[name] = room.taken()
        if (
            name == "A question: votes"
            and not again
            and room.agenda.steps[room.cue()[0]].ask.item.type == "single-choice"
        ):
            again = True
            room.pages["console"].get_by_role("button", name="Vote again").click()
            wait_until(lambda: room.cue()[2] == "2")
            found["A question, second vote: open"] = room.taken()
            room.answers()
    help_ = {"id": secrets.token_hex(8), "kind": "sign", "sign": "help"}
    server.send(room.learners[3], help_)
    found["Somebody needs help"] = room.taken()
    server.do("end")
    found["The end"] = room.taken()
    print(
        f"{room.presses} presses for {len(room.agenda.steps)} steps and {room.questions} questions; {len(found)} moments"
    )
    return found


def strips(browser: Browser, found: dict[str, dict[str, bytes]]) -> list[bytes]:
    """Return all moments in pictures of a few each."""
    page, made = browser.new_page(), []
    for first in range(0, len(found), HALF):
        figures = "".join(
            f"<figure><figcaption>{words}</figcaption>"
            + "".join(f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in taken.values())
            + "</figure>"
            for words, taken in list(found.items())[first : first + HALF]
        )
        page.set_content(STRIP % {"height": HEIGHT, "figures": figures})
        png = base64.b64encode(page.locator("body").screenshot()).decode()
        made.append(base64.b64decode(page.evaluate(WEBP, [png, QUALITY])))
    page.close()
    return made


def main(folder: Path) -> None:
    """Write the strips."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        with served(Path(temporary), *OPTIONS) as server:
            found = played(server, browser)
        for number, strip in enumerate(strips(browser, found), 1):
            (folder / f"class-{number}.webp").write_bytes(strip)
            print(f"class-{number}.webp: {len(strip) / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
