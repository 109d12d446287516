"""What the research says about lesson 03, the strongest kind of study first and the contradiction last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course import COURSE

RESEARCH = Research(
    id="companies-over-people.research",
    title="What the research says",
    findings=(
        COURSE.finding(
            "garg-2021",
            "Buyers were given, at random, rating scales in other words. With some of these, ratings were less inflated and told more.",
        ),
        COURSE.finding(
            "pallais-2014",
            "952 people were hired at random. A first job and a detailed review helped them to find more work.",
            note="Speaks against buying only from those who have a record.",
        ),
        COURSE.finding(
            "agrawal-2016",
            "A verified history of work helped people to be hired, most of all those from poorer countries.",
            note="About being hired, not about doing the work well.",
        ),
        COURSE.finding(
            "filippas-2022",
            "Average ratings rose in all five marketplaces studied. In one they went from 3.7 to 4.8 of 5; much of that was inflation.",
        ),
        COURSE.finding(
            "holmstrom-1991",
            "Where only part of a job can be measured, strong pay for that part draws effort from the rest. It can be a reason to employ.",
        ),
        COURSE.finding(
            "stanton-2016",
            "Agencies signalled that workers without experience were good: these found jobs more easily, at higher pay. The advantage declined "
            "once others had good public feedback.",
            note="For people nobody has rated yet this speaks against the advice; for people with a record, for it.",
        ),
    ),
)
