"""What the research says about lesson 01, strongest support first and the contradiction last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course.sources import finding

RESEARCH = Research(
    id="one-task.research",
    title="What the research says",
    findings=(
        finding(
            "jorgensen-2014",
            "Of everything measured in 785,325 small projects on a marketplace, two things went with the strongest reduction in the "
            "risk of failure: client and provider had worked together before, and few of the provider's earlier projects had failed.",
        ),
        finding(
            "huckman-2006",
            "Surgeons who work at several hospitals get better at the hospital where they operate more, by 0.018 percentage points of "
            "mortality for each further operation. At the other hospitals next to nothing of it shows (0.001). Part of skill "
            "belongs to the place.",
        ),
        finding(
            "staats-2012",
            "Familiarity gained in the same location helped clearly more than familiarity gained at a distance. Expect less of it "
            "from a bench you only ever meet on a screen.",
        ),
        finding(
            "heese-2015",
            "With one source there is more learning, and the source can bargain harder. A strong buyer may prefer a single source; a "
            "weak buyer is generally better off splitting, although splitting always wastes something for both together.",
        ),
        finding(
            "audit-teams",
            "In 75 audit teams, having worked together was linked to worse performance, through the way these teams then worked.",
            note="A small study. It is here because it disagrees.",
        ),
    ),
)
