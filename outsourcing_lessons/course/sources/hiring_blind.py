"""Sources on choosing providers: lesson 02."""

from outsourcing_lessons.course.sources.source import READ, SECONDARY, Source

SOURCES = (
    Source(
        "sackett-2022", "Sackett, Zhang, Berry and Lievens", 2022,
        "Revisiting meta-analytic estimates of validity in personnel selection",
        "Journal of Applied Psychology 107(11)",
        "meta-analysis", "supports", SECONDARY, "10.1037/apl0000994",
    ),
    Source(
        "schmidt-1998", "Schmidt and Hunter", 1998,
        "The validity and utility of selection methods in personnel psychology",
        "Psychological Bulletin 124(2), 262–274",
        "meta-analysis", "qualifies", SECONDARY, "10.1037/0033-2909.124.2.262",
    ),
    Source(
        "huffcutt-2014", "Huffcutt, Culbertson and Weyhrauch", 2014,
        "Moving forward indirectly: reanalyzing the validity of employment interviews",
        "International Journal of Selection and Assessment",
        "meta-analysis", "qualifies", READ,
    ),
    Source(
        "jorgensen-2016", "Jørgensen", 2016,
        "Better selection of software providers through trialsourcing",
        "IEEE Software",
        "observational", "supports", READ,
    ),
    Source(
        "jorgensen-2021", "Jørgensen and Grov", 2021,
        "A field experiment on trialsourcing and the effect of contract types on outsourced software development",
        "Information and Software Technology",
        "field experiment", "contradicts", READ, "10.1016/j.infsof.2021.106559",
    ),
    Source(
        "lin-2010", "Lin, Viswanathan and Agarwal", 2010,
        "An empirical study of online software outsourcing",
        "NET Institute Working Paper 10-22",
        "observational", "qualifies", READ,
    ),
    Source(
        "akerlof-1970", "Akerlof", 1970,
        "The market for “lemons”: quality uncertainty and the market mechanism",
        "Quarterly Journal of Economics 84(3), 488–500",
        "theory", "supports", READ,
    ),
    Source(
        "van-iddekinge-2019", "Van Iddekinge, Arnold, Frieder and Roth", 2019,
        "A meta-analysis of the criterion-related validity of prehire work experience",
        "Personnel Psychology",
        "meta-analysis", "supports", READ, "10.1111/peps.12335",
    ),
    Source(
        "kruger-1999", "Kruger and Dunning", 1999,
        "Unskilled and unaware of it",
        "Journal of Personality and Social Psychology 77(6), 1121–1134",
        "small experiment", "supports", READ,
    ),
    Source(
        "magnus-2022", "Magnus and Peresetsky", 2022,
        "A statistical explanation of the Dunning–Kruger effect",
        "Frontiers in Psychology",
        "theory", "qualifies", READ, "10.3389/fpsyg.2022.840180",
    ),
    Source(
        "menzies-2017", "Menzies, Nichols, Shull and Layman", 2017,
        "Are delayed issues harder to resolve? Revisiting cost-to-fix of defects throughout the lifecycle",
        "Empirical Software Engineering",
        "observational", "contradicts", READ, "10.1007/s10664-016-9469-x",
    ),
)
