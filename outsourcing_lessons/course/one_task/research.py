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
            "of the provider’s earlier projects had failed.",
            note="Clients go back to those who were good, so a part of this is choosing and not learning.",
        ),
        COURSE.finding(
            "huckman-2006",
            "Where a surgeon worked at several hospitals, each further operation at one went with 0.018 percentage points lower mortality "
            "there, and hardly any at the others (0.001).",
        ),
        COURSE.finding(
            "noy-2023",
            "453 professionals wrote short texts, some of them with a machine: these took 40 % less time and were graded 18 % better.",
            note="Tools of 2023, and short texts only.",
        ),
        COURSE.finding(
            "audit-teams",
            "In 75 audit teams, years of shared experience went with worse work; knowing each other, measured apart, with somewhat better.",
            note="Small, and from one firm.",
        ),
        COURSE.finding(
            "weigelt-2009",
            "Banks that outsourced more of their start on the internet had worse market performance, less so if they knew related technology.",
        ),
    ),
)
