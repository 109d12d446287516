"""Accessibility as a test: axe-core run on what is in the page now."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe

SCRIPT = Axe().axe_script
TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What is still fading in has less contrast than it will have. One that nobody sees is never said to have finished.
SETTLED = """() => Promise.all(document.getAnimations()
  .map((one) => [one, one.effect.getComputedTiming().endTime])
  .filter(([{ playState }, end]) => playState === "running" && Number.isFinite(end))
  .map(([{ finished }, end]) => Promise.race([finished.catch(() => null), new Promise((done) => setTimeout(done, end + 100))])))
  .then(() => null)"""
RUN = "([within, options]) => axe.run(within ?? document, options).then(({ violations }) => violations)"


def assert_no_axe_violations(page, selector: str | None = None, tags: Sequence[str] = TAGS) -> None:
    """Fail with rule, reason and first element of each violation axe-core finds on ``page`` (or under ``selector``)."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    page.evaluate(SETTLED)
    # Violations alone: to describe all that is well takes most of the time, and nobody reads it. Loading styles and media
    # beforehand serves rules that are not asked for here, and takes a quarter of what is left. Of contrast the stricter
    # rule is enough where it is asked for: whatever fails the other fails it too.
    options = {"runOnly": [*tags], "resultTypes": ["violations"], "preload": False, "selectors": False}
    options["rules"] = {"color-contrast": {"enabled": "wcag2aaa" not in tags}}
    found = page.evaluate(RUN, [selector, options])
    told = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])}x)" for v in found]
    assert not told, "\n".join(told)
