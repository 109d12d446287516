"""What the game rests on: the figures that carry most of what it shows, each with what it means."""

RESTS = (
    "The shape of learning, what care in choosing brings, how slowly practice fades and that drafts must be checked lean "
    "on studies, which the lessons name. Everything else is an assumption of the course.",
    "If you doubt a figure, change it here, from a quarter of it to four times as much, and play. That year is then marked "
    "“other figures”.",
)
# The label, why it is as it is, and what it may not be above.
FIGURES = {
    "half_life": ("Years until half of what was agreed is forgotten, if nobody looks", "Bloom and others (2020) found about half gone after eight to nine years, in Indian textile plants. Letting go and never looking loses at any of these.", "100"),
    "base": ("Share of good people among those who answer first", "A guess. If good people were twice as common, choosing with care would not be worth its price.", "0.8"),
    "catch": ("Share of mistakes that watching all the time would find", "A guess. The more it finds, the more safely decisions can be handed over.", "0.98"),
    "half": ("Jobs after which half of the learning is done", "Near a learning curve of 90 to 92 %, as in the lesson on regulars. The more jobs it takes, the more each departure costs.", "500"),
    "error_cost": ("What a mistake that gets out costs, in hours of yours", "A guess. If mistakes cost four times as much, a limit on what may be decided alone would no longer pay in about half of the trades.", "500"),
    "company_price": ("What a company takes for a job, in hours of yours", "A guess. At half the price, giving it all of the work would be better than a fifth of it in about half of the trades.", "500"),
    "leave": ("Chance that somebody leaves within a year", "A guess. The more often people leave, the more a second one is worth.", "0.95"),
}  # fmt: skip
