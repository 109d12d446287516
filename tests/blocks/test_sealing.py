"""A search for words in a learner's notebook finds no key; whoever reads it with this package has all of it."""

from __future__ import annotations

import json

from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import MIME, Ask, Prose, parse_block
from outsourcing_lessons.blocks.sealing import seal_keys


def test_a_sealed_question_is_read_as_it_was_and_other_blocks_stay_open():
    case = COURSE.case(COURSE.profile())
    asked = [Ask(id=one.id, section=one.section, item=one.variant(case)) for one in COURSE.lessons[0].items]
    told = Prose(id="a.told", markdown="Some words")
    outputs = [{"data": {MIME: block.model_dump(mode="json")}} for block in (*asked, told)] + [{"name": "stdout"}]
    seal_keys(outputs, MIME)
    assert not {"feedback", "praise", "otherwise"} & set(json.dumps(outputs).split('"'))
    assert [*asked, told] == [parse_block(output["data"][MIME]) for output in outputs[:-1]]
