"""Sources on choosing between people and companies: lesson 03."""

from outsourcing_lessons.course.sources.source import ITSELF, READ, Source

SOURCES = (
    Source(
        "stanton-2016", "Stanton and Thomas", 2016,
        "Landing the first job: the value of intermediaries in online hiring",
        "Review of Economic Studies 83(2)",
        "observational", "contradicts", READ, "10.1093/restud/rdv042",
    ),
    Source(
        "filippas-2022", "Filippas, Horton and Golden", 2022,
        "Reputation inflation",
        "Marketing Science 41(4), 733–745",
        "observational", "qualifies", READ, "10.1287/mksc.2022.1350",
    ),
    Source(
        "garg-2021", "Garg and Johari", 2021,
        "Designing informative rating systems: evidence from an online labor market",
        "Manufacturing & Service Operations Management 23(3), 589–605",
        "randomised trial", "qualifies", READ,
    ),
    Source(
        "agrawal-2016", "Agrawal, Lacetera and Lyons", 2016,
        "Does standardized information in online markets disproportionately benefit job applicants from less developed countries?",
        "Journal of International Economics 103, 1–12",
        "observational", "qualifies", READ, "10.1016/j.jinteco.2016.08.003",
    ),
    Source(
        "holmstrom-1991", "Holmström and Milgrom", 1991,
        "Multitask principal-agent analyses: incentive contracts, asset ownership, and job design",
        "Journal of Law, Economics, and Organization 7, 24–52",
        "theory", "qualifies", READ,
    ),
    Source(
        "hara-2018", "Hara and others", 2018,
        "A data-driven analysis of workers' earnings on Amazon Mechanical Turk",
        "CHI 2018",
        "observational", "qualifies", READ,
    ),
    Source(
        "brown-2001", "Brown, Cai and DasGupta", 2001,
        "Interval estimation for a binomial proportion",
        "Statistical Science",
        "theory", "supports", READ, "10.1214/ss/1009213286",
    ),
    Source(
        "gdpr-28", "European Union", 2016,
        "General Data Protection Regulation, article 28: Processor",
        "Regulation (EU) 2016/679",
        "law", "qualifies", ITSELF,
    ),
    Source(
        "usc-101", "United States Code", None,
        "17 U.S.C. 101: definition of a work made for hire",
        "Title 17, Copyrights",
        "law", "neutral", ITSELF,
    ),
    Source(
        "ccnv-1989", "CCNV v. Reid", 1989,
        "Community for Creative Non-Violence v. Reid",
        "490 U.S. 730",
        "law", "neutral", ITSELF,
    ),
)
