"""R3: the questions of a lesson: sound for everybody, and worth reading before one answers."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from outsourcing_lessons.authoring.content import Content, Subject
from outsourcing_lessons.authoring.learners import WHOLE, cases, learner
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.authoring.soundness import faults_of_variant, misprints, texts_to_choose
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

OF_OTHERS = ("pre-test", "post-test")  # they serve the objectives of the lessons they come from
CURRENCIES_TRIED, RECALLED = 6, 60


@rule("R301", "a learner who comes back must find the same question")
def the_same_learner_gets_the_same_variant(subject: Subject) -> Iterator[Broken]:
    again = {one.id: one for one in subject.lesson.items}
    for place, case, item in subject.variants:
        if again[item.id].variant(case_of(case.profile)) != item:
            yield Broken(place, "made twice, it differs", "draw with `draw` alone: no set, no random, no clock")


@rule("R302", "who works it out by hand must find their own number")
def no_number_is_rounded_badly(subject: Subject) -> Iterator[Broken]:
    made = {(item.id, case.profile): item for _, case, item in subject.variants}
    # every currency and size of money comes up among them
    found, trades = set(), [case.profile.business for case in subject.cases]
    for case in cases(range(min(CURRENCIES_TRIED, subject.policy.draws)), trades):
        for template in subject.lesson.items:
            item = made.get((template.id, case.profile)) or template.variant(case)
            text = next(misprints(item), None)
            if text is not None and template.id not in found:
                found.add(template.id)
                cure = "write it with case.money(), rounded() or plain()"
                yield Broken(subject.of_variant(template, case), f"it rounds a number otherwise: “{text[:90]}”", cure)


@rule("R303", "a question that serves nothing teaches nothing")
def the_objective_of_an_item_is_one_of_the_lesson(subject: Subject) -> Iterator[Broken]:
    known = [objective.id for objective in subject.lesson.objectives]
    for template in subject.lesson.items:
        if template.section not in OF_OTHERS and template.objective not in known:
            found = f"no objective of the lesson is called {template.objective!r}"
            yield Broken(subject.of_variant(template), found, f"name one of: {', '.join(known)}")


@rule("R304", "asked in the same words one remembers the sentence, not the idea")
def what_is_recalled_is_asked_in_several_ways(subject: Subject) -> Iterator[Broken]:
    guests = [case_of(LearnerProfile(learner_id="ada", seed=seed)) for seed in range(RECALLED)]
    least = subject.policy.recall_ways
    for template in subject.lesson.section("recall"):
        ways = set()
        for item in map(template.variant, guests):
            ways.add((item.prompt, frozenset(texts_to_choose(item))))
            if len(ways) >= least:
                break
        else:
            found = f"it is asked in {len(ways)} way{'s' * (len(ways) != 1)}; {least} are the least"
            yield Broken(subject.of_variant(template), found, "add a situation, or draw other numbers")


@rule("R305", "what a lesson promises it must practise")
def every_objective_is_served(subject: Subject) -> Iterator[Broken]:
    served = {one.objective for one in subject.lesson.items if one.section not in OF_OTHERS}
    for objective in subject.lesson.objectives:
        if objective.id not in served:
            found = f"no question serves the objective {objective.id!r}"
            yield Broken(subject.at(), found, "ask one, or take the objective out of the lesson")


@rule("R306", "answers are kept under the id")
def ids_are_of_the_lesson(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.items:  # a lesson refuses two of one id itself
        if not template.id.startswith(subject.lesson.slug + "."):
            cure = f"give it an id that begins with {subject.lesson.slug}."
            yield Broken(subject.of_variant(template), f"the id {template.id!r} is not of this lesson", cure)


@rule("R307", "a question must be right for every learner that a roster admits")
def every_variant_is_sound(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.items:
        start = zlib.crc32(template.id.encode())
        for number in range(start, start + subject.policy.draws):
            case = learner(number % (5 * WHOLE))
            faults = faults_of_variant(template, case, subject.policy)
            if faults:
                who = {name: getattr(case.profile, name) for name in CHOOSES_VARIANT}
                cure = f"`author stress {template.id}` shows it, made for {who}"
                yield Broken(subject.of_variant(template, case), faults[0], cure)
                break


@rule("R308", "what a guesser gets, nobody needs to read")
def a_guesser_gets_half_of_an_item_at_most(subject: Subject) -> Iterator[Broken]:
    seen, most = set(), subject.policy.guesser_most
    for place, _, item in subject.variants:
        score = item.guesser_score()
        if score is not None and score > most and item.id not in seen:
            seen.add(item.id)
            yield Broken(place, f"a guesser scores {score:.2f}; {most:g} is allowed", "offer more that may be chosen")


@rule("R309", "what a guesser gets, nobody needs to read")
def a_guesser_gets_little_of_a_lesson(subject: Subject) -> Iterator[Broken]:
    scores = [score for _, _, item in subject.variants if (score := item.guesser_score()) is not None]
    most = subject.policy.guesser_mean
    if subject.is_full and scores and sum(scores) / len(scores) > most:
        found = f"a guesser scores {sum(scores) / len(scores):.2f} of the lesson; {most:g} is allowed"
        yield Broken(subject.at(), found, "ask for numbers, or offer more to choose from")


@rule("R310", "a neighbour's sheet, or last year's, must not do", of_course=True)
def two_learners_get_different_variants(content: Content) -> Iterator[Broken]:
    templates = [template for lesson in content.lessons for template in lesson.items]
    first, *_, last = cases([1, 2])
    pairs = [(template, template.variant(first), template.variant(last)) for template in templates]
    for name, share, what in (("wording", 0.9, "look different"), ("variant", 0.8, "are different questions")):
        same = [template for template, one, other in pairs if getattr(one, name) == getattr(other, name)]
        if len(same) >= (1 - share) * len(templates):
            found = f"{len(same)} of {len(templates)} items are the same for two learners; {share:.0%} must {what}"
            place = content.subject(content.lessons[0]).of_variant(same[0])
            yield Broken(place, found, "draw numbers, names or situations in more of them")
