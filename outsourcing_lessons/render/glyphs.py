"""Which characters of a batch no font has, found before the work: those of names, and those of all else in a PDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from outsourcing_lessons.render import pool, worker
from outsourcing_lessons.render.batch_setup import BatchSetup
from outsourcing_lessons.render.cohort import Cohort
from outsourcing_lessons.render.plan import Own
from outsourcing_lessons.typesetting.characters import strange_words
from outsourcing_lessons.typesetting.fonts import LATIN
from outsourcing_lessons.typesetting.printing import replaceable

LETTERS = "the letter"


@dataclass(frozen=True)
class Missing:
    """The characters that no font has: of names by learner id, of other texts by where they stand."""

    names: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def told(self, cohort: Cohort) -> Cohort:
        """Return the cohort with each learner's stand-ins: of the letter, those in their own."""
        if not self.texts:
            return cohort
        for_all = {char for place, chars in self.texts.items() if place != LETTERS for char in chars}
        of_some = set(self.texts.get(LETTERS, ""))

        def with_stand_ins(own: Own) -> Own:
            return replace(own, stand_ins="".join(sorted(for_all | of_some.intersection(own.letter))))

        return replace(cohort, own={learner_id: with_stand_ins(own) for learner_id, own in cohort.own.items()})


NOTHING = Missing()


def missing_in(cohort: Cohort, setup: BatchSetup) -> Missing:
    """Return what no font has of a cohort's PDFs; where all is Latin no worker is started to ask."""
    if "pdf" not in cohort.formats:
        return NOTHING
    strange = [learner for learner in cohort.learners if not LATIN.issuperset(learner.learner)]
    texts = dict(_texts(cohort, setup))
    words = strange_words(text for each in texts.values() for text in each)
    asked = [*(learner.learner for learner in strange), *filter(None, [words])]
    if not asked:
        return NOTHING
    [(_, found)] = pool.run([asked], worker.missing_glyphs, worker.prepare, setup, 1)
    if isinstance(found, pool.Died):
        return NOTHING  # then the PDFs themselves will tell, one by one
    missing = replaceable(found.get(len(strange), ""))
    names = {one.learner_id: found[place] for place, one in enumerate(strange) if place in found}
    there = {place: "".join(c for c in missing if any(c in text for text in each)) for place, each in texts.items()}
    return Missing(names, {place: characters for place, characters in there.items() if characters})


def _texts(cohort: Cohort, setup: BatchSetup) -> Iterator[tuple[str, list[str]]]:
    """Yield what is printed besides names, and where it stands."""
    yield "the brand", list(setup.look.brand.fields.values())
    yield LETTERS, list({own.letter for own in cohort.own.values()})
    for source in setup.sources:
        cells = json.loads(source.text)["cells"]
        yield f"lesson {source.number}", ["".join(cell["source"]) for cell in cells]
