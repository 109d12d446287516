"""The bet and the prediction of lesson 02, and what is shown once they are committed."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.hiring_blind.story_numbers import (
    OFF,
    SCORED,
    TALK,
    YEARS,
    owner_of,
    story_numbers,
    twist_of,
)
from outsourcing_lessons.items.item import Bet, Exhibit, Option, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded


@item("hiring-blind.first-click", "predict", "read-signs", 0.5, ("galdin-2025",))
def first_click(case: Case, draw: SeededRandom) -> Bet:
    """Who is invited first?"""
    twist, company = twist_of(case), case.trade.company
    second = twist.second.split()[0]
    return Bet(
        title="One interview today",
        prompt="You have time for one interview today. Who gets it?",
        options=(
            Option(
                id="veteran",
                text=f"{twist.veteran}: {twist.years} years in the work",
                feedback=f"So did {owner_of(case)}. What came of it is next.",
            ),
            Option(
                id="letter",
                text="The best letter: it answers the advert line by line",
                feedback="A machine writes such a letter in a minute. On one marketplace, buyers paid for tailored letters before such "
                "machines came, and not after.",
            ),
            Option(
                id="company",
                text=f"{company}: a reply within the hour, at the usual price",
                feedback=f"{company} replies within the hour to everybody. Why it was so quick, and the best were not, comes later.",
            ),
            Option(
                id="second",
                text=f"{twist.second}: the fewest years, and one odd question about how you would check the work",
                feedback=f"You would have met {second} months before {owner_of(case)} did. One question is a weak sign, and "
                "of the right kind. It was asked about the work.",
            ),
        ),
        hints=("There is no right answer yet. Go by what you would do on a busy day.",),
        praise="You will soon see what becomes of it.",
    )


def reveal_first_click(case: Case) -> Reveal:
    """What became of each choice."""
    twist = twist_of(case)
    owner = owner_of(case)
    return Reveal(
        id="hiring-blind.reveal-first-click",
        prediction="hiring-blind.first-click",
        title="One interview, four applicants",
        truth=f"{owner} took {twist.veteran}.",
        explanation="Years, a letter and a quick reply tell you something about the applicant, and nothing yet about the work.",
        formula="What you can see beforehand is a sign. The question is how much it tells.",
        assumptions="The people are made up. What is said about tailored letters comes from a study of one marketplace (Galdin and Silbert, 2025); "
        "we read its abstract.",
    )


@item("hiring-blind.ten-hires", "predict", "read-signs", 1.25, ("sackett-2022", "van-iddekinge-2019"))
def ten_hires(case: Case, draw: SeededRandom) -> Prediction:
    """Of ten hires on years of experience alone, how many are good?"""
    story, twist = story_numbers(case), twist_of(case)
    chance = plain(10 * story.base)
    return Prediction(
        title="Ten hires",
        prompt=f"{owner_of(case)} likes the rule: of all who apply, take the one with the most years of experience, and look at nothing "
        f"else. Suppose ten owners who need {twist.role} follow it."
        "\n\nHow many of the ten hires turn out good?",
        exhibit=Exhibit(
            caption="What is known (assumptions of this lesson)",
            columns=("", ""),
            rows=(
                ("People who apply for each job", plain(story.candidates)),
                ("Of ten who apply, would do it well", chance),
                ("What the owner goes by", "years of experience"),
            ),
        ),
        key=rounded(10 * story.good(YEARS), 1),
        low=0,
        high=10,
        unit="of ten",
        decimals=1,
        hints=(
            f"Start from picking at random. That would give {chance} of ten.",
            "How much better do years of experience do? Think of the best and the worst people you have worked with, and how many "
            "years each had.",
        ),
        praise="Your range held the truth, which is not far above picking at random.",
        below=f"The truth lies below your range. Picking at random gives {chance} of ten, and years of experience add only a little. They "
        "feel like more because they are the first thing that a CV lets you count.",
        above=f"The truth lies above your range. Picking at random alone gives {chance} of ten, since that many applicants are good, and "
        "years of experience add a little.",
    )


def reveal_ten_hires(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    story = story_numbers(case)
    years, talk, scored, if_more = (plain(10 * story.good(v), 1) for v in (YEARS, TALK, SCORED, YEARS + OFF))
    chance = plain(10 * story.base)
    return Reveal(
        id="hiring-blind.reveal-ten-hires",
        prediction="hiring-blind.ten-hires",
        title="Little better than chance",
        truth=f"{years} of ten",
        explanation=f"Picking at random gives {chance} of ten. On a scale from 0 (random) to 1 (certain), a large summary of studies puts "
        f"years of experience at {plain(YEARS, 2)}, which makes it {years}. A free conversation stands at {plain(TALK, 2)}: {talk} of "
        f"ten. The same scored questions for everyone stand at {plain(SCORED, 2)}: {scored} of ten (Sackett and others, 2022). Even if the "
        f"figure for years were wrong by {plain(OFF, 2)}, it would be {if_more} at most.",
        formula="Good among the chosen = chance that somebody’s work is above your bar, given that they seem the best of "
        f"{count(story.candidates)}; how they seem and how they work are linked by the figure between 0 and 1",
        assumptions="How good people seem and how good they are both follow a bell curve. The owner takes one: whoever seems the best of the "
        f"{count(story.candidates)} who applied. The figures are averages over studies of people in jobs, which we read in a summary; we "
        "found none for freelancers. We have not read how far single studies lie from the average: the "
        f"{plain(OFF, 2)} is an illustration. How to correct the figures is disputed. Another summary puts years at {plain(0.06, 2)}, and, in a few of its studies, "
        "somewhat higher where people have just begun a job (Van Iddekinge and others, 2019). These are years in the trade. Jobs done for you are "
        "another matter: they are the record that lesson 1 builds on.",
    )


ITEMS = (first_click, ten_hires)
