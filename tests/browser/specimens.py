"""Specimens: an item of every type, and a block of every other kind, with content like the course's own."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import parse_block

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="ol-chart" viewBox="0 0 560 260" font-family="sans-serif" font-size="13">'
    '<path class="ol-grid" d="M48 40H540M48 100H540M48 160H540" stroke="#d3dbdd" fill="none"/>'
    '<path class="ol-axis" d="M48 220H540" stroke="#6c7a80" fill="none"/>'
    '<path class="ol-line ol-s1" d="M48 60C140 150 260 190 540 200" stroke="#0b5262" stroke-width="2.5" fill="none"/>'
    '<path class="ol-line ol-s2" d="M48 90L540 130" stroke="#8a4b12" stroke-width="2.5" stroke-dasharray="6 4" fill="none"/>'
    '<text class="ol-text" x="440" y="192" fill="#1a2428">one regular</text>'
    '<text class="ol-text" x="420" y="118" fill="#1a2428">someone new</text>'
    '<text class="ol-text" x="48" y="244" fill="#1a2428">jobs in a year</text></svg>'
)
BASE = {"objective": "tell what changing providers costs", "minutes": 2}
HINTS = [
    "Every change costs something that the invoice does not show.",
    "Add the briefing and the checking: your own hours, at what they are worth.",
    "Seven briefings of two hours at €60 come to €840. What does one regular need?",
]

SINGLE = BASE | {
    "type": "single-choice",
    "id": "first-job.first-move",
    "title": "The third designer in a year",
    "prompt": "Mara runs a shop for climbing gear. Her last three product pages came from three designers, each found for the job. "
    "The fourth page is due in two weeks.\n\nWhat should she do first?",
    "options": [
        {
            "id": "cheapest",
            "text": "Post the job again and take the lowest offer",
            "feedback": "The offer is the part of the cost she can see. Searching, briefing and checking start again from zero.",
        },
        {"id": "ask-back", "text": "Ask the best of the three whether they would take this page and the next four"},
        {
            "id": "do-it",
            "text": "Build the page herself: nobody knows the shop better",
            "feedback": "True, and it costs her two evenings which no designer charges for. Her hours are the dearest in the shop.",
        },
        {
            "id": "agency",
            "text": "Give all pages to an agency",
            "feedback": "An agency would end the searching, but she would pay for it each month and still brief someone she cannot choose.",
        },
    ],
    "key": "ask-back",
    "hints": HINTS,
    "praise": "Work in sight is worth more than a high price: it makes it pay to learn her shop.",
    "answer": "Ask the best of the three back, with more work in sight.",
}
MULTIPLE = BASE | {
    "type": "multiple-choice",
    "id": "first-job.hidden-costs",
    "title": "What the invoice leaves out",
    "prompt": "A change of provider costs more than the new one's price. Which of these come back with every change?",
    "options": [
        {
            "id": "search",
            "text": "Searching and comparing offers",
            "feedback": "Searching starts again with each change: three evenings of reading profiles.",
        },
        {
            "id": "brief",
            "text": "Explaining how your business works",
            "feedback": "Nobody new knows your customers, your tone, your tools. You tell it all once more.",
        },
        {
            "id": "rent",
            "text": "Rent of your office",
            "feedback": "The rent is paid whoever does the job, so it cannot speak for or against a change.",
        },
        {
            "id": "slow",
            "text": "The slow first jobs of somebody new",
            "feedback": "The first job takes longest; with each change you buy first jobs again.",
        },
    ],
    "key": ["search", "brief", "slow"],
    "hints": HINTS[:2],
    "praise": "Exactly: these three are bought anew with every change. The rest is there anyway.",
    "answer": "Searching, explaining and the slow first jobs.",
}
NUMBER = BASE | {
    "type": "number",
    "id": "first-job.yearly-cost",
    "title": "A year of newcomers",
    "prompt": "You brief a new bookkeeper for each of the year's 7 jobs. A briefing takes 2 hours of yours, and an hour of yours is worth €60.\n\n"
    "What do the briefings cost you in a year?",
    "exhibit": {
        "caption": "What a job takes from you",
        "columns": ["Step", "Hours", "Cost"],
        "rows": [
            ["Briefing", "2.0", "€120"],
            ["Questions on the way", "0.5", "€30"],
            ["Checking the result", "1.0", "€60"],
        ],
    },
    "key": 840,
    "tolerance": 4,
    "low": 0,
    "high": 100000,
    "prefix": "€",
    "unit": "a year",
    "traps": [
        {
            "id": "one-job",
            "value": 120,
            "tolerance": 1,
            "feedback": "That is one briefing. There are seven in the year, as nobody comes back.",
        }
    ],
    "otherwise": "Multiply: 7 jobs, 2 hours for each, €60 an hour.",
    "hints": HINTS,
    "praise": "7 × 2 × €60 = €840, and not a line of it stands on an invoice.",
    "answer": "€840: 7 jobs × 2 hours × €60.",
}
ORDERING = BASE | {
    "type": "ordering",
    "id": "first-job.ladder",
    "title": "How trust grows",
    "prompt": "You have found a promising video editor. Put the steps in the order in which you would take them.",
    "options": [
        {
            "id": "retainer",
            "text": "Agree on ten hours a month",
            "feedback": "A monthly promise comes last: it is worth giving only to somebody whose work you have seen more than once.",
        },
        {
            "id": "trial",
            "text": "Pay for one small, real task",
            "feedback": "A paid trial comes first: it is the cheapest way to see real work.",
        },
        {
            "id": "second",
            "text": "Give a second job with less explanation",
            "feedback": "The second job shows whether what you explained has stayed.",
        },
        {
            "id": "handover",
            "text": "Let them decide the cuts on their own",
            "feedback": "Decisions are handed over once the second job has shown judgement.",
        },
    ],
    "key": ["trial", "second", "handover", "retainer"],
    "first": "costs you least if it goes wrong",
    "last": "costs you most",
    "hints": HINTS[:1],
    "praise": "Each step is paid for by what the one before has shown.",
    "answer": "Trial, second job, own decisions, retainer.",
}
ALLOCATION = BASE | {
    "type": "allocation",
    "id": "first-job.budget",
    "title": "A budget for finding someone",
    "prompt": "You have €1,000 to find a translator you will keep for years. How do you spend it?",
    "total": 1000,
    "prefix": "€",
    "parts": [
        {
            "id": "trials",
            "text": "Paid trial tasks for the best three",
            "low": 500,
            "high": 800,
            "too_low": "Trials are the best predictor you can buy; give them more than half.",
            "too_high": "Leave something for comparing what the trials bring.",
        },
        {
            "id": "reading",
            "text": "Reading profiles and applications",
            "low": 50,
            "high": 200,
            "too_low": "Without any reading you try people at random.",
            "too_high": "Profiles say little about work; two hours are enough.",
        },
        {
            "id": "second",
            "text": "A second opinion on the trials",
            "low": 100,
            "high": 300,
            "too_low": "You do not read Finnish: somebody who does has to look at the trials.",
            "too_high": "One careful reader is enough.",
        },
    ],
    "key": {"trials": 700, "reading": 100, "second": 200},
    "hints": HINTS[:1],
    "praise": "Most of the money goes where you see real work.",
    "answer": "About €700 for trials, €100 for reading, €200 for a second opinion.",
}
PREDICTION = BASE | {
    "type": "prediction",
    "id": "first-job.how-much-dearer",
    "title": "Before you look",
    "prompt": "Two shops buy the same twelve jobs in a year, from people of the same price. One takes someone new each time, the other keeps a regular.\n\n"
    "How much dearer is the first, everything counted?",
    "key": 38,
    "low": 0,
    "high": 300,
    "unit": "%",
    "below": "The truth lies below your range: newcomers are dear, but not as dear as that.",
    "above": "The truth lies above your range: hardly anybody counts their own hours.",
    "praise": "Your range held the truth.",
    "answer": "38 %",
}
SHORT = BASE | {
    "type": "short-text",
    "id": "first-job.invitation",
    "title": "Ask somebody back",
    "prompt": "Write to the provider you would like to keep. Three sentences are enough.",
    "least_words": 8,
    "checklist": [
        {
            "id": "work",
            "text": "It says how much work is in sight",
            "feedback": "Say how many jobs are in sight, or it is only a compliment.",
        },
        {
            "id": "good",
            "text": "It says what was good about the last job",
            "feedback": "Name one thing that was good: it tells them what to do again.",
        },
        {"id": "pay", "text": "It says what you pay", "feedback": "Name the pay, so that they can say yes at once."},
    ],
    "praise": "Send it. It takes a minute and may save you a year of briefings.",
    "answer": "Hello Aino, the last two pages were clear and on time. I have about ten more this year. Would you take them at €45 an hour?",
}

# Neither right nor wrong, so in none of the tables of right and wrong answers.
GAME = BASE | {
    "type": "game",
    "id": "first-job.two-quarters",
    "title": "Two quarters",
    "prompt": "How many people, and how many hours to look?",
    "model": "no-model-here",
    "quarters": 2,
    "seed": 1,
    "dials": [
        {"id": "people", "text": "People", "low": 0, "high": 4, "step": 1, "start": 1, "words": {"0": "nobody"}},
        {
            "id": "watch",
            "text": "Looking",
            "low": 0,
            "high": 8,
            "step": 0.5,
            "start": 0,
            "decimals": 1,
            "unit": "hours",
        },
    ],
    "praise": "Play it again.",
    "hints": [],
}
PLAYED = {"dials": [{"people": 0, "watch": 1.5}, {"people": 3, "watch": 0}], "seed": 1}

FRAMES = [
    {
        "svg": CHART,
        "alt": "Cost of a year against the number of jobs: from 4 jobs on, one regular is cheaper; at 12 jobs the year costs €4,100 against €5,660.",
        "sentence": "With 12 jobs a year a regular saves you €1,560, even if one in four leaves.",
        "readouts": [
            {"label": "Break-even", "value": "4 jobs"},
            {"label": "Someone new each time", "value": "€5,660"},
            {"label": "One regular", "value": "€4,100"},
        ],
    },
    {
        "svg": CHART,
        "alt": "The same chart with yearly departures: break-even moves to 9 jobs.",
        "sentence": "If your provider leaves every year, the regular pays only from 9 jobs on.",
        "readouts": [
            {"label": "Break-even", "value": "9 jobs"},
            {"label": "Someone new each time", "value": "€5,660"},
            {"label": "One regular", "value": "€5,210"},
        ],
    },
]
EXPLORER = {
    "kind": "explorer",
    "id": "first-job.explorer",
    "title": "When does a regular pay?",
    "question": "Move one thing at a time. At which number of jobs do the lines cross, and what moves that point most?",
    "sliders": [
        {"id": "jobs", "label": "Jobs in a year", "low": 1, "high": 40, "step": 1, "value": 12, "unit": "jobs"},
        {
            "id": "onboarding",
            "label": "Your hours to brief somebody new",
            "low": 0.5,
            "high": 10,
            "step": 0.5,
            "value": 2,
            "unit": "hours",
            "decimals": 1,
        },
        {
            "id": "leaving",
            "label": "Chance that a regular leaves within a year",
            "low": 0,
            "high": 100,
            "step": 5,
            "value": 25,
            "unit": "%",
        },
    ],
    "scenarios": [
        {"label": "A usual year", "values": {"jobs": 12, "onboarding": 2, "leaving": 25}, "frame": FRAMES[0]},
        {
            "label": "Your provider leaves every year",
            "values": {"jobs": 12, "onboarding": 2, "leaving": 100},
            "frame": FRAMES[1],
        },
    ],
}
REVEAL = {
    "kind": "reveal",
    "id": "first-job.reveal",
    "prediction": PREDICTION["id"],
    "title": "What changing costs",
    "truth": "Someone new each time is 38\u00a0% dearer.",
    "explanation": "The price is the same. The difference is search, briefing and slow first jobs, bought twelve times instead of once.",
    "formula": "yearly cost = jobs × price + changes × (search + briefing) + slow first jobs",
    "assumptions": "12 jobs; 85 % learning rate; 2 hours to brief and 3 hours to search at €60 an hour; one regular in four leaves within the year.",
}
RESEARCH = {
    "kind": "research",
    "id": "first-job.research",
    "title": "What is known about staying together",
    "findings": [
        {
            "source": "a",
            "claim": "Surgeons do better in the hospital where they operate often; the gain does not travel with them.",
            "citation": "Huckman and Pisano (2006), Management Science.",
            "doi": "10.1287/mnsc.1050.0464",
            "strength": "observational",
            "direction": "supports",
        },
        {
            "source": "b",
            "claim": "Long relations can also grow slack: with time, checking wears off.",
            "citation": "An invented example for this page.",
            "strength": "case",
            "direction": "qualifies",
            "note": "One firm, twelve years.",
        },
    ],
}
WORKSHEET = {
    "kind": "worksheet",
    "id": "first-job.worksheet",
    "title": "Your first regular",
    "purpose": "Half a page you can act on tomorrow: whom you ask back, with what, and until when.",
    "sheets": [
        {
            "title": "The person",
            "help": "Take somebody whose last job needed no second round.",
            "fields": [
                {"id": "who", "label": "Whom will you ask back?", "example": "Aino, who made the two spring pages"},
                {
                    "id": "why",
                    "label": "What was good about their work?",
                    "type": "area",
                    "example": "On time, asked early, wrote like us",
                },
                {"id": "by", "label": "You write to them by", "type": "date"},
            ],
        },
        {
            "title": "The work in sight",
            "rows": 3,
            "fields": [
                {"id": "job", "label": "Job", "example": "product page"},
                {"id": "hours", "label": "Hours", "type": "number", "example": "6"},
                {"id": "due", "label": "Due", "type": "date"},
            ],
        },
    ],
}
CHOICE_SHEET = {
    "kind": "worksheet",
    "id": "your-week.task-map",
    "title": "Your task map",
    "purpose": "Your week on one page.",
    "sheets": [
        {
            "title": "What you do in a week",
            "help": "Drop what nobody would miss.",
            "rows": 4,
            "fields": [
                {"id": "task", "label": "Task"},
                {"id": "hours", "label": "Hours a week", "type": "number"},
                {"id": "skill", "label": "Skill it takes", "type": "choice", "options": ["little", "some", "much"]},
                {
                    "id": "written",
                    "label": "Written down",
                    "type": "choice",
                    "options": ["nowhere", "a few notes", "mostly", "fully"],
                },
                {
                    "id": "decision",
                    "label": "What I will do with it",
                    "type": "choice",
                    "options": ["eliminate", "automate", "delegate", "keep"],
                    "roles": ["stranger", "machine", "regular", "own"],
                },
            ],
            "start": {
                "task.1": "Photograph new gear",
                "hours.1": "3",
                "skill.1": "some",
                "written.1": "nowhere",
                "task.2": "Answer the post",
                "hours.2": "6.5",
                "skill.2": "little",
                "written.2": "a few notes",
            },
        },
        {
            "title": "One commitment",
            "fields": [
                {"id": "commitment", "label": "The one task I stop doing myself", "example": "the photographs"},
                {
                    "id": "how",
                    "label": "What I will do with it",
                    "type": "choice",
                    "options": ["eliminate", "automate", "delegate"],
                },
                {"id": "by", "label": "By", "type": "date"},
            ],
            "start": {"commitment": "Answering the post"},
        },
    ],
}
TALLY = {
    "kind": "tally",
    "id": "last-look.tally",
    "title": "What has changed",
    "purpose": "The same questions, before and after.",
    "pairs": [
        {"title": "Replacing people", "before": ["t.a1", "t.a2"], "after": ["t.b1", "t.b2"]},
        {"title": "Hiring blind", "before": ["t.a3", "t.a4"], "after": ["t.b3", "t.b4"]},
        {"title": "People over companies", "before": ["t.a5", "t.a6"], "after": ["t.b5", "t.b6"]},
        {"title": "Managing by replacing", "before": ["t.a7", "t.a8"], "after": ["t.b7", "t.b8"]},
    ],
}
BINDER = {
    "kind": "binder",
    "id": "last-look.binder",
    "title": "Your playbook",
    "purpose": "All that you wrote in the course, in one document to keep.",
    "worksheets": [CHOICE_SHEET, WORKSHEET],
}
PROSE = {
    "kind": "prose",
    "id": "first-job.story",
    "markdown": "## Three designers, one shop\n\nMara liked the first page. The *second* designer asked the same twelve questions.\n\n"
    "| Page | Hours | Paid |\n|---|---|---|\n| Ropes | 6 | €270 |\n| Shoes | 7 | €315 |\n\n1. Search\n2. Brief\n3. Check\n\nRead [the study](https://doi.org/10.1287/mnsc.1050.0464).",
}
GUIDE = {
    "kind": "guide",
    "id": "first-job.guide",
    "section": "practice",
    "talk": 12,
    "discussion": "Ask for hands: who has briefed three people for the same job this year?",
    "skip": "Leave out the second explorer.",
}

PROFILE = {
    "kind": "profile",
    "id": "your-week.profile",
    "line": "Made for Guest: online shop, 50 hours a week, €60 for an hour you sell. Stories and sums follow these numbers.",
    "fields": [
        {"name": "learner", "label": "Your name", "help": "It is printed on your pages.", "value": "Guest"},
        {
            "name": "business",
            "label": "Your trade",
            "type": "choice",
            "options": ["online shop", "design studio"],
            "value": "online shop",
        },
        {
            "name": "country",
            "label": "Your country",
            "type": "choice",
            "options": ["AQ", "DE", "GB", "JP", "SE"],
            "codes": "region",
            "suggests": {"DE": "EUR", "GB": "GBP", "JP": "JPY", "SE": "SEK"},
        },
        {
            "name": "currency",
            "label": "Your currency",
            "type": "choice",
            "options": ["EUR", "GBP", "JPY", "SEK", "USD"],
            "codes": "currency",
            "value": "EUR",
        },
        {"name": "weekly_hours", "label": "Hours you work in a week", "type": "number", "value": "50"},
        {"name": "hour_value", "label": "What an hour you sell brings in", "type": "number", "value": "60"},
        {
            "name": "unsold_hour_value",
            "label": "What an hour you do not sell is worth",
            "help": "Optional: if you leave it empty, the course works it out.",
            "type": "number",
        },
    ],
}
# A worksheet that is filled in from another one, and works out the rest.
FLOWING = {
    "kind": "worksheet",
    "id": "first-job.bench-plan",
    "title": "Your bench plan",
    "purpose": "Ten minutes on your own work.",
    "sheets": [
        {
            "title": "Your streams",
            "rows": 3,
            "fields": [{"id": "stream", "label": "Stream"}, {"id": "times", "label": "Times a year", "type": "number"}],
            "draws": {
                "stream": {
                    "worksheet": "your-week.task-map",
                    "field": "task",
                    "said": "your task map",
                    "only": {"decision": ["delegate"]},
                }
            },
            "results": [{"label": "All jobs of a year", "formula": ["sum", "times"], "of": 100}],
        },
        {
            "title": "What it ought to cost",
            "fields": [
                {"id": "job-hours", "label": "Hours for a usual job", "type": "number"},
                {
                    "id": "should-cost",
                    "label": "So one job should cost",
                    "type": "number",
                    "prefix": "€",
                    "formula": ["*", "job-hours", 57.0],
                },
            ],
        },
    ],
}

ITEMS = {item["type"]: item for item in (SINGLE, MULTIPLE, NUMBER, ORDERING, ALLOCATION, PREDICTION, SHORT)}
OTHERS = {
    block["kind"]: block for block in (PROFILE, EXPLORER, REVEAL, RESEARCH, WORKSHEET, TALLY, BINDER, PROSE, GUIDE)
}
WRONG = {
    "single-choice": {"option": "cheapest"},
    "multiple-choice": {"options": ["rent"]},
    "number": {"value": "120"},
    "ordering": {"order": ["retainer", "handover", "second", "trial"]},
    "allocation": {"amounts": {"trials": "10", "reading": "490", "second": "500"}},
    "prediction": {"value": "20", "low": "15", "high": "30", "confidence": 80},
    "short-text": {"text": "Hello Aino, thank you for the pages, they were very good.", "ticks": []},
}
PARTLY = {
    "multiple-choice": {"options": ["search", "brief"]},
    "ordering": {"order": ["trial", "handover", "second", "retainer"]},
    "allocation": {"amounts": {"trials": "600", "reading": "100", "second": "300"}},
    "short-text": {"text": "Hello Aino, thank you for the pages, they were very good.", "ticks": ["good"]},
}
PARTLY["allocation"]["amounts"] = {"trials": "400", "reading": "300", "second": "300"}
RIGHT = {
    "single-choice": {"option": "ask-back"},
    "multiple-choice": {"options": ["search", "brief", "slow"]},
    "number": {"value": "840"},
    "ordering": {"order": ["trial", "second", "handover", "retainer"]},
    "allocation": {"amounts": {"trials": "700", "reading": "100", "second": "200"}},
    "prediction": {"value": "40", "low": "25", "high": "60", "confidence": 80},
    "short-text": {
        "text": "Hello Aino, the pages were clear. Ten more are in sight, at €45 an hour.",
        "ticks": ["work", "good", "pay"],
    },
}


def told(right: bool, confidence: int, score: float | None = None) -> dict:
    """Return a kept attempt at a test item, as a host gives it."""
    brier = (confidence / 100 - right) ** 2
    outcome = {
        "valid": True,
        "refusal": None,
        "correct": right,
        "score": float(right) if score is None else score,
        "feedback": ["."],
        "brier": brier,
    }
    return {"response": {"confidence": confidence}, "outcome": outcome}


# Before: 1, 2, 1 and 1 right of 2; after: 2, 2, 0 and 1, the last half right besides.
BEFORE = ((0, 80), (1, 80), (1, 60), (1, 90), (1, 50), (0, 50), (1, 70), (0, 70))
AFTER = ((1, 90), (1, 90), (1, 80), (1, 95), (0, 60), (0, 80), (1, 80), (0, 50, 0.5))
TOLD = {f"t.{side}{i}": [told(*one)] for side, all_ in (("a", BEFORE), ("b", AFTER)) for i, one in enumerate(all_, 1)}
WRITTEN = {
    "your-week.task-map": {
        "task.1": "Photograph <b>new</b> gear",
        "decision.1": "delegate",
        "task.3": " The books ",
        "commitment": "Post; the, rest\\",
        "by": "2026-12-01",
    },
    "first-job.worksheet": {
        "who": "  ",
        "why": 'She wrote:\n"asked early" & on time, ' + "lång äöü " * 12,
        "job.2": "Ropes",
        "due.2": "2026-11-30",
        "due.3": "2026-02-31",
        "hours.2": "6",
    },
}


def ask(item: dict, section: str = "practice") -> dict:
    """Return the public data of a block that asks ``item``, checked on the way."""
    return parse_block({"kind": "ask", "id": f"ask-{item['id']}", "section": section, "item": item}).model_dump(
        mode="json"
    )


def other(block: dict) -> dict:
    """Return a block's data with every default filled in."""
    return parse_block(block).model_dump(mode="json")
