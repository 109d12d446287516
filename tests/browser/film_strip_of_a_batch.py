"""Pictures of what a department gets and sends: ``python tests/browser/film_strip_of_a_batch.py docs/images``."""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

from film_strip_of_a_class import QUALITY, STRIP, WEBP
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, find_chromium

HEIGHT, LAPTOP = 380, {"width": 1366, "height": 768}
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<circle cx="24" cy="32" r="20" fill="#1d5c63"/><circle cx="42" cy="32" r="20" fill="#b5482f" fill-opacity=".8"/></svg>"""
BRAND = """organisation = "Two Circles Training"
trainer = "The purchasing desk"
date = "Spring term"
logo = "logo.svg"
letter = '''
Dear {learner},

This is your copy of the course. Its examples come from your trade, {business}, and count in {currency}; an hour of
yours is worth {hour_value} in them.

Please bring lesson 01 with you, answered.
'''
"""
PAGES = {"Cover": 1, "Letter": 2, "A lesson begins": 4, "A worksheet": 5, "Further on": 8}


def batch(folder: Path) -> Path:
    """Render the sample roster under a brand of its own; return where it is."""
    (folder / "logo.svg").write_text(LOGO)
    (folder / "brand.toml").write_text(BRAND)
    ours = [sys.executable, "-m", "outsourcing_lessons"]
    subprocess.run([*ours, "sample-roster", "--out", folder / "roster.csv"], check=True)
    options = ["--out", folder / "cohort", "--brand", folder / "brand.toml", "--lessons", "01", "--format", "html,pdf"]
    subprocess.run([*ours, "render", folder / "roster.csv", *options], check=True)
    return folder / "cohort"


def printed(pdf: Path, number: int) -> bytes:
    """Return a page of a PDF as a picture."""
    options = ["-png", "-r", "72", "-f", str(number), "-l", str(number)]
    return subprocess.run(["pdftoppm", *options, pdf], check=True, capture_output=True).stdout


def on_screen(browser: Browser, path: Path) -> bytes:
    """Return the top of a page on a laptop."""
    page = browser.new_page(viewport=LAPTOP)
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")
    taken = page.screenshot()
    page.close()
    return taken


def main(folder: Path) -> None:
    """Write the strip."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        made = batch(Path(temporary))
        book = made / "workbooks/ada"
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        taken = {words: printed(book / "workbook.pdf", number) for words, number in PAGES.items()}
        taken["Key"] = printed(made / "keys" / book.name / "key.pdf", 1)
        taken["The page"] = on_screen(browser, book / "workbook.html")
        taken["The index"] = on_screen(browser, made / "index.html")
        figures = "".join(
            f"<figure><figcaption>{words}</figcaption>"
            f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}"></figure>'
            for words, one in taken.items()
        )
        page = browser.new_page(viewport={"width": 1740, "height": 400})
        style = "<style>body { display: flex; flex-wrap: wrap; }</style>"
        page.set_content(STRIP % {"height": HEIGHT, "figures": style + figures})
        png = base64.b64encode(page.locator("body").screenshot()).decode()
        (folder / "batch.webp").write_bytes(base64.b64decode(page.evaluate(WEBP, [png, QUALITY])))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
