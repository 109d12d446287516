"""The prediction of lesson 02, and what is shown once it is committed."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.hiring_blind.setting import SCORED, TALK, YEARS, owner_of, setting_of, twist_of
from outsourcing_lessons.items.item import Exhibit, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded


@item("hiring-blind.ten-hires", "predict", "read-signs", 1.5, ("sackett-2022", "van-iddekinge-2019"))
def ten_hires(case: Case, draw: SeededRandom) -> Prediction:
    """Of ten hires on years of experience alone, how many are good?"""
    setting, twist = setting_of(case), twist_of(case)
    lots = plain(10 * setting.base)
    return Prediction(
        title="Ten hires",
        prompt=f"{owner_of(case)} likes the rule: of all who apply, take the one with most years of experience, and look at nothing "
        f"else. Suppose ten owners who need {twist.role} follow it."
        "\n\nHow many of the ten hires turn out good?",
        exhibit=Exhibit(
            caption="What is known (assumptions of this lesson)",
            columns=("", ""),
            rows=(
                ("People who apply for each job", plain(setting.candidates)),
                ("Of ten who apply, would do it well", lots),
                ("What the owner goes by", "years of experience"),
            ),
        ),
        key=rounded(10 * setting.good(YEARS), 1),
        low=0,
        high=10,
        unit="of ten",
        decimals=1,
        hints=(
            f"Start from drawing lots. That would give {lots} of ten.",
            "How much better than lots do years of experience do? Think of the best and the worst you have worked with, and their "
            "years.",
        ),
        praise="Your range held the truth, which is not far above drawing lots.",
        below=f"The truth lies below your range. Drawing lots gives {lots} of ten, and years of experience add only a little. They feel "
        "like more because they are the first thing that a CV lets you count.",
        above=f"The truth lies above your range. Lots alone give {lots} of ten, since that many applicants are good, and years of "
        "experience add a little to it.",
    )


def reveal_ten_hires(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    setting = setting_of(case)
    years, talk, scored = (plain(10 * setting.good(v), 1) for v in (YEARS, TALK, SCORED))
    lots = plain(10 * setting.base)
    return Reveal(
        id="hiring-blind.reveal-ten-hires",
        prediction="hiring-blind.ten-hires",
        title="Lots, and a little more",
        truth=f"{years} of ten",
        explanation=f"Drawing lots gives {lots} of ten. On a scale from 0 (lots) to 1 (certainty), a large summary of studies "
        f"puts years of experience at {plain(YEARS, 2)}. That lifts {lots} to {years}. A free conversation stands at {plain(TALK, 2)} and "
        f"gives {talk}; the same questions for all, with marks, at {plain(SCORED, 2)} and {scored} (Sackett and others, 2022). Same "
        "applicants, same evening, other questions.",
        formula="Good among the chosen = chance that somebody's work is above your bar, given that they seem the best of "
        f"{count(setting.candidates)}; how they seem and how they work are linked by the figure between 0 and 1",
        assumptions="How good people seem and how good they are both vary like a bell curve. The owner takes one: whoever seems the best of the "
        f"{count(setting.candidates)} who applied. The figures come from studies of people at work in jobs, which we read in a summary; "
        "we found none for freelancers. They are averages, and how to correct them is disputed. Another summary puts years at 0.06, and somewhat "
        "higher where people have just begun a job (Van Iddekinge and others, 2019). These are years in the trade. "
        "Jobs done for you are another matter: they are the record that lesson 1 builds on.",
    )


ITEMS = (ten_hires,)
