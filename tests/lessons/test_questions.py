"""Questions in Markdown: each type, what is drawn, and what is refused."""

from __future__ import annotations

import pytest

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.questions import of_file, own_question, with_ids

CASE = case_of(LearnerProfile(seed=3))
CHOICE = "## Ten minutes\nWhich of {n} at {firm}?\n= n: 80 | 90\n"
CHOICE += "- [x] Dear ones\n  : Yes.\n- [ ] The first\n  : No.\n? A hint\n"
SIDES = "## Sides {#sides recall aim 1min @stanton-2016}\n? Shared\n" + "".join(
    f"### {n}\nAsked {n}\n- [x] Right {{#r}}\n  : Yes.\n"
    + "".join(f"- [ ] Wrong {k} {{#w{k}}}\n  : Why {k}.\n" for k in "abcd")
    for n in (1, 2, 3)
)


def test_a_single_choice_takes_ids_from_its_text_in_a_notebook():
    item = own_question(CHOICE, CASE, "cell 4")
    assert (item.type, item.id, item.key, item.praise) == ("single-choice", "own.ten-minutes", "dear-ones", "Yes.")
    assert item.prompt in ("Which of 80 at a hospital?", "Which of 90 at a hospital?")
    assert {o.id: o.feedback for o in item.options} == {"dear-ones": "", "the-first": "No."}
    assert item.hints == ("A hint",)


def test_a_multiple_choice_shows_as_many_as_it_says():
    options = "".join(f"- [{'x' if k in 'abc' else ' '}] {k}\n  : said of {k}\n" for k in "abcdef")
    item = own_question(f"## Some\nWhich?\n= 2 right, 1 wrong\n{options}: Well done.", CASE, "cell 4")
    assert (item.type, len(item.key), len(item.options), item.praise) == ("multiple-choice", 2, 3, "Well done.")
    assert set(item.key) < set("abc")


def test_an_order_is_the_one_of_its_numbers():
    lines = "2. two\n  : x\n1. one\n  : x\n3. three\n  : x\n"
    item = own_question(f"## Order\nPut them.\nfirst: low\nlast: high\n: Good.\n{lines}", CASE, "cell 4")
    assert (item.key, item.first, item.last) == (("one", "two", "three"), "low", "high")


def test_a_number_has_traps_and_a_checklist_has_no_boxes():
    number = own_question(
        "## N\nHow many?\nkey: 4\ntolerance: 0.5\nunit: hours\notherwise: No.\n: Yes.\n! 8 ± 1: Twice", CASE, "c"
    )
    assert (number.key, number.tolerance, number.unit) == (4, 0.5, "hours")
    assert [(trap.value, trap.tolerance, trap.feedback) for trap in number.traps] == [(8, 1, "Twice")]
    text = own_question("## T\nWrite.\nwords: 9\n: Yes.\n- a\n  : x\n- b\n  : y", CASE, "c")
    assert (text.type, text.least_words, [check.text for check in text.checklist]) == ("short-text", 9, ["a", "b"])


def test_a_table_is_an_exhibit():
    item = own_question(CHOICE.replace("= n", "Table: Prices\n| a | b |\n|---|---|\n| 1 | {firm} |\n= n"), CASE, "c")
    assert item.exhibit.caption == "Prices" and item.exhibit.rows == (("1", "a hospital"),)


def test_of_a_side_the_first_mistake_is_always_shown_and_two_others(tmp_path):
    path = tmp_path / "questions.md"
    path.write_text("# Not read\n\n" + SIDES, "utf-8")
    template = of_file(path, "lesson")["sides"]
    assert (template.id, template.section, template.objective) == ("lesson.sides", "recall", "aim")
    assert (template.minutes, template.sources) == (1, ("stanton-2016",))
    items = [template.variant(case_of(LearnerProfile(seed=seed))) for seed in range(40)]
    assert {item.prompt for item in items} == {"Asked 1", "Asked 2", "Asked 3"}
    shown = [{option.id for option in item.options} for item in items]
    assert all(len(ids) == 4 and {"r", "wa"} <= ids for ids in shown)
    assert set().union(*shown) == {"r", "wa", "wb", "wc", "wd"}
    assert all(item.hints == ("Shared",) for item in items)


def test_what_a_lesson_adds_is_put_in(tmp_path):
    path = tmp_path / "questions.md"
    path.write_text(
        SIDES.replace("Asked 1", "{work}").replace("Asked 2", "{work}").replace("Asked 3", "{work}"), "utf-8"
    )
    template = of_file(path, "lesson", lambda case: {"work": "the mail of a " + case.profile.business})["sides"]
    assert template.variant(CASE).prompt == "the mail of a hospital"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  : No.\n", "", "cell 4:6: the wrong option “The first” does not say why it is wrong; add a line “  : …”"),
        ("  : Yes.\n", "", "cell 4:4: the right option “Dear ones” does not say why it is right"),
        ("[x]", "[ ]", "cell 4:1: no option of “Ten minutes” is marked as right; put an x"),
        ("[ ]", "[x]", "cell 4:1: every option of “Ten minutes” is marked as right"),
        ("[ ]", "[y]", "cell 4:6: an option begins with “- [x]” if it is right or “- [ ]”, not “- [y]”"),
        ("- [ ]", "2.", "mixes options, places and lines to tick"),
        ("{firm}", "{frim}", "cell 4:2: no field 'frim' in {frim}; did you mean 'firm'?"),
        ("= n: ", "= n ", "cell 4:3: what is drawn is written"),
        ("The first", "Dear ones", "cell 4:6: two equal options, “Dear ones”; drop one"),
        ("? A hint", "A hint", "cell 4:8: text after the options"),
        ("? A hint", "! 8", "cell 4:8: a wrong number is written"),
        ("= n", "  lost\n= n", "cell 4:3: an indented line belongs to an option"),
        ("## Ten minutes", "Ten minutes", "cell 4: no questions where one is asked"),
        ("? A hint", "## Another\nWhat?", "cell 4: 2 questions where one is asked"),
        ("= n: 80 | 90", "= n, m: 80, 2 | 90", "cell 4:3: 1 values for 2 names"),
        ("= n: 80 | 90", "= n, m: any of 80", "cell 4:3: 1 values for 2 names"),
        ("= n: 80 | 90", "= n: of firms", "cell 4:3: no list 'firms' to draw from; there are: extras"),
        ("= n: 80 | 90", "= n: 80\n= 2 wrong", "cell 4:4: “2 wrong” of 1 there are; write “= 3 right, 2 wrong”"),
        ("The first\n", "The first {#dear-ones}\n", "cell 4:6: the id 'dear-ones' is taken by an option above"),
        ("## Ten minutes", "## {#id}", "cell 4:1: a question needs a title"),
    ],
)
def test_a_fault_is_refused_by_line_with_its_cure(old, new, said):
    with pytest.raises(ContentError) as refused:
        own_question(CHOICE.replace(old, new), CASE, "cell 4")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{#sides ", "{", "needs one id"),
        (" recall", "", "needs one section after its id: predict, practice"),
        (" aim", "", "needs one objective"),
        (" {#wa}", "", "questions.md:7: “Wrong a” has no id; end it with {#wrong-a}"),
    ],
)
def test_a_bank_needs_ids_sections_and_objectives(old, new, said, tmp_path):
    path = tmp_path / "questions.md"
    path.write_text(SIDES.replace(old, new), "utf-8")
    with pytest.raises(ContentError) as refused:
        of_file(path, "lesson")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "## O\nPut.\nfirst: a\n: Good.\n1. b\n  : x\n2. c\n  : x\n3. d\n  : x",
            "c:1: “O”: no “last”; add a line “last: …”",
        ),
        ("## T\nWrite.\nwords: many\n- a\n  : x\n- b\n  : y", "c:3: “many” is not a number; write 12 or 0.5"),
        ("## T\nWrite.\nwords: -1\n: Good.\n- a\n  : x\n- b\n  : y", "c:1: “T”: “words”: Input should be greater"),
        ("## T\nWrite.\n- a\n  : x\n- b\n  : y", "c:1: “T”: there is no feedback for a right answer; add a line “: …”"),
        ("## N\nHow many?\nkey: four", "c:3: “four” is not a number"),
    ],
)
def test_a_setting_is_refused_by_the_name_it_is_written_under(text, said):
    with pytest.raises(ContentError) as refused:
        own_question(text, CASE, "c")
    assert said in str(refused.value)


def test_a_fault_of_a_bank_names_its_folder(tmp_path):
    path = tmp_path / "first_job" / "questions.md"
    path.parent.mkdir()
    path.write_text("## No id", "utf-8")
    with pytest.raises(ContentError, match="first_job/questions.md:1: “No id” needs one id"):
        of_file(path, "first-job")


def test_different_ones_are_drawn_of_a_list_in_the_text():
    text = CHOICE.replace("= n: 80 | 90", "= n, m: any of 1 | 2 | 3").replace("{n}", "{n} and {m}")
    prompts = {own_question(text, case_of(LearnerProfile(seed=seed)), "c").prompt for seed in range(60)}
    assert {prompt[9:16] for prompt in prompts} == {f"{a} and {b}" for a in "123" for b in "123" if a != b}


def test_a_fixed_order_is_the_one_of_the_text():
    text = CHOICE.replace("? A hint", "- [ ] Third\n  : No, no.\n? A hint").replace("= n", "order: fixed\n= n")
    for seed in range(6):
        item = own_question(text, case_of(LearnerProfile(seed=seed)), "c")
        assert [option.id for option in item.options] == ["dear-ones", "the-first", "third"]


def test_a_side_takes_what_it_does_not_say_from_what_all_share():
    shared = "## Two\n- [x] Yes {#yes}\n  : Right.\n- [ ] No {#no}\n  : Wrong.\n? Think\n"
    items = [
        own_question(shared + "### a\nIs it so?\n### b\nIs it?\n? Look", case_of(LearnerProfile(seed=seed)), "c")
        for seed in range(20)
    ]
    assert {(item.prompt, item.hints, item.key) for item in items} == {
        ("Is it so?", ("Think",), "yes"),
        ("Is it?", ("Look",), "yes"),
    }


def test_missing_ids_are_written_in_and_nothing_else_changes():
    text = "# Top\n\n" + SIDES.replace(" {#wa}", "").replace(" {#wb}", "\n  goes on\n  and on")
    filled = with_ids(text)
    assert filled.count("- [ ] Wrong a {#wrong-a}\n") == 3
    assert filled.count("- [ ] Wrong b\n  goes on\n  and on {#wrong-b-goes-on-and-on}\n") == 3
    assert filled.replace(" {#wrong-a}", "").replace(" {#wrong-b-goes-on-and-on}", "") == text
    assert with_ids(filled) == filled


def test_ends_of_lines_stay_where_ids_are_written_in():
    text = "\ufeff# Top\r\n## Q\r\n- [x] A \r\n  : x\r\n- [ ] B\r\n  : y"
    assert with_ids(text) == text.replace("A \r", "A  {#a}\r").replace("B\r", "B {#b}\r")


def test_an_id_that_is_written_in_is_no_other_options_id():
    assert "- [ ] B {#b-2}" in with_ids("## Q\n- [x] A {#b}\n  : x\n- [ ] B\n  : y")


def test_an_id_is_taken_once(tmp_path):
    path = tmp_path / "questions.md"
    path.write_text(SIDES + SIDES, "utf-8")
    with pytest.raises(ContentError, match="the id 'sides' is taken"):
        of_file(path, "lesson")


def test_a_key_is_the_same_number_in_a_country_that_writes_it_otherwise():
    """There a field reads 2,5 and 1.500; what is worked out of it stays two and a half, and fifteen hundred."""
    german = case_of(LearnerProfile(country="DE"))
    text = (
        "## N\n= half: 2.5 | 2.5\nHow many are {half} of 1,500?\nkey: {half * 600}\ntolerance: 0.5\n"
        "otherwise: No, {half}.\n: Yes."
    )
    with german.writing():
        number = own_question(text, german, "c")
    assert (number.key, number.tolerance) == (1500, 0.5)
    assert number.prompt == "How many are 2,5 of 1.500?" and number.otherwise == "No, 2,5."
