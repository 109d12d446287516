"""R6: what a lesson has in it, and that its notebook shows all of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from outsourcing_lessons.authoring.content import Content, Subject
from outsourcing_lessons.authoring.fault import Place, shown_path
from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.lessons.test_variants import answer

ALONE = ("predict", "practice", "when-wrong")
IN_GROUPS = ("recall", "pre-test", "post-test")
SEEDS = range(1, 21)


@rule("R601", "what no cell shows nobody learns")
def the_notebook_shows_all_that_the_lesson_has(subject: Subject) -> Iterator[Broken]:
    lesson = subject.lesson
    shown = {(call.verb, call.name.removeprefix(lesson.slug + ".")) for cell in subject.cells for call in cell.calls}
    for template in lesson.items:
        name, section = template.id.partition(".")[2], template.section
        line = f'lesson.ask("{name}")' if section in ALONE else f'lesson.section("{section}")'
        seen = {("ask", name), ("section", section)} & shown
        if section in (*ALONE, *IN_GROUPS) and not seen:
            yield Broken(subject.of_variant(template), "no cell of the notebook asks it", f"add a cell with {line}")
    explored = {lesson.explorer(name).id for verb, name in shown if verb == "explore"}
    for explorer in lesson.explorers:
        if explorer.id not in explored:
            cure = f'add a cell with lesson.explore("{explorer.id.partition(".")[2]}")'
            yield Broken(subject.of_explorer(explorer), "no cell of the notebook shows it", cure)
    for name, make in lesson.reveals.items():
        if ("reveal", name) not in shown:
            place = subject.of_code(make, f"reveal {name}")
            yield Broken(place, "no cell of the notebook shows it", f'add a cell with lesson.reveal("{name}")')


@rule("R602", "a mistake is unlearned by doing, on more than one day")
def a_full_lesson_asks_enough(subject: Subject) -> Iterator[Broken]:
    if not subject.is_full:
        return
    sections = Counter(template.section for template in subject.lesson.items)
    for section, least in subject.policy.least.items():
        if sections[section] < least:
            found = f"{sections[section]} questions of section {section}; {least} are the least"
            yield Broken(subject.at(), found, "ask more, or take the lesson out of `full` in course.toml")
    for section, most in subject.policy.most.items():
        if sections[section] > most:
            found = f"{sections[section]} questions of section {section}; {most} are allowed"
            yield Broken(subject.at(), found, "move the rest to another section")


@rule("R603", "a bank that runs dry repeats itself", of_course=True)
def the_bank_is_large_enough(content: Content) -> Iterator[Broken]:
    full = [lesson for lesson in content.lessons if lesson.slug in content.policy.full]
    count, least = len({template.id for lesson in full for template in lesson.items}), content.policy.items
    if count < least:
        place = Place(file=shown_path(content.folder))
        yield Broken(place, f"the full lessons have {count} questions; {least} are the least", "write more")


@rule("R604", "else the post-test measures memory for the pre-test", of_course=True)
def nobody_meets_a_question_of_the_pre_test_again(content: Content) -> Iterator[Broken]:
    tests = [[(s, t) for s in content.subjects for t in s.lesson.section(f"{which}-test")] for which in ("pre", "post")]
    before, after = ({one.objective: (s, one) for s, one in test} for test in tests)
    if before.keys() != after.keys() or len(tests[0]) != len(tests[1]):
        place = Place(file=shown_path(content.folder))
        yield Broken(place, "pre-test and post-test do not ask for the same objectives", "ask for each in both")
    pairs = list(zip(*tests, strict=False))
    for (_, first), (subject, second) in pairs:
        for case in cases(SEEDS):
            one, other = first.variant(case), second.variant(case)
            alike = (one.prompt, getattr(one, "options", ())) == (other.prompt, getattr(other, "options", ()))
            if alike or answer(one) == answer(other):
                found = f"its answer is that of {first.id} in the pre-test" if not alike else f"it is {first.id} again"
                yield Broken(subject.of_variant(second, case), found, "draw it from other numbers or situations")
                break
