"""Accessibility as a test: axe-core run on what is in the page now."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe

from tests import full_run

SCRIPT = Axe().axe_script
TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What is still fading in has less contrast than it will have. One that nobody sees is never said to have finished.
SETTLED = """() => Promise.all(document.getAnimations()
  .map((one) => [one, one.effect.getComputedTiming().endTime])
  .filter(([{ playState }, end]) => playState === "running" && Number.isFinite(end))
  .map(([{ finished }, end]) => Promise.race([finished.catch(() => null), new Promise((done) => setTimeout(done, end + 100))])))
  .then(() => null)"""
# Whether something can be seen is asked of a page as it is painted, which no page of a test is otherwise.
RUN = """([within, options]) => {
  unpainted.disabled = true;
  return axe.run(within ?? document, options).then(({ violations }) => violations).finally(() => (unpainted.disabled = false));
}"""
# Texts and fields under a selector, or in the whole page, that stand out too little from what lies behind them.
# The letters of a line to write on are there for a screen that has no styles.
FAINT = """([within, least]) => {
  unpainted.disabled = true;
  const rgba = (text) => {
    const [r, g, b, a = 1] = text.match(/[\\d.]+(?:e-\\d+)?/g).map(Number);
    return text.startsWith("color(") ? [255 * r, 255 * g, 255 * b, a] : [r, g, b, a];
  };
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const laidOn = (below, [r, g, b, a], opacity) =>
    [r, g, b].map((part, at) => part * a * opacity + below[at] * (1 - a * opacity));
  const grounds = new Map([[null, { ground: [255, 255, 255], opacity: 1 }]]);
  const behind = (element) => {
    if (!grounds.has(element)) {
      const style = getComputedStyle(element), { ground, opacity: above } = behind(element.parentElement);
      const opacity = above * Number(style.opacity);
      grounds.set(element, { ground: laidOn(ground, rgba(style.backgroundColor), opacity), opacity });
    }
    return grounds.get(element);
  };
  const contrast = (element) => {
    const style = getComputedStyle(element), { ground, opacity } = behind(element);
    const letters = laidOn(ground, rgba(style.webkitTextFillColor || style.color), opacity);
    const [a, b] = [light(letters), light(ground)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const elements = new Set();
  for (const root of within ? document.querySelectorAll(within) : [document.body]) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim()) elements.add(texts.currentNode.parentElement);
    for (const field of root.querySelectorAll("input:not([type=range]), select, textarea")) elements.add(field);
  }
  const visible = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest("svg, .ol-unseen, .ol-blank");
  const seen = [...elements].filter(visible);
  const faint = seen.map((element) => [contrast(element), element]).filter(([found]) => found < least);
  unpainted.disabled = false;
  return { count: seen.length, faint: faint.map(([found, { outerHTML }]) => `${found.toFixed(1)} ${outerHTML.slice(0, 120)}`) };
}"""

# Two rules take half of axe's time. Whether there is anything for them to judge: what can be pressed, is small or partly
# covered and has a neighbour in reach; and links among other words, known by their colour alone.
JUDGED = """() => {
  const seen = (all) => [...document.querySelectorAll(all)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const targets = seen("a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])").map((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const [wide, high] = [right - left, bottom - top].map((size) => Math.max(0, (24 - size) / 2));
    return { one, left: left - wide, right: right + wide, top: top - high, bottom: bottom + high };
  });
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const apart = ({ one }, { one: other }) => !one.contains(other) && !other.contains(one);
  const blockOf = (one) => (getComputedStyle(one).display.startsWith("inline") ? blockOf(one.parentElement) : one);
  const amongWords = (link) => {
    const texts = document.createTreeWalker(blockOf(link), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest("a")) return true;
    return false;
  };
  const plain = (link) => getComputedStyle(link).textDecorationLine === "none";
  return {
    "target-size": targets.some((a, i) => targets.slice(i + 1).some((b) => meet(a, b) && apart(a, b))),
    "link-in-text-block": seen("a[href]").some((link) => plain(link) && amongWords(link)),
  };
}"""


def faint_texts(page, selector: str | None = None, least: float = 7) -> tuple[int, list[str]]:
    """Return how many texts and fields are seen (under ``selector``), and which of them stand out less than ``least``:1."""
    page.evaluate(SETTLED)
    found = page.evaluate(FAINT, [selector, least])
    return found["count"], found["faint"]


def assert_no_axe_violations(page, selector: str | None = None, tags: Sequence[str] = TAGS) -> None:
    """Fail with rule, reason and first element of each violation axe-core finds on ``page`` (or under ``selector``).

    Contrast is two thirds of its work, so only the full run has axe look at it. `faint_texts` always does, and takes a
    hundredth of that.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    page.evaluate(SETTLED)
    strict = "wcag2aaa" in tags
    # Violations alone: to describe all that is well takes most of the time, and nobody reads it. Loading styles and media
    # beforehand serves rules that are not asked for here, and takes a quarter of what is left. Of contrast the stricter
    # rule is enough where it is asked for: whatever fails the other fails it too.
    options = {"runOnly": [*tags], "resultTypes": ["violations"], "preload": False, "selectors": False}
    asked = {"color-contrast": not strict, "color-contrast-enhanced": strict}
    options["rules"] = {rule: {"enabled": full_run.is_full() and wanted} for rule, wanted in asked.items()}
    if not full_run.is_full():
        options["rules"] |= {rule: {"enabled": False} for rule, judged in page.evaluate(JUDGED).items() if not judged}
    found = page.evaluate(RUN, [selector, options])
    told = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])}x)" for v in found]
    assert not told, "\n".join(told)
    count, faint = faint_texts(page, selector, 7 if strict else 4.5)
    assert count and not faint, "\n".join(faint)
