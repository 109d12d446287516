"""What the research says about lesson 02, strongest support first and the contradictions last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course import COURSE

RESEARCH = Research(
    id="hiring-blind.research",
    title="What the research says",
    findings=(
        COURSE.finding(
            "sackett-2022",
            "How closely a sign tracks later work, from 0 to 1, on average: structured interview 0.42, work sample 0.33, unstructured interview "
            "0.19, years of experience 0.07.",
            note="Studies of people in jobs, not of freelancers. The authors ask readers to look at how far results vary, and not only at the mean.",
        ),
        COURSE.finding(
            "ones-2023",
            "A dissent: the larger corrections used before 2022 are appropriate. Most of the published comments extend the 2022 paper; a few argue "
            "that it is in error.",
        ),
        COURSE.finding(
            "jorgensen-2021",
            "A trial of two hours may have kept out the unfit. Among the sixteen chosen, its score did not, to a large extent, predict the "
            "project.",
            note="The first author had argued for trials in 2016, and the authors call this result unexpected. All had good ratings before, and all had passed: "
            "sixteen such projects can neither confirm nor refute a link of 0.33.",
        ),
    ),
)
