"""Notes for the instructor, by section; shown in the key edition only. Minutes are for a room, not for one reader."""

from outsourcing_lessons.blocks.block import Guide

GUIDES = {
    "predict": Guide(
        id="companies-over-people.guide-predict",
        minutes=8,
        discussion="Read the three tabs aloud and take a show of hands: company or person? Keep the count for the end. Then the two records: "
        "everybody commits a chance and a range in silence. Ask one person below 60 and one above 90 for their reasons. Do not say who "
        "is nearer.",
        skip="Nothing here. The chance surprises from both sides only if it was guessed.",
    ),
    "explore": Guide(
        id="companies-over-people.guide-explore",
        minutes=8,
        discussion="Give the room one job: find the length at which a record without a stain draws level. When somebody calls twelve, ask "
        "whom they would take if one bad job could ruin them. The answer changes, and that is the point of the two readouts.",
        skip="If you are late, show the story and “Twelve without a stain”.",
    ),
    "practice": Guide(
        id="companies-over-people.guide-practice",
        minutes=16,
        discussion="Pairs. “Who pays when it breaks?” splits most rooms: vote, talk for two minutes, vote again. In “How you pay is what you "
        "get”, ask what each way of paying makes a provider do less of. Law questions bring stories; say where to ask, not what holds.",
        skip="If you are late, leave out “Everybody is excellent” and “Ten ordinary jobs”.",
    ),
    "cover": Guide(
        id="companies-over-people.guide-cover",
        minutes=7,
        discussion="Half of the room looks for a setting in which the company wins, the other half for one in which it never does. Collect the "
        "reasons on the board. Three should be there: a low mark-up, absences that strike together, an owner with no hours left.",
        skip="If you are late, show the story and “Your week is full already”.",
    ),
    "research": Guide(
        id="companies-over-people.guide-research",
        minutes=5,
        discussion="Ask which finding would have changed the mind of the owner on the first evening, and which on the last. The study of "
        "agencies is the one to stay with: it contradicts the article for one group and supports it for another.",
        skip="If you are late, read out the last finding.",
    ),
    "when-wrong": Guide(
        id="companies-over-people.guide-when-wrong",
        minutes=7,
        discussion="Return to the first show of hands and take it again. Then ask those who changed what they would have to see to change "
        "back. On intentions: let somebody design a study that could settle it.",
        skip="Nothing here: this is where blind followers of the rule are caught.",
    ),
    "worksheet": Guide(
        id="companies-over-people.guide-worksheet",
        minutes=9,
        discussion="Six minutes of silence. Then in pairs: each reads out the line “the decision turns if …”, and the other asks how far away "
        "that is. End with the commitment and its date.",
        skip="If you are late, fill in the work, what flips it and the commitment; the rest is for home.",
    ),
}
