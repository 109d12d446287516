"""Each type of question, answered by keyboard alone in a lesson that runs."""

from __future__ import annotations

from lab_server import RUNNING


def block_of(page, title):
    """Return the live block with a title."""
    return page.locator(RUNNING).filter(has=page.locator(".ol-title").get_by_text(title, exact=True))


def answer_single(page, block, item):
    block.locator("input").first.focus()
    place = [option.id for option in item.options].index(item.key)
    for key in ["ArrowDown"] * place or ["Space"]:
        page.keyboard.press(key)
    page.keyboard.press("Enter")


def answer_multiple(page, block, item):
    block.locator("input").first.focus()
    for option in item.options:
        if option.id in item.key:
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def answer_number(page, block, item):
    block.locator("input").first.focus()
    page.keyboard.type(f"{item.key:.{item.decimals}f}")
    page.keyboard.press("Enter")


def answer_ordering(page, block, item):
    for place, option in enumerate(item.key):
        block.locator(f"li[data-id='{option}'] .ol-move").first.focus()
        order = block.locator("li[data-id]").evaluate_all("rows => rows.map(row => row.dataset.id)")
        for _ in range(order.index(option) - place):
            page.keyboard.press("Enter")
    block.locator("button[type=submit]").focus()
    page.keyboard.press("Enter")


def answer_allocation(page, block, item):
    block.locator("input").first.focus()
    for part in item.parts:
        page.keyboard.type(f"{item.key[part.id]:g}")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def answer_prediction(page, block, item):
    block.locator("input").first.focus()
    for number in (item.key, item.low, item.high):
        page.keyboard.type(f"{number:.{item.decimals}f}")
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def answer_short_text(page, block, item):
    block.locator("textarea").fill("")
    page.keyboard.insert_text("word " * item.least_words)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in item.checklist:
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


ANSWERS = {
    "single-choice": answer_single,
    "multiple-choice": answer_multiple,
    "number": answer_number,
    "ordering": answer_ordering,
    "allocation": answer_allocation,
    "prediction": answer_prediction,
    "short-text": answer_short_text,
}


def answer(page, kind, item):
    """Answer a question as it should be, and wait until that is judged."""
    block = block_of(page, item.title)
    ANSWERS[kind](page, block, item)
    block.locator(".ol-feedback:not(.ol-refused)").wait_for()
