"""What the research says about lesson 01, strongest support first and the contradiction last."""

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
        ),
        COURSE.finding(
            "huckman-2006",
            "For surgeons who work at several hospitals, each further operation at one of them lowered mortality there by 0.018 percentage "
            "points, and at their other hospitals hardly at all (0.001). Part of skill belongs to the place.",
        ),
        COURSE.finding(
            "staats-2012",
            "Familiarity gained in one place helped clearly more than familiarity gained at a distance. Expect less from people on a "
            "screen.",
        ),
        COURSE.finding(
            "heese-2015",
            "A single source learns more, and bargains harder. A strong buyer may prefer one; a weak buyer is generally better off "
            "splitting.",
        ),
        COURSE.finding(
            "audit-teams",
            "In 75 audit teams, shared years went with worse work; knowing each other, with better.",
            note="Small, and from one firm. It is here because half of it disagrees.",
        ),
    ),
)
