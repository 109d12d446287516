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
# Texts whose contrast with what lies behind them is under 7:1.
FAINT = """() => {
  const rgba = (text) => text.match(/[\\d.]+/g).map(Number);
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const back = rgba(getComputedStyle(at).backgroundColor);
      if (back.length < 4 || back[3] === 1) return back;
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    const style = getComputedStyle(element);
    const both = [light(rgba(style.webkitTextFillColor || style.color)), light(behind(element))];
    const [a, b] = both.sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const elements = new Set(document.querySelectorAll("input:not([type=range]), select, textarea"));
  while (texts.nextNode()) if (texts.currentNode.data.trim()) elements.add(texts.currentNode.parentElement);
  const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("svg, .ol-unseen");
  const seen = [...elements].filter(visible);
  const faint = seen.filter((element) => contrast(element) < 7);
  const told = (element) => `${contrast(element).toFixed(1)} ${element.outerHTML.slice(0, 120)}`;
  return { count: seen.length, faint: faint.map(told) };
}"""


def faint_texts(page) -> tuple[int, list[str]]:
    """Return how many texts and fields are seen in ``main``, and which of them stand out less than 7:1."""
    page.evaluate(SETTLED)
    found = page.evaluate(FAINT)
    return found["count"], found["faint"]


def assert_no_axe_violations(
    page, selector: str | None = None, tags: Sequence[str] = TAGS, contrast: bool = True
) -> None:
    """Fail with rule, reason and first element of each violation axe-core finds on ``page`` (or under ``selector``).

    Without ``contrast`` its contrast is not looked at, which is two thirds of the work: `faint_texts` takes a hundredth.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    page.evaluate(SETTLED)
    # Violations alone: to describe all that is well takes most of the time, and nobody reads it. Loading styles and media
    # beforehand serves rules that are not asked for here, and takes a quarter of what is left. Of contrast the stricter
    # rule is enough where it is asked for: whatever fails the other fails it too.
    options = {"runOnly": [*tags], "resultTypes": ["violations"], "preload": False, "selectors": False}
    asked = {"color-contrast": "wcag2aaa" not in tags, "color-contrast-enhanced": "wcag2aaa" in tags}
    options["rules"] = {rule: {"enabled": contrast and wanted} for rule, wanted in asked.items()}
    found = page.evaluate(RUN, [selector, options])
    told = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])}x)" for v in found]
    assert not told, "\n".join(told)
