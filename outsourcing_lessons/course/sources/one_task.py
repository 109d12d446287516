"""Sources on keeping providers: lesson 01, and what is used in every lesson."""

from outsourcing_lessons.course.sources.source import ITSELF, READ, SECONDARY, Source

SOURCES = (
    Source(
        "jorgensen-2014", "Jørgensen", 2014,
        "Failure factors of small software projects at a global outsourcing marketplace",
        "Journal of Systems and Software 92, 157–169",
        "observational", "supports", READ, "10.1016/j.jss.2014.01.034",
    ),
    Source(
        "jorgensen-2013", "Jørgensen", 2013,
        "A strong focus on low price when selecting software providers increases the likelihood of failure",
        "EASE 2013, 220–227",
        "observational", "supports", READ,
    ),
    Source(
        "huckman-2009", "Huckman, Staats and Upton", 2009,
        "Team familiarity, role experience, and performance",
        "Management Science 55(1), 85–100",
        "observational", "supports", READ, "10.1287/mnsc.1080.0921",
    ),
    Source(
        "huckman-2013", "Huckman and Staats", 2013,
        "The hidden benefits of keeping teams intact",
        "Harvard Business Review, December",
        "observational", "supports", SECONDARY,
    ),
    Source(
        "huckman-2006", "Huckman and Pisano", 2006,
        "The firm specificity of individual performance",
        "Management Science 52(4)",
        "observational", "supports", SECONDARY, "10.1287/mnsc.1050.0464",
    ),
    Source(
        "staats-2012", "Staats", 2012,
        "Unpacking team familiarity",
        "Production and Operations Management 21(3), 619–635",
        "observational", "qualifies", READ, "10.1111/j.1937-5956.2011.01254.x",
    ),
    Source(
        "heese-2015", "Heese", 2015,
        "Single versus multiple sourcing and the evolution of bargaining positions",
        "Omega 54, 125–133",
        "theory", "qualifies", READ,
    ),
    Source(
        "richardson-1993", "Richardson", 1993,
        "Parallel sourcing and supplier performance in the Japanese automobile industry",
        "Strategic Management Journal",
        "theory", "qualifies", READ,
    ),
    Source(
        "audit-teams", "Doctoral dissertation AAI3265813", None,
        "The impact of experience and familiarity: an examination in project teams", "University of Connecticut",
        "observational", "qualifies", READ,
    ),
    Source(
        "barthelemy-2001", "Barthélemy", 2001,
        "The hidden costs of IT outsourcing",
        "MIT Sloan Management Review 42(3)",
        "survey", "neutral", READ,
    ),
    Source(
        "barthelemy-2003", "Barthélemy", 2003,
        "The seven deadly sins of outsourcing",
        "Academy of Management Executive 17(2)",
        "survey", "neutral", READ,
    ),
    Source(
        "baker-2002", "Baker, Gibbons and Murphy", 2002,
        "Relational contracts and the theory of the firm",
        "Quarterly Journal of Economics 117(1), 39–84",
        "theory", "supports", READ,
    ),
    Source(
        "dol-2024", "US Department of Labor", 2024,
        "Employee or independent contractor classification under the Fair Labor Standards Act",
        "29 CFR 795",
        "law", "qualifies", ITSELF,
    ),
    Source(
        "dol-2026", "US Department of Labor", 2026,
        "Proposal of 26 February 2026 to rescind the rule of 2024 on employees and independent contractors",
        "Proposed rule",
        "law", "qualifies", SECONDARY,
    ),
    Source(
        "sourcing-playbook", "Cabinet Office (UK)", 2021,
        "The Sourcing Playbook", "Third edition, May 2021",
        "opinion", "neutral", SECONDARY,
    ),
)
