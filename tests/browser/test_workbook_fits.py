"""A step of the course's workbook fits a screen of 1366 x 768."""

from __future__ import annotations

import pytest

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import notebook, run
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html

pytestmark = pytest.mark.browser


def whole_workbook() -> bytes:
    """Return the workbook of all lessons, as their notebooks are shipped."""
    chapters = (
        Chapter(s.slug, s.number, s.title, notebook.parts_of(notebook.parse(s.text, s.notebook), s.slug))
        for s in run.sources_of()
    )
    return workbook_html(Book(LearnerProfile(), tuple(chapters)))


OVER = """async (every) => {
  const over = {};
  const steps = [...document.querySelectorAll(".wb-lesson .wb-step")].filter(({ id }, place) => place % every === 0 || id.endsWith("/1/1"));
  for (const step of steps) {
    const entered = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    location.hash = `#${step.id}`;
    await entered;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const below = document.documentElement.scrollHeight - innerHeight;
    if (below > 0) over[step.id] = [step.className, below];
  }
  return { over, count: steps.length };
}"""
# Where there is more to write or to turn than fits; what is only read, or asked in a few words, does.
MAY_SCROLL = ("wb-worksheet", "wb-more", "wb-explorer")


@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.full)])
def test_nineteen_steps_in_twenty_fit_and_no_other_is_longer_than_a_third_of_a_screen(chromium, tmp_path, every):
    path = tmp_path / "workbook.html"
    path.write_bytes(whole_workbook())
    page = chromium.new_page(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page.goto(path.as_uri())
    found = page.evaluate(OVER, every)
    page.close()
    long = {id_: below for id_, (kind, below) in found["over"].items() if below > 768 / 3}
    other = [id_ for id_, (kind, _) in found["over"].items() if not any(one in kind for one in MAY_SCROLL)]
    assert found["count"] > 250 / every and not long
    assert not [id_ for id_ in found["over"] if id_.endswith("/1/1")], "a lesson's opening has its question in view"
    assert len(found["over"]) <= found["count"] / 20 and len(other) <= 0.03 * found["count"], found["over"]
