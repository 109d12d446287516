"""A coaching and training practice: courses, workshops and one-to-one work."""

from outsourcing_lessons.lessons.trade import Stream, Task, Trade

COACHING_PRACTICE = Trade(
    name="coaching and training practice",
    firm="a coaching and training practice",
    place="practice",
    owner="Hana Suzuki",
    customer="Olivier Lambert",
    freelancer="Chidi Eze",
    company="Learnwell Services",
    newcomer_rate=0.3,
    regular_rate=0.38,
    agency_rate=0.7,
    tasks=(
        Task("preparing slides and handouts", 6, "medium", 1, "you", 2),
        Task("booking rooms and travel", 4, "low", 2, "you", 3),
        Task("editing recordings", 5, "medium", 1, "provider", 1),
        Task("enrolments and reminders", 5, "low", 2, "you", 2),
        Task("one-to-one sessions", 12, "high", 0, "you", 10),
        Task("newsletter and posts", 4, "medium", 0, "you", 1),
        Task("invoices", 2, "low", 2, "you", 2),
        Task("designing new courses", 5, "high", 0, "you", 12),
    ),
    stream=Stream(
        job="a recorded session to edit",
        jobs="recorded sessions to edit",
        first_hours=5,
        per_year=30,
        brief="your pauses, your examples and what must never be shown",
        done="an edited session that can be sent out, filed in our folder",
    ),
    one_offs=(
        "a new name for the practice",
        "recording the jingle",
        "the legal check of this year's terms",
        "moving the archive of old recordings",
    ),
    streams=(
        "editing each recorded session",
        "handouts for each course",
        "reminders before each course",
        "transcripts for participants",
    ),
)
