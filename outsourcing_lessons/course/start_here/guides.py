"""Notes for the instructor, by section; shown in the key edition only."""

from outsourcing_lessons.blocks.block import Guide

GUIDES = {
    "hour": Guide(
        id="start-here.guide-hour",
        minutes=5,
        discussion="Ask everybody for the value of their hour before they touch a slider, and again afterwards. What moved it "
        "most?",
        skip="If you are late, name the formula and go on.",
    ),
    "pre-test": Guide(
        id="start-here.guide-pre-test",
        minutes=12,
        discussion="Silence, and no help. Say aloud that the test is there to be compared with the one at the end, and that nobody is "
        "expected to know this yet. Do not discuss the answers.",
        skip="Nothing here: without it there is no gain to show at the end.",
    ),
    "task-map": Guide(
        id="start-here.guide-task-map",
        minutes=8,
        discussion="Let neighbours swap maps and change one decision on the other's page, with a reason.",
        skip="If you are late, the first four rows will do.",
    ),
}
