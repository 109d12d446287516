"""What the research says about lesson 01: what supports it first, and what contradicts it last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course import COURSE

RESEARCH = Research(
    id="one-task.research",
    title="What the research says",
    findings=(
        COURSE.finding(
            "jorgensen-2014",
            "In 785,325 small projects the risk of failure fell most where client and provider had worked together before, and where few "
            "of the provider's earlier projects had failed.",
            note="Clients go back to those who were good, so a part of this is choosing and not learning.",
        ),
        COURSE.finding(
            "huckman-2006",
            "For surgeons who work at several hospitals, each further operation at one of them lowered mortality there by 0.018 percentage "
            "points, and at their other hospitals hardly at all (0.001). Part of skill belongs to the place.",
        ),
        COURSE.finding(
            "noy-2023",
            "453 professionals wrote short texts, some of them with a machine: these took 40 % less time and were graded 18 % better.",
            note="Of 2023, and graded by readers, not sent to customers.",
        ),
        COURSE.finding(
            "audit-teams",
            "In 75 audit teams, years of shared experience went with worse work; knowing each other, measured apart, with somewhat better.",
            note="Small, and from one firm.",
        ),
        COURSE.finding(
            "weigelt-2009",
            "Banks that bought more of their start on the internet from others did worse in the market, less so if they knew related "
            "technology.",
        ),
    ),
)
