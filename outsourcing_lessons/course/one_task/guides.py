"""Notes for the instructor, by section; shown in the key edition only. Minutes are for a room, not for one reader."""

from outsourcing_lessons.blocks.block import Guide

GUIDES = {
    "predict": Guide(
        id="one-task.guide-predict",
        minutes=8,
        discussion="Read the story aloud yourself, then let everybody commit a range in silence. Ask two people with very different "
        "ranges what they counted. Do not say who is nearer. Listen for whether anybody counts the owner's time.",
        skip="Nothing here. Without the prediction the reveal is just a chart.",
    ),
    "explore": Guide(
        id="one-task.guide-explore",
        minutes=9,
        discussion="Ask the room to make the regular lose, and to say aloud which slider did it. The quickest way is to have "
        "nothing to explain and nothing to learn. Then ask who has work like that.",
        skip="If you are late, show two settings on the projector: as in the story, and nothing to explain.",
    ),
    "practice": Guide(
        id="one-task.guide-practice",
        minutes=16,
        discussion="Pairs. “Sharing it out” splits most rooms: let them vote, talk for two minutes and vote again. In “A quarter below the "
        "others”, ask what 9 % more means before anybody calculates.",
        skip="If you are late, leave out “What the next job is worth” and “Twelve jobs, four ways”.",
    ),
    "bench": Guide(
        id="one-task.guide-bench",
        minutes=6,
        discussion="Ask for the smallest bench each would sleep with, and write the numbers on the board. There is no key: what differs is "
        "what an idle day costs them.",
        skip="If you are late, show the curve once and go on.",
    ),
    "research": Guide(
        id="one-task.guide-research",
        minutes=5,
        discussion="Give each table one finding and one question: would it hold in your business? The audit teams are there to be taken "
        "seriously. Ask what years together may do to a team that knowing each other does not.",
        skip="If you are late, read out the first and the last finding.",
    ),
    "when-wrong": Guide(
        id="one-task.guide-when-wrong",
        minutes=7,
        discussion="Have one half of the room defend the advice and the other half attack it, three arguments each. Then the items. Status of "
        "workers always brings stories; do not give legal advice, say where to ask.",
        skip="Nothing here: this is where blind followers of the rule are caught.",
    ),
    "worksheet": Guide(
        id="one-task.guide-worksheet",
        minutes=9,
        discussion="Silence for six minutes, then everybody reads their commitment and its date to a neighbour.",
        skip="If you are late, fill in the first line of the streams and the commitment; the rest is for home.",
    ),
}
