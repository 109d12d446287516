"""Property management: someone looks after flats and houses for their owners."""

from outsourcing_lessons.lessons.trade import Stream, Task, Trade

PROPERTY_MANAGEMENT = Trade(
    name="property management",
    firm="a property agency",
    place="agency",
    owner="Daniel Mwangi",
    customer="Sofia Ricci",
    freelancer="Elif Demir",
    company="Castor Facilities",
    newcomer_rate=0.4,
    regular_rate=0.5,
    agency_rate=0.8,
    tasks=(
        Task("tenants' calls", 9, "medium", 1, "you", 2),
        Task("viewings", 7, "low", 2, "you", 2),
        Task("repairs", 8, "medium", 0, "provider", 6),
        Task("listings and photos", 4, "medium", 1, "provider", 3),
        Task("service charge accounts", 5, "high", 2, "team", 10),
        Task("inspections", 5, "medium", 2, "team", 5),
        Task("contracts and renewals", 4, "high", 0, "you", 15),
        Task("key handovers", 3, "low", 2, "team", 1),
    ),
    stream=Stream(
        job="a listing with photos and floor plan",
        jobs="listings with photos and floor plans",
        first_hours=5,
        per_year=28,
        brief="your buildings, your wording rules and who holds which key",
        done="a listing that can go online, filed in our folder",
        held="the keys",
        tools="camera and software",
    ),
    one_offs=(
        "the vote on a new roof",
        "a dispute about the garden wall",
        "moving the office",
        "the energy certificate for the one house still without",
    ),
    streams=(
        "listings for empty flats",
        "inspections of one house after another",
        "small repairs between tenants",
        "handover reports",
    ),
)
