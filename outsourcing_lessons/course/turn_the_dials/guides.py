"""Notes for the instructor, by section; shown in the key edition only."""

from outsourcing_lessons.blocks.block import Guide

GUIDES = {
    "predict": Guide(
        id="turn-the-dials.guide-predict",
        minutes=5,
        discussion="Ask for hands: worse in more than half of the years, or in fewer? Let one of each say why before anybody commits.",
        skip="Nothing here.",
    ),
    "dials": Guide(
        id="turn-the-dials.guide-dials",
        minutes=15,
        discussion="Teams of three, eight minutes, who leaves most over in the middle year? Then ask the winner for the year in ten. Then ask every "
        "team which single dial did it, and have another team check.",
        skip="If you are late, go through the named settings on the projector, one by one.",
    ),
    "shock": Guide(
        id="turn-the-dials.guide-shock",
        minutes=8,
        discussion="Announce the shock without warning while teams defend their setting. Who would turn what, and how fast?",
        skip="If you are late, show one shock.",
    ),
    "post-test": Guide(
        id="turn-the-dials.guide-post-test",
        minutes=10,
        discussion="Silence, as at the beginning. Afterwards everybody sees their own gain. Do not collect it aloud.",
        skip="Nothing here: this is the only measure of what was learned.",
    ),
    "plan": Guide(
        id="turn-the-dials.guide-plan",
        minutes=10,
        discussion="Six minutes of writing. Then pairs: each reads out the number they will look at every week, and the other asks how it could be "
        "met while things get worse.",
        skip="If you are late, the first week and the number.",
    ),
}
