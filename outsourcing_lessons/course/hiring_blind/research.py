"""What the research says about lesson 02, strongest support first and the contradictions last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course.sources import finding

RESEARCH = Research(
    id="hiring-blind.research",
    title="What the research says",
    findings=(
        finding(
            "sackett-2022",
            "How far a sign goes together with later work, from 0 to 1: structured interview 0.42, knowledge of the job 0.40, work "
            "sample 0.33, unstructured interview 0.19, years of experience 0.07. Earlier figures had been corrected too generously.",
            note="Read in a summary, not in the paper itself. The studies are of people in jobs, not of freelancers.",
        ),
        finding(
            "jorgensen-2014",
            "In 785,325 small projects on a marketplace, what the client was like mattered almost as much for failure as what the provider "
            "was like. The risk rose with an emphasis on low price, and with the size of the project.",
        ),
        finding(
            "huffcutt-2014",
            "Interviews by how structured they are: 0.20 for the loosest, then 0.46, 0.71 and 0.70. The direction agrees with the finding "
            "above; the sizes do not, since they depend on how one corrects them.",
        ),
        finding(
            "jorgensen-2021",
            "57 freelancers invited to a trial of two hours, 36 acceptable, 16 projects. The trial may have kept out the unfit. Among those "
            "chosen it did not, to any large extent, predict how the project went.",
            note="Sixteen projects are few, and all of these people had passed.",
        ),
        finding(
            "menzies-2017",
            "In 171 software projects there was no evidence that problems cost more the later they are dealt with, as a rule. “Learn everything first, since "
            "mistakes grow a hundredfold” has no support here.",
        ),
    ),
)
