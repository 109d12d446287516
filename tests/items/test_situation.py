"""A situation is a question with a pool of mistakes, of which some are shown."""

from __future__ import annotations

import pytest

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.situation import SHOWN, Situation

WRONG = tuple((name, f"Do not, {{who}} {name}.", f"No, {name}: it is {{who}}.") for name in "abcde")
SITUATION = Situation("Who is {who}?", "right", "It is {who}.", "Yes, {who}.", WRONG, hints=("Think of {who}.",))


def asked(seed: int, **more):
    return SITUATION.ask(Draw("t.x", seed), "t.x", "T", who="Bo", **more)


def test_the_words_of_the_trade_are_put_into_every_text():
    item = asked(1)
    texts = [item.prompt, item.praise, *item.hints, *(text for o in item.options for text in (o.text, o.feedback))]
    assert "{who}" not in "".join(texts) and item.prompt == "Who is Bo?" and item.hints == ("Think of Bo.",)


def test_a_word_that_is_not_given_is_an_error_and_not_a_gap():
    with pytest.raises(KeyError, match="who"):
        SITUATION.ask(Draw("t.x", 1), "t.x", "T")


def test_the_commonest_mistake_is_always_shown_beside_the_answer():
    for item in map(asked, range(30)):
        assert item.key == "right" and len(item.options) == SHOWN + 1 and {"right", "a"} <= {o.id for o in item.options}


def test_in_time_each_mistake_is_shown_and_the_answer_stands_everywhere():
    items = [asked(seed) for seed in range(60)]
    assert {option.id for item in items for option in item.options} == {"right", *"abcde"}
    assert {[option.id for option in item.options].index("right") for item in items} == {0, 1, 2, 3}
