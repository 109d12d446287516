"""What the research says about lesson 03, the strongest kind of study first and the contradiction last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course.sources import finding

RESEARCH = Research(
    id="companies-over-people.research",
    title="What the research says",
    findings=(
        finding(
            "garg-2018",
            "On an online labour market, buyers were given, at random, rating scales with other words on them. With some wordings ratings were "
            "significantly less inflated and told more about who was good. How stars are asked for decides what they are worth.",
        ),
        finding(
            "agrawal-lacetera-lyons",
            "A verified history of work helped people to be hired, and helped those from less developed countries most. Tools that show work in "
            "progress can stand in for it. What a marketplace checks can do part of what a brand does.",
        ),
        finding(
            "filippas-2022",
            "Average ratings rose in all five marketplaces studied. In the one with data on every deal, over 5 million of them, the average rose "
            "from 3.7 to 4.8 of 5 in more than ten years, and much of the rise was inflation.",
        ),
        finding(
            "holmstrom-1991",
            "Where only part of a job can be measured, strong pay for that part draws effort away from the rest. This can be a reason to employ "
            "somebody and not to buy the work from outside at all.",
        ),
        finding(
            "stanton-2016",
            "Agencies on a large marketplace signalled that workers without experience were good. At the start of a career their members "
            "found jobs more easily and at higher pay, most of all in skills that are hard to assess. The advantage declined once others "
            "had good public feedback.",
            note="For people nobody has rated yet this speaks against the advice; for people with a record, for it.",
        ),
    ),
)
