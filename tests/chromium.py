"""One Chromium for all files of tests that come one after another: to start it takes longer than most of them need it.

While Playwright runs, its event loop runs in this thread, and tests that need one of their own fail. So it is ended
before the first that does not ask for a browser.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from functools import wraps

import pytest

from tests.patience import PATIENCE

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",  # nothing is left for a process of its own
    "--no-zygote",  # which serves to start many
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--renderer-process-limit=1",  # a process for each page takes half of the time of a short test
]
# The headless shell first: the same engine without a desktop around it, which needs a quarter less processor time.
NAMES = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "msedge",
)  # fmt: skip
# Nobody looks at the pages, and to paint them takes a sixth of the time where several are open. All has its place
# nevertheless, and can be pressed. To write a document anew takes the sheet off it, so it is laid on again.
UNPAINTED = """{
  const sheet = (globalThis.unpainted = new CSSStyleSheet());
  sheet.replaceSync(":root { opacity: 0 }");
  const adopt = () => document.adoptedStyleSheets.includes(sheet) || document.adoptedStyleSheets.push(sheet);
  new MutationObserver(adopt).observe(document, { childList: true });
  adopt();
}"""
MISSING = "no Chromium here: install one (Debian: apt install chromium) or give its path in CHROMIUM"


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine: ``$CHROMIUM`` or the first known name on the path."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES))), None)


class Shared:
    """A browser from the first test that asks for it until it is ended."""

    def __init__(self):
        self._running = ExitStack()
        self._browser = None

    def browser(self):
        """Return it; where there is none, the test is skipped."""
        if self._browser is None:
            if (path := find_chromium()) is None:
                pytest.skip(MISSING)
            reason = "playwright is not installed: pip install playwright"
            sync_api = pytest.importorskip("playwright.sync_api", reason=reason)
            playwright = self._running.enter_context(sync_api.sync_playwright())
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            self._running.callback(browser.close)
            browser.new_context = ours(browser.new_context)
            browser.new_page = lambda **options: browser.new_context(**options).new_page()
            self._browser = browser
        return self._browser

    def end(self) -> None:
        """End it, if it runs."""
        self._browser = None
        self._running.close()


shared = Shared()


def stays_for(item, following) -> bool:
    """Say whether it runs on behind a test: for the rest of its file, and for whoever else asks for it."""
    asked = getattr(following, "fixturenames", ())  # a notebook's cell has none
    return following is not None and (
        following.path == item.path or "chromium" in asked or following.get_closest_marker("browser") is not None
    )


def ours(new_context):
    """Return a maker of contexts that wait as long as a busy machine takes and paint nothing; no test need remember."""

    @wraps(new_context)
    def made(**options):
        context = new_context(**options)
        context.set_default_timeout(1000 * PATIENCE)
        context.add_init_script(UNPAINTED)
        return context

    return made
