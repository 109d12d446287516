"""Accessibility as a test: axe-core run on what is in the page now."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe

OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def assert_no_axe_violations(page, selector: str | None = None) -> None:
    """Fail with rule, reason and first element of each violation axe-core finds on ``page`` (or under ``selector``)."""
    found = Axe().run(page, context=selector, options=OPTIONS).response["violations"]
    told = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])}x)" for v in found]
    assert not told, "\n".join(told)
