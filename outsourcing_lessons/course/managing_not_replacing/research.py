"""What the research says about lesson 04, strongest support first and the contradiction last."""

from outsourcing_lessons.blocks.block import Research
from outsourcing_lessons.course import COURSE

RESEARCH = Research(
    id="managing-not-replacing.research",
    title="What the research says",
    findings=(
        COURSE.finding(
            "brynjolfsson-2025",
            "With an AI that drafted answers, 5,172 support agents settled 15 % more an hour. Newcomers gained most; the most skilled lost a little "
            "quality.",
            note="Each draft was accepted by a person.",
        ),
        COURSE.finding(
            "bloom-2013",
            "In 28 plants of 17 Indian textile firms, structured management practices raised productivity by 17 % in a year.",
            note="Firms of 270 employees on average, with free consultants.",
        ),
        COURSE.finding(
            "bloom-2020",
            "Eight to nine years later about half of those practices had been dropped. Two of the most cited reasons: managers who left, directors "
            "without time.",
            note="A gap of 19.7 percentage points of the 38 practices remained.",
        ),
        COURSE.finding(
            "remote-labor-index",
            "Of 240 paid freelance projects, the best AI did 2.5 % well enough in October 2025, and in mid-2026 16.1 % of the 218 that were run.",
            note="Whole jobs, nobody helping.",
        ),
    ),
)
