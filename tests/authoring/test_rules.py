"""A text, a question or a notebook that breaks a rule is found by that rule, with its place and a cure."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest

from outsourcing_lessons.authoring.check import UNREADABLE, faults_of_lesson
from outsourcing_lessons.authoring.content import content_of_course
from outsourcing_lessons.authoring.rule import RULES
from outsourcing_lessons.items.item import Number, Option, SingleChoice
from outsourcing_lessons.lessons.explorer import ExplorerTemplate
from outsourcing_lessons.lessons.lesson import Objective
from outsourcing_lessons.notebook_files import written

PLAIN = content_of_course()
CONTENT = replace(PLAIN, policy=replace(PLAIN.policy, full=(PLAIN.lessons[0].slug,)))
FULL = next(subject for subject in CONTENT.subjects if subject.is_full)

CHOICE = SingleChoice(
    id="a.b", title="T", prompt="Which?", praise="Yes.", key="a",
    options=(Option(id="a", text="One"), Option(id="b", text="Two", feedback="No.")),
)  # fmt: skip
# One idea from one side: which is right, and what is said of the four that are not.
SIDE = """## Which way {{#{slug} practice see-streams}}

### Once
Which?
- [x] {right} {{#right}}
  : Yes.
{wrong}
"""
WRONG = tuple((f"Wrong is {name}", f"No, {name}.") for name in "abcd")


def with_policy(**limits):
    return replace(CONTENT, policy=replace(CONTENT.policy, lessons={}, **limits)).subject(FULL.lesson)


def with_lesson(**parts):
    return CONTENT.subject(replace(FULL.lesson, **parts))


def with_cells(folder, change):
    notebook = copy.deepcopy(FULL.notebook)
    change(notebook["cells"])
    (folder / FULL.lesson.notebook).write_text(written(notebook), encoding="utf-8")
    for other in CONTENT.notebooks.glob("*.ipynb"):
        if not (folder / other.name).exists():
            (folder / other.name).write_text("", encoding="utf-8")
    return replace(CONTENT, notebooks=folder).subject(FULL.lesson)


def with_words(folder, text):
    return with_cells(folder, lambda cells: cells[-1].update(source=text, cell_type="markdown", outputs=[]))


def with_item(**fields):
    first, *others = FULL.lesson.items
    return with_lesson(items=(replace(first, **fields), *others))


def faults(code, at):
    found = RULES[code].faults(at)
    assert all(fault.code == code and fault.cure and fault.reason and str(fault.place) for fault in found)
    return [str(fault) for fault in found]


@pytest.mark.parametrize(
    ("code", "limits", "said"),
    [
        ("R101", {"words_between": 20}, "words are read before this; 20 are allowed"),
        ("R102", {"words_a_minute": 20}, ", questions "),
        ("R104", {"recall_minutes": [7, 8]}, "7 to 8 are allowed"),
        ("R201", {"longest_sentence": 9}, "9 are allowed"),
        ("R202", {"long_sentence": 8}, "1 in 20 may"),
        ("R203", {"usual_sentence": 4}, "every other sentence has"),
        ("R204", {"reading_grade": -9.0}, "the reading level is"),
        ("R304", {"recall_ways": 5000}, "5000 are the least"),
        ("R308", {"guesser_most": 0.01}, "a guesser scores"),
        ("R309", {"guesser_mean": 0.01}, "of the lesson"),
        ("R602", {"least": {"practice": 99}}, "99 are the least"),
        ("R602", {"most": {"practice": 1}}, "1 are allowed"),
        ("R704", {"directions": 9}, "9 are the least"),
    ],
)
def test_a_lesson_over_a_limit_is_found(code, limits, said):
    assert said in faults(code, with_policy(**limits))[0]


def test_a_course_over_a_limit_is_found():
    assert "99999 are the least" in faults("R603", replace(CONTENT, policy=replace(CONTENT.policy, items=99999)))[0]
    assert "quixotry" in faults("R207", replace(CONTENT, words=CONTENT.words | {"quixotry"}))[0]


def test_words_that_break_a_rule_are_found_in_their_cell(tmp_path):
    last = f"cell {len(FULL.cells)}"
    (slip,) = faults("R205", with_words(tmp_path, "A regullar knows you."))
    assert "“regullar”" in slip and last in slip and "words.txt" in slip
    assert faults("R205", with_words(tmp_path, "They don’t, and they don't.")) == []
    (dead,) = faults("R206", with_words(tmp_path, "See [the next](77_nowhere.ipynb)."))
    assert "77_nowhere.ipynb" in dead and last in dead
    (mark,) = faults("R208", with_words(tmp_path, "It isn't so. “It’s not so.”"))
    assert "“It isn't so.”" in mark and last in mark
    (study,) = faults("R702", with_words(tmp_path, "Hearsay (1999) found it too."))
    assert "Hearsay (1999)" in study and last in study


def test_a_notebook_that_breaks_a_rule_is_found(tmp_path):
    title = lambda cells: cells[0].update(source="# Nothing said")  # noqa: E731
    assert "does not say" in faults("R103", with_cells(tmp_path, title))[0]
    doubled = lambda cells: cells[3].update(id=cells[2]["id"])  # noqa: E731
    assert "used twice" in faults("R801", with_cells(tmp_path, doubled))[0]
    shown = next(cell.number for cell in FULL.cells if cell.calls)
    unfold = lambda cells: cells[shown - 1]["metadata"].update(tags=[])  # noqa: E731
    assert f"cell {shown}" in faults("R802", with_cells(tmp_path, unfold))[0]

    asks = next(n for n, cell in enumerate(FULL.notebook["cells"]) if "labels" in cell["metadata"])
    unnamed = lambda cells: cells[asks].update(source="m.wait(1, [2, 3])")  # noqa: E731
    assert "as code and not as a table" in faults("R803", with_cells(tmp_path, unnamed))[0]
    nowhere = lambda cells: cells[asks]["metadata"]["labels"].update(covered="77")  # noqa: E731
    assert "no column is headed '77'" in faults("R803", with_cells(tmp_path, nowhere))[0]

    def without_displays(cells):
        cells[:] = [cell for cell in cells if "lesson.ask" not in "".join(cell["source"])]

    assert "no cell of the notebook asks it" in faults("R601", with_cells(tmp_path, without_displays))[0]
    no_list = lambda cells: cells.remove(next(c for c in cells if "lesson.sources" in "".join(c["source"])))  # noqa: E731
    assert "no cell lists the sources" in faults("R705", with_cells(tmp_path, no_list))[0]


def test_only_a_notebook_that_is_shipped_is_locked_and_run_through(tmp_path):
    """Each fault is in the cell it says, whatever its sentence; `make notebooks` sees to an author's copy."""

    def as_an_author_leaves_it(cells):
        cells[0]["metadata"] = {}
        asks = next(cell for cell in cells if "labels" in cell["metadata"])
        asks.update(outputs=[], execution_count=None)
        cells[3].update(id=cells[2]["id"])

    shipped = with_cells(tmp_path, as_an_author_leaves_it)
    found = [(one.place.cell, one.found) for one in RULES["R801"].faults(shipped)]
    assert found[0] == (4, f"cell id {FULL.notebook['cells'][2]['id']} is missing or used twice")
    assert [cell for cell, said in found if "is protected by {}" in said] == [1]
    assert any("was never run" in said for _, said in found)
    drafted = replace(shipped.content, shipped=False).subject(FULL.lesson)
    assert len(faults("R801", drafted)) == 1 and faults("R803", drafted) == []


def test_an_item_that_breaks_a_rule_is_found():
    assert "'fly'" in faults("R303", with_item(objective="fly"))[0]
    assert "'fly'" in faults("R305", with_lesson(objectives=(*FULL.lesson.objectives, Objective("fly", "Fly."))))[0]
    assert "'hearsay'" in faults("R701", with_item(sources=("hearsay",)))[0]
    unsound = with_item(make=lambda case, draw: SingleChoice(
        id="a.b", title="T", prompt="It takes 1 hours.", praise="It is.", key="a",
        options=(Option(id="a", text="One"), Option(id="b", text="Two", feedback="No."))))  # fmt: skip
    assert "1 hours" in faults("R307", unsound)[0]
    doubled = with_item(make=lambda case, draw: SingleChoice(
        id="a.b", title="T", prompt="How many?", praise="Yes. It is two.", key="a",
        options=(Option(id="a", text="Two"), Option(id="b", text="One", feedback="No."))))  # fmt: skip
    assert "praises with “Yes.”" in faults("R307", doubled)[0]


def test_a_number_that_is_rounded_badly_is_found():
    def make(case, draw):
        return Number(
            id="a.b", title="T", prompt="How much?", praise="It is €1,230.", answer="€1,234", prefix="€", key=1234,
            tolerance=1, low=0, high=9999, decimals=0, otherwise="No.",
        )  # fmt: skip

    assert "€1,230" in faults("R302", with_item(make=make))[0]


def test_an_id_of_another_lesson_is_found():
    assert "'other.one' is not of this lesson" in faults("R306", with_item(id="other.one"))[0]


def test_a_course_that_asks_everybody_the_same_is_found():
    same = with_item(make=lambda case, draw: CHOICE).lesson
    same = replace(same, items=same.items[:1])
    found = faults("R310", replace(CONTENT, lessons=(same,)))
    assert len(found) == 2 and "1 of 1 items are the same for two learners" in found[0]


@pytest.mark.parametrize(
    ("code", "changed", "said"),
    [
        ("R401", {}, "1 situations; "),
        ("R402", {"wrong": tuple((f"Wrong {name}", "The same.") for name in "abcd")}, "have the same answer"),
        ("R402", {"wrong": (*WRONG[1:], ("Wrong a", ""))}, "or one has none"),
        ("R403", {"right": "By far the longest of all that may be chosen"}, "is the longest in 1 of 1"),
        ("R403", {"right": "By"}, "is the shortest in 1 of 1"),
    ],
)
def test_situations_that_break_a_rule_are_found(tmp_path, code, changed, said):
    options = [f"- [ ] {text} {{#w{n}}}\n  : {why}" for n, (text, why) in enumerate(changed.get("wrong", WRONG))]
    folder = tmp_path / FULL.lesson.slug.replace("-", "_")
    folder.mkdir()
    text = SIDE.format(slug="which-way", right=changed.get("right", "Right it is"), wrong="\n".join(options))
    (folder / "questions.md").write_text(text, encoding="utf-8")
    found = faults(code, replace(CONTENT, folder=tmp_path).subject(FULL.lesson))
    assert any("questions.md" in fault and said in fault for fault in found), found


def test_a_post_test_that_asks_what_the_pre_test_asked_is_found():
    before = next(lesson for lesson in CONTENT.lessons if lesson.section("pre-test"))
    asked = [replace(one, section="post-test", id=f"{one.id}-again") for one in before.section("pre-test")]
    again = replace(before, items=(*before.items, *asked))
    # its draw depends on its id, so the same variant comes up for some learners only
    constant = [replace(one, make=lambda case, draw: CHOICE) for one in again.items]
    assert "again" in faults("R604", replace(CONTENT, lessons=(replace(again, items=tuple(constant)),)))[0]
    other = replace(again, items=(*again.items[:-1], replace(asked[-1], objective="fly")))
    assert "the same objectives" in faults("R604", replace(CONTENT, lessons=(other,)))[0]


def test_a_finding_that_is_not_what_its_source_says_is_found():
    first, *others = FULL.lesson.research.findings
    changed = first.model_copy(update={"citation": "Hearsay, in passing."})
    research = FULL.lesson.research.model_copy(update={"findings": (changed, *others)})
    (found,) = faults("R703", with_lesson(research=research))
    assert first.source in found and "not what the source says" in found


def test_a_text_that_some_learner_cannot_read_is_found(tmp_path):
    number = next(cell.number for cell in FULL.cells if "lesson.tell" in cell.source)
    broken = lambda cells: cells[number - 1].update(source='lesson.tell("It takes {1} hours.")')  # noqa: E731
    (told,) = faults("R901", with_cells(tmp_path, broken))
    assert f"cell {number}" in told and "1 hours" in told
    make = FULL.lesson.worksheet
    sheet = lambda case: make(case).model_copy(update={"purpose": "It takes 1 hours."})  # noqa: E731
    (found,) = faults("R902", with_lesson(worksheet=sheet))
    assert "1 hours" in found and "worksheet" in found


def test_an_item_that_cannot_be_made_is_a_fault_and_not_the_end():
    fails = with_item(make=lambda case, draw: 1 / 0)
    assert "this cannot be checked" in faults("R307", fails)[0] and "division by zero" in faults("R301", fails)[0]


def test_what_stops_several_rules_is_one_finding():
    stopped = [fault for fault in faults_of_lesson(with_item(make=lambda case, draw: 1 / 0)) if fault.root]
    assert [fault.root for fault in stopped] == ["division by zero"]


def test_an_explorer_that_breaks_a_rule_is_found():
    template = FULL.lesson.explorers[0]

    def changed(**fields):
        class Changed(ExplorerTemplate):
            def frame(self, case, values, drawn=True):
                return template.frame(case, values, drawn).model_copy(update=fields)

        return with_lesson(explorers=(Changed(**vars(template)),))

    assert "the same words" in faults("R501", changed(alt="A chart."))[0]
    assert "alt does not name" in faults("R502", changed(alt="A chart."))[0]
    assert "without a full stop" in faults("R503", changed(sentence="So it is"))[0]
    assert "1 hours" in faults("R505", changed(sentence="It takes 1 hours."))[0]
    low = lambda case: tuple(s.model_copy(update={"step": 0.777}) for s in template.sliders(case))  # noqa: E731
    assert "in steps of" in faults("R504", with_lesson(explorers=(replace(template, sliders=low),)))[0]


def some_model(givens, values):
    return {}


def test_a_model_that_no_page_can_run_is_found():
    template = FULL.lesson.explorers[0]
    alone = replace(template, page=replace(template.page, model=some_model))
    (found,) = faults("R506", with_lesson(explorers=(alone,)))
    assert "test_rules.js is not there: it exports someModel" in found
    assert faults("R506", with_lesson(explorers=(template,))) == []


def test_a_goal_that_needs_no_finding_is_found():
    template = next(one for one in FULL.lesson.explorers if one.page.view.goal)
    *_, last = template.page.view.goal.chain()
    goal = last.model_copy(update={"when": ""})
    easy = replace(template.page, view=template.page.view.model_copy(update={"goal": goal}))
    assert "from the start" in faults("R507", with_lesson(explorers=(replace(template, page=easy),)))[0]
    assert faults("R507", with_lesson(explorers=(template,))) == []


def test_a_source_that_nothing_draws_on_is_found():
    source = next(iter(CONTENT.sources.values()))
    more = {**CONTENT.sources, "dust-1900": source.model_copy(update={"id": "dust-1900"})}
    assert "dust-1900" in faults("R706", replace(CONTENT, sources=more))[0]


def test_every_code_is_in_the_documentation():
    page = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
    assert [code for code in (*RULES, UNREADABLE) if code not in page] == []


def test_a_number_that_stands_as_in_english_whatever_the_country_is_found(tmp_path):
    make = FULL.lesson.worksheet
    sheet = lambda case: make(case).model_copy(update={"purpose": "It takes 2.5 hours for 1,900 names."})  # noqa: E731
    (found,) = faults("R1001", with_lesson(worksheet=sheet))
    assert "worksheet" in found and "2.5" in found
    (told,) = faults("R1002", with_words(tmp_path, "It takes 2.5 hours, says `rate=0.85`."))
    assert "2.5" in told and "lesson.tell" in told


def test_a_number_of_a_told_passage_is_written_anew_and_right(tmp_path):
    number = next(cell.number for cell in FULL.cells if "lesson.tell" in cell.source)
    told = lambda cells: cells[number - 1].update(source='lesson.tell("It takes 2.5 hours.")')  # noqa: E731
    assert not faults("R1001", with_cells(tmp_path, told)) + faults("R1002", with_cells(tmp_path, told))
