"""Notes for the instructor, by section; shown in the key edition only. Minutes are for a room, not for one reader."""

from outsourcing_lessons.blocks.block import Guide

GUIDES = {
    "predict": Guide(
        id="hiring-blind.guide-predict",
        minutes=6,
        discussion="Let everybody commit in silence, then ask for hands: who said 7 or more? Ask one of them for the best and the worst provider they "
        "ever had, and how many years each had in the trade. Do not say who is nearer.",
        skip="Nothing here. The whole lesson hangs on this surprise.",
    ),
    "explore": Guide(
        id="hiring-blind.guide-explore",
        minutes=6,
        discussion="Ask the room to make good judgement worthless. Nobody to choose between does it at once; nearly all alike comes close. "
        "Collect an example of each from their own week.",
        skip="If you are late, show two settings on the projector: years alone, and marks with a single applicant.",
    ),
    "signs": Guide(
        id="hiring-blind.guide-signs",
        minutes=11,
        discussion="Let pairs order the five ways before anyone sees a figure. Work samples come first in most rooms that know the older "
        "figures: a good moment to say that a well-known number can be corrected. For “The usual price”, play it: one card and one seller for "
        "each provider, and one buyer who sees no card.",
        skip="If you are late, leave out “How is the market?”.",
    ),
    "trials": Guide(
        id="hiring-blind.guide-trials",
        minutes=10,
        discussion="Draw the four groups on the board and let the room fill them in. Then “One good trial”: vote, talk, vote again. The common answer "
        "turns the question round. Ask: pass among the good, or good among those who passed?",
        skip="If you are late, leave out the second explorer; keep “A trial of trials”, which limits everything before it.",
    ),
    "know": Guide(
        id="hiring-blind.guide-know",
        minutes=9,
        discussion="For “The wheel” have ten people roll a die twice, once as test and once as guess, and look at the lowest three. "
        "For the brief, swap with a neighbour from another trade: what could they not know?",
        skip="If you are late, give the brief as homework.",
    ),
    "research": Guide(
        id="hiring-blind.guide-research",
        minutes=4,
        discussion="The fourth finding is against what you have just taught. Ask what one would need to know before dropping paid "
        "trials altogether: how many projects, and what became of those who failed?",
        skip="If you are late, read out the first and the fourth.",
    ),
    "when-wrong": Guide(
        id="hiring-blind.guide-when-wrong",
        minutes=6,
        discussion="Ask who has ever learned a field for one decision, and what it cost. Then the items. In “Only one applies” let those who "
        "answered high explain which decision the marks would change.",
        skip="Nothing here: this is where blind followers of the rule are caught.",
    ),
    "worksheet": Guide(
        id="hiring-blind.guide-worksheet",
        minutes=8,
        discussion="Six minutes of silence. Then each reads the test of done to a neighbour from another trade, who says whether they could run it.",
        skip="If you are late, fill in the test of done and the commitment; the rest is for home.",
    ),
}
