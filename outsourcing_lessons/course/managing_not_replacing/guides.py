"""Notes for the instructor, by section; shown in the key edition only. Minutes are for a room, not for one reader."""

from outsourcing_lessons.blocks.block import Guide

GUIDES = {
    "predict": Guide(
        id="managing-not-replacing.guide-predict",
        minutes=7,
        discussion="Ask who was interrupted with a question today, and by whom. Then the guess, in silence. Collect the best guesses on the "
        "board before anything is shown: they tend to lie far apart. Ask a low one and a high one what they pictured.",
        skip="Nothing here. Without a number on the board the next page surprises nobody.",
    ),
    "explore": Guide(
        id="managing-not-replacing.guide-explore",
        minutes=9,
        discussion="Let each table have one slider and say what it does to the wait. The third scenario, three more a day, is the one to pause at: "
        "ask who took on “just three more” lately. Then “The pile on the desk”: vote, talk, vote.",
        skip="If you are late, show the story and “A third is decided elsewhere”, and go on.",
    ),
    "hand-over": Guide(
        id="managing-not-replacing.guide-hand-over",
        minutes=14,
        discussion="“How far to let go” in pairs, and then the question behind it: what would you need to see in order to move it one rung up? In "
        "“Dials that tell the truth”, let the room play the helper on a bad day and cheat each measure.",
        skip="If you are late, leave out “Where to look” and have the message of “Let go of one decision” written at home.",
    ),
    "automate": Guide(
        id="managing-not-replacing.guide-automate",
        minutes=8,
        discussion="Ask for automations that nobody in the room uses any more, and why. Most answers are one of two: the upkeep, or the work "
        "changed. Those are two sliders of the explorer.",
        skip="If you are late, leave out “Check the famous chart”.",
    ),
    "research": Guide(
        id="managing-not-replacing.guide-research",
        minutes=5,
        discussion="Give the first and the fourth finding to one half of the room and the third and the last to the other. Question for both: what "
        "would you have to do in year two? The hospitals are there to be taken seriously.",
        skip="If you are late, read out the fourth and the last finding.",
    ),
    "when-wrong": Guide(
        id="managing-not-replacing.guide-when-wrong",
        minutes=7,
        discussion="Before the items: who in this room is not the bottleneck, and how do they know? Then “Automate the rest?” with phones out. Ask "
        "who got a plus sign, and what was left out.",
        skip="Nothing here: this is where blind followers of the rule are caught.",
    ),
    "worksheet": Guide(
        id="managing-not-replacing.guide-worksheet",
        minutes=10,
        discussion="Seven minutes in silence. Then swap with a neighbour, who reads the page as a stranger and marks each place where they would "
        "have to guess. Close with the commitment and its date, said aloud.",
        skip="If you are late, fill in the decision, its limit and the exceptions; the dials are for home.",
    ),
}
