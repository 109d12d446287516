"""What the research says about lesson 02, strongest support first and the contradictions last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course import COURSE

RESEARCH = Research(
    id="hiring-blind.research",
    title="What the research says",
    findings=(
        COURSE.finding(
            "sackett-2022",
            "How well a sign goes with later work, from 0 to 1: structured interview 0.42, work sample 0.33, unstructured interview "
            "0.19, years of experience 0.07.",
            note="The studies are of people in jobs, not of freelancers.",
        ),
        COURSE.finding(
            "jorgensen-2014",
            "In 785,325 small projects the client mattered almost as much for failure as the provider. Risk rose with an emphasis on "
            "low price.",
        ),
        COURSE.finding(
            "huffcutt-2014",
            "Interviews from the loosest to the most structured: 0.20, 0.46, 0.71, 0.70. The direction agrees with the first finding; "
            "the sizes do not.",
        ),
        COURSE.finding(
            "jorgensen-2021",
            "A trial of two hours may have kept out the unfit. Among the sixteen chosen it hardly told how the project would go.",
            note="He had argued for trials in 2016, and called this result unexpected. Sixteen projects are few; all of these people had good "
            "ratings before, and all had passed.",
        ),
        COURSE.finding(
            "menzies-2017",
            "In 171 software projects, problems dealt with later did not take consistently or substantially more work.",
            note="All were run in one disciplined process.",
        ),
    ),
)
