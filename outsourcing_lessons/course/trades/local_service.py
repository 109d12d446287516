"""A local service business: crews who clean, repair or install at customers' places."""

from outsourcing_lessons.lessons.trade import Stream, Task, Trade

LOCAL_SERVICE = Trade(
    name="local service business",
    firm="a local service business",
    place="business",
    owner="Rosa Delgado",
    customer="Henrik Lund",
    freelancer="Ahmed Farouk",
    company="Citywide Trades",
    newcomer_rate=0.45,
    regular_rate=0.55,
    agency_rate=0.85,
    tasks=(
        Task("answering the phone", 8, "low", 1, "you", 2),
        Task("planning the rounds", 5, "medium", 0, "you", 4),
        Task("quotes on site", 6, "high", 0, "you", 6),
        Task("cleaning and repair jobs", 20, "medium", 2, "team", 3),
        Task("buying materials", 3, "low", 1, "team", 1),
        Task("chasing unpaid invoices", 3, "low", 2, "you", 2),
        Task("online reviews and listings", 2, "low", 0, "you", 1),
        Task("vehicle upkeep", 2, "medium", 2, "provider", 8),
    ),
    stream=Stream(
        job="an end-of-lease flat to turn round",
        jobs="end-of-lease flats to turn round",
        first_hours=8,
        per_year=26,
        brief="your checklist, your materials and how your landlords want to find a flat",
        done="a flat the landlord accepts at the first visit, with a photo of each room in our folder",
        held="the keys",
        tools="van and machines",
    ),
    one_offs=(
        "signs for the new van",
        "a claim against the insurer after the flood",
        "fitting out the new store room",
        "the permit for this year's street festival stall",
    ),
    streams=(
        "end-of-lease cleans",
        "boiler checks at customers' homes",
        "answering calls after six",
        "photographs before and after each job",
    ),
)
