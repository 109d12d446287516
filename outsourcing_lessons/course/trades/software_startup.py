"""A software startup: a small team builds one product and sells subscriptions."""

from outsourcing_lessons.lessons.trade import Stream, Task, Trade

SOFTWARE_STARTUP = Trade(
    name="software startup",
    firm="a software startup",
    place="company",
    owner="Amara Okafor",
    customer="Lukas Meier",
    freelancer="Nguyen Minh Anh",
    company="Kestrel Engineering",
    newcomer_rate=0.55,
    regular_rate=0.68,
    agency_rate=1.05,
    tasks=(
        Task("bug fixes", 10, "high", 1, "team", 4),
        Task("testing releases", 6, "medium", 2, "team", 8),
        Task("support tickets", 8, "medium", 1, "you", 1),
        Task("screen designs", 5, "high", 1, "provider", 4),
        Task("release notes and help pages", 4, "medium", 1, "you", 1),
        Task("sales demos", 5, "high", 0, "you", 10),
        Task("cloud accounts and backups", 3, "high", 0, "team", 25),
        Task("payroll", 2, "low", 3, "provider", 6),
    ),
    stream=Stream(
        job="an integration with a customer's system",
        jobs="integrations with customers' systems",
        first_hours=16,
        per_year=18,
        brief="your interfaces, your test data and what your customers call things",
        done="a connection that passes our test run, with its code in our repository",
    ),
    one_offs=(
        "moving to another cloud region",
        "the first security audit",
        "choosing the name of the new product",
        "the slides for this funding round",
    ),
    streams=(
        "integrations for new customers",
        "the test run before each release",
        "help pages for new functions",
        "triage of bug reports",
    ),
)
