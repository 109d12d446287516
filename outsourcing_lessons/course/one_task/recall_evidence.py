"""Recall on the evidence: which signs went with fewer failures, and what knowing one another is worth."""

from __future__ import annotations

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

FAMILIARITY = (
    Situation(
        prompt="At one large software firm, teams whose members had worked together half as much again (50 % more familiarity) had …",
        key="published",
        right="19 % fewer defects and 30 % less deviation from budget",
        wrong=(
            (
                "none",
                "No difference in defects or budget worth naming",
                "There was a difference, and a large one, though the figure comes from a single firm.",
            ),
            (
                "half",
                "Half the defects and half the cost",
                "That would be remarkable, and it is not what was found. Round halves are worth a second look wherever you meet them.",
            ),
            (
                "worse",
                "More defects, because people who know each other grew careless",
                "Carelessness was not studied. In a small study of audit teams, years together did go with worse work; at this firm it was the other "
                "way round.",
            ),
            (
                "dearer",
                "30 % fewer defects, at the price of 19 % more money",
                "You have both numbers, and changed their places: 19 % fewer defects, 30 % less deviation from budget.",
            ),
        ),
        praise="Huckman and Staats (2013), from one firm, observed and not randomised. A direction you can use; not a promise for your business.",
    ),
    Situation(
        prompt="A seller of planning software writes: “Keep your teams together and you will have 19 % fewer defects.” The number is published. What is "
        "wrong with the sentence?",
        key="promise",
        right="It makes a promise of what was observed at one firm",
        wrong=(
            (
                "other-number",
                "The number belongs to budgets; for defects it was 30 %",
                "The other way round: 19 % fewer defects, 30 % less deviation from budget. The number is quoted rightly.",
            ),
            (
                "one-person",
                "The number is about single people and not about teams",
                "It is about teams: how often their members had worked together.",
            ),
            (
                "harm",
                "At that firm familiarity went with more defects",
                "It went with fewer. In a small study of audit teams, years together went with worse work, and knowing each other with better.",
            ),
            (
                "tenure",
                "It was the years at the firm that went with fewer defects",
                "Years at the firm were not consistently related to how the work went. Having worked together was.",
            ),
        ),
        praise="“You will have” takes more than one firm that was watched and not randomised (Huckman and Staats, 2013). “Went with” would have been "
        "honest.",
    ),
    Situation(
        prompt="For {jobs} you can have one of four pairs. Which of them has most of what the studies of software teams call familiarity?",
        key="with-each-other",
        right="Two who have done nine jobs with one another",
        wrong=(
            (
                "trade-years",
                "Two with twelve years each in this trade",
                "That is experience, and each has it alone. Familiarity counts how often they have worked together.",
            ),
            (
                "friends",
                "Two old friends who share an office and have never shared a job",
                "They know each other. How the other one works, they have yet to find out.",
            ),
            (
                "same-agency",
                "Two from one agency, there for ten years, each on jobs of their own",
                "Years at the same firm were counted apart, and were not consistently related to how the work went.",
            ),
            (
                "apart",
                "Two who have each done nine jobs for you, never the same one",
                "Both know you, which is worth a good deal. What the studies counted is how often they worked with one another.",
            ),
        ),
        praise="It is counted in work done together, and neither in years nor in friendship (Huckman, Staats and Upton, 2009).",
    ),
    Situation(
        prompt="Two providers have done ten jobs together, side by side in one place. Two others have done ten together over a screen. From which pair "
        "would a study of team familiarity (Staats, 2012) lead you to expect more?",
        key="one-place",
        right="From the pair that worked side by side",
        wrong=(
            (
                "screen",
                "From the pair on the screen, where everything is written down",
                "It sounds likely. What was found is that familiarity gained in one place helped clearly more.",
            ),
            (
                "same",
                "From both alike: ten jobs are ten jobs",
                "The number of jobs counts, and so does where they were done. In one place more came of it.",
            ),
            (
                "neither",
                "From neither: working together made no difference",
                "It did make a difference, and a smaller one where people were far apart.",
            ),
            (
                "older",
                "From whichever pair has been longer in the trade",
                "Years were another matter. The question was where the two had got to know each other's work.",
            ),
        ),
        praise="A bench you meet only on a screen gains less by knowing each other. It was observed, and it is a reason to expect less, not to give up.",
    ),
)


@item("one-task.recall-familiarity", "recall", "know-limits", 1, ("huckman-2013", "huckman-2009", "staats-2012"))
def familiarity(case: Case, draw: Draw) -> SingleChoice:
    """How much familiarity went with, what it is, and where it is gained."""
    return draw.pick(FAMILIARITY).ask(
        draw, "one-task.recall-familiarity", "Knowing one another", jobs=case.trade.stream.jobs
    )


RECORD = (
    Situation(
        prompt="Among 785,325 jobs on one marketplace, what went with the strongest reduction in the risk of failure?",
        key="worked-before",
        right="You worked together before, and their jobs rarely failed",
        wrong=(
            (
                "highest-bid",
                "The provider asks the highest price of all who offered",
                "A strong emphasis on low price went with more risk. That does not make the highest bid the safest.",
            ),
            (
                "same-country",
                "They come from the same country as you and speak your language",
                "That was not among the strongest signs. Having worked together was.",
            ),
            (
                "big-project",
                "The job is large enough to be taken seriously",
                "It was the other way round: the risk rose with the size of the project.",
            ),
            (
                "low-price",
                "Price was the first thing the client looked at",
                "The risk rose with the emphasis on low price.",
            ),
        ),
        praise="Previous collaboration, and a low rate of failure in the provider's earlier projects (Jørgensen, 2014). What the client was like "
        "mattered almost as much.",
    ),
    Situation(
        prompt="For {jobs} you can have one of four people. Going by the study of 785,325 jobs on a marketplace, whose job is the least likely to fail?",
        key="knows-you",
        right="Did two jobs for you last year; earlier clients seldom had a failure",
        wrong=(
            (
                "a-quarter-less",
                "Asks a quarter less than the others, and is new to you",
                "A bid that far below the average went with 9 % more failures, at equal skill (Jørgensen, 2013). And you have never worked together.",
            ),
            (
                "asks-most",
                "Is new to you and asks most, since good work has its price",
                "A high price was not among the strong signs. Having worked together was.",
            ),
            (
                "three-of-twenty",
                "Is new to you; three of the last twenty jobs failed, which is quite usual",
                "15 % of failures where others have 5 % went with 33 % more of them later (Jørgensen, 2013).",
            ),
            (
                "neighbour",
                "Is new to you, lives two streets away and can come by at any time",
                "Pleasant, and not among the strong signs. Two jobs done for you tell more than two streets.",
            ),
        ),
        praise="Both strong signs in one person: you have worked together, and few of their earlier jobs failed (Jørgensen, 2014).",
    ),
    Situation(
        prompt="Two providers of equal skill; one bids 25 % below the average. What did such a low bid go with, in nearly 800,000 jobs on a marketplace?",
        key="nine",
        right="More failures, by 9 %",
        wrong=(
            (
                "no-difference",
                "No more: the skill is equal",
                "There was a difference at equal skill too. Skill is not all that a low bid may lack.",
            ),
            (
                "quarter",
                "A quarter more: failures rose by 25 %",
                "Price and failures did not move one for one. A quarter off the price went with 9 % more.",
            ),
            (
                "record",
                "Many more: failures rose by 33 %",
                "That goes with a poor record: 15 % of past jobs failed and not 5 %. Here the records are equal.",
            ),
            (
                "fewer",
                "Fewer: failures fell by 9 %, since the hungry try harder",
                "The number is right and the direction is not. Low bids went with more failures.",
            ),
        ),
        praise="And that is only between equally skilled people. Chasing price also picks people with worse records, which adds more. The author's "
        "advice: stress price less (Jørgensen, 2013).",
    ),
    Situation(
        prompt="In the 785,325 jobs something told almost as much about failure as what the provider was like. What?",
        key="client",
        right="What sort of client had ordered the job",
        wrong=(
            (
                "country",
                "Which country the two came from",
                "It was not among the strong signs. What counted is nearer to you than that.",
            ),
            (
                "contract",
                "How long the contract was",
                "The study as we read it does not say so. It does say that the buyer's side counts almost as much.",
            ),
            (
                "nothing",
                "Nothing: it is the provider who does the work",
                "And the client who writes the brief, chooses and answers. Their side counted almost as much.",
            ),
            (
                "season",
                "In which season the job was done",
                "The season is not what was found. Look at the other one of the two who make a job.",
            ),
        ),
        praise="That is a comfort: your side is the one you can change (Jørgensen, 2014). It was observed, in a very large number of jobs.",
    ),
)


@item("one-task.recall-record", "recall", "know-limits", 1, ("jorgensen-2014", "jorgensen-2013"))
def record(case: Case, draw: Draw) -> SingleChoice:
    """What went with fewer failures, and what did not."""
    return draw.pick(RECORD).ask(draw, "one-task.recall-record", "Signs of failure", jobs=case.trade.stream.jobs)
