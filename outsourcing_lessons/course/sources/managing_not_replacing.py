"""Sources on handing decisions over, on procedures and on automation: lesson 04."""

from outsourcing_lessons.course.sources.source import ITSELF, READ, SECONDARY, Source

SOURCES = (
    Source(
        "bloom-2013", "Bloom, Eifert, Mahajan, McKenzie and Roberts", 2013,
        "Does management matter? Evidence from India",
        "Quarterly Journal of Economics 128(1), 1–51",
        "randomised trial", "supports", READ, "10.1093/qje/qjs044",
    ),
    Source(
        "bloom-2020", "Bloom, Mahajan, McKenzie and Roberts", 2020,
        "Do management interventions last? Evidence from India",
        "American Economic Journal: Applied Economics 12(2), 198–219",
        "randomised trial", "qualifies", READ,
    ),
    Source(
        "ton-2008", "Ton and Huckman", 2008,
        "Managing the impact of employee turnover on performance: the role of process conformance",
        "Organization Science 19(1), 56–68",
        "observational", "supports", READ, "10.1287/orsc.1070.0294",
    ),
    Source(
        "haynes-2009", "Haynes and co-authors", 2009,
        "A surgical safety checklist to reduce morbidity and mortality in a global population",
        "New England Journal of Medicine 360, 491–499",
        "observational", "supports", READ, "10.1056/NEJMsa0810119",
    ),
    Source(
        "haugen-2015", "Haugen and co-authors", 2015,
        "Effect of the World Health Organization checklist on patient outcomes",
        "Annals of Surgery",
        "randomised trial", "supports", READ, "10.1097/SLA.0000000000000716",
    ),
    Source(
        "conley-2011", "Conley, Singer, Edmondson, Berry and Gawande", 2011,
        "Effective surgical safety checklist implementation",
        "Journal of the American College of Surgeons 212, 873–879",
        "case", "qualifies", READ,
    ),
    Source(
        "urbach-2014", "Urbach and co-authors", 2014,
        "Introduction of surgical safety checklists in Ontario, Canada",
        "New England Journal of Medicine",
        "observational", "contradicts", READ,
    ),
    Source(
        "wickens-2015", "Wickens, Clegg, Vieane and Sebok", 2015,
        "Complacency and automation bias in the use of imperfect automation",
        "Human Factors",
        "laboratory experiment", "qualifies", READ, "10.1177/0018720815581940",
    ),
    Source(
        "kingman-1961", "Kingman", 1961,
        "The single server queue in heavy traffic",
        "Mathematical Proceedings of the Cambridge Philosophical Society",
        "theory", "supports", SECONDARY,
    ),
    Source(
        "munroe-2013", "Munroe", 2013,
        "Is it worth the time?",
        "xkcd 1205, 29 April 2013",
        "opinion", "qualifies", ITSELF,
    ),
    Source(
        "appelo", "Appelo", None,
        "The seven levels of delegation", "Management 3.0",
        "opinion", "neutral", ITSELF,
    ),
    Source(
        "avelino-2016", "Avelino and co-authors", 2016,
        "A novel approach for estimating truck factors",
        "ICPC 2016, arXiv 1604.06766",
        "observational", "supports", READ,
    ),
)
