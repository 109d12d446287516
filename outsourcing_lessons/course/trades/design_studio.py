"""A design studio: a few people make brands, websites and print for clients."""

from outsourcing_lessons.lessons.trade import Stream, Task, Trade

DESIGN_STUDIO = Trade(
    name="design studio",
    firm="a design studio",
    place="studio",
    owner="Mateus Oliveira",
    customer="Ingrid Solberg",
    freelancer="Priya Raman",
    company="North Quay Production",
    newcomer_rate=0.5,
    regular_rate=0.62,
    agency_rate=0.95,
    tasks=(
        Task("illustrations", 6, "high", 0, "provider", 4),
        Task("preparing files for print", 5, "medium", 2, "team", 6),
        Task("building websites from layouts", 10, "high", 1, "provider", 5),
        Task("quotes and proposals", 4, "high", 1, "you", 8),
        Task("photo retouching", 5, "medium", 2, "provider", 1),
        Task("invoices and reminders", 3, "low", 2, "you", 2),
        Task("client feedback rounds", 8, "medium", 0, "you", 3),
        Task("pitching for new clients", 5, "high", 0, "you", 15),
    ),
    stream=Stream(
        job="a landing page built from a finished layout",
        jobs="landing pages built from finished layouts",
        first_hours=9,
        per_year=20,
        brief="your grid, your naming of layers and how much a client may change",
        done="a page that is ready to publish, filed in our folder",
    ),
    one_offs=(
        "the studio's own new logo",
        "moving ten years of files to another archive",
        "a lease for the new office",
        "an award entry film",
    ),
    streams=(
        "retouching product photos",
        "turning finished layouts into web pages",
        "preparing files for print",
        "subtitles for client films",
    ),
)
