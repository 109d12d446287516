"""What the research says about lesson 04, strongest support first and the contradiction last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course import COURSE

RESEARCH = Research(
    id="managing-not-replacing.research",
    title="What the research says",
    findings=(
        COURSE.finding(
            "bloom-2013",
            "In an experiment in 28 plants of 17 Indian textile firms, structured management practices raised productivity by 17 % in the first "
            "year.",
            note="The firms had 270 people on average, and months of free consulting. A draft of 2010 adds how: better monitoring let the owners "
            "leave more decisions to their plant managers.",
        ),
        COURSE.finding(
            "ton-2008",
            "In a chain of shops, staff turnover went with lower margins and worse service on average; in shops that kept closely to the set "
            "processes, it did not.",
            note="48 months of known tasks, done again and again; observed, not randomised.",
        ),
        COURSE.finding(
            "bloom-2020",
            "Eight to nine years later about half of those practices had been dropped. Two reasons given most often: managers who left, directors "
            "without time.",
            note="A gap to the other plants remained: 19.7 percentage points of 38 practices.",
        ),
        COURSE.finding(
            "wickens-2015",
            "In the laboratory, automation that was wrong hurt accuracy far more than having none.",
            note="An experiment on people with imperfect automation, not on firms.",
        ),
        COURSE.finding(
            "urbach-2014",
            "When the surgical checklist was made compulsory in 101 hospitals, deaths (0.71 % → 0.65 %) and complications (3.86 % → 3.82 %) did not "
            "change by more than chance would explain.",
            note="It speaks against writing a procedure and leaving it at that.",
        ),
    ),
)
