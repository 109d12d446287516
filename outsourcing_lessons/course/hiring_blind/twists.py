"""What makes the story of lesson 02 one of this trade and no other."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.lessons.case import Case


@dataclass(frozen=True)
class Twist:
    """Work that the owner of this trade buys and cannot judge.

    Parameters
    ----------
    work, role : str
        The work as a noun phrase; who does it, with the article.
    veteran, years, second : str
        The applicant with most years, how many, and the one whom the owner takes in the end.
    seemed, noticed : str
        How the work looked to the owner; what the customer saw. Whole sentences.
    test : str
        How somebody without the craft can tell that it is done, after "it is done when".
    question, strong, weak : str
        A question for the interview, and what a strong and a weak answer hold.
    trial : str
        Two paid hours of it, as a noun phrase.
    size, access, past : str
        What a vague brief leaves out: how much there is, what may be touched, what went wrong before.
    tools : str
        What is the provider's to choose.
    expert, trouble : str
        Somebody with a licence, and what they are needed for, as a sentence.
    """

    work: str
    role: str
    veteran: str
    years: int
    second: str
    seemed: str
    noticed: str
    test: str
    question: str
    strong: str
    weak: str
    trial: str
    size: str
    access: str
    past: str
    tools: str
    expert: str
    trouble: str

    @property
    def people(self) -> str:
        """Those who do the work, as many as you like: "web developers"."""
        return self.role.split(" ", 1)[1] + "s"


TWISTS = {
    "online shop": Twist(
        work="running the shop's advertising",
        role="an advertising specialist",
        veteran="Gregor Halvorsen",
        years=18,
        second="Thandi Mokoena",
        seemed="Every Friday came a report in which all the lines went up.",
        noticed="“I always click the advert on top,” said Jonas Brandt, a customer of many years. “It saves me looking for you "
        "below it.” Most of the money had gone on people who were on their way in",
        test="more orders come, by our own books, from people who had never bought before",
        question="How would we tell a buyer whom the advert won from one who would have come anyway?",
        strong="names a comparison: some weeks or some places without the advert",
        weak="points to clicks or to the reports of the platform",
        trial="two hours on last month's adverts, ending in three things to stop and how we would see that it worked",
        size="How much is spent a month, and on how many adverts",
        access="Which accounts they may change, and which only look at",
        past="What went wrong with the last campaigns",
        tools="Which tool they use to compare adverts",
        expert="a tax adviser",
        trouble="A tax office abroad writes that your shop has owed it sales tax for two years.",
    ),
    "design studio": Twist(
        work="building websites from finished layouts",
        role="a web developer",
        veteran="Bernard Kowalczyk",
        years=16,
        second="Yuna Park",
        seemed="The website looked exactly like the layout, down to the last line.",
        noticed="Then Ingrid Solberg, the client, wanted to correct a telephone number and could not. Each page was one large "
        "picture: nobody could change a word of it, and no search would find it",
        test="the client changes a telephone number without help, and a search finds it afterwards",
        question="How does our client change a telephone number without calling you?",
        strong="shows it on a page they have built, in under a minute",
        weak="says that the client can always send an e-mail",
        trial="one section of one page, with a text in it that we then change ourselves",
        size="How many pages there are, and in how many layouts",
        access="Which parts of the client's present website must stay as they are",
        past="What went wrong with the last website",
        tools="Which editor they write the code in",
        expert="a lawyer",
        trouble="A photographer's agency writes that a picture on a client's website was never paid for, and wants damages.",
    ),
    "software startup": Twist(
        work="looking after backups and cloud accounts",
        role="a systems engineer",
        veteran="Viktor Lindqvist",
        years=15,
        second="Salma Benali",
        seemed="Every morning came a message: backup complete.",
        noticed="Then Lukas Meier, a customer, deleted a project by mistake and asked for yesterday's. There was a file for each "
        "night since spring. Not one of them would open",
        test="one customer's data, chosen by us, is back within an hour, and the customer finds nothing missing",
        question="When did you last bring data back from a backup, and what went wrong?",
        strong="tells of one that failed, and what was changed after it",
        weak="says that the backups have always run",
        trial="one deleted project brought back on a copy, with us watching the clock",
        size="How much data there is, and how many accounts",
        access="Which accounts they may change, and which only read",
        past="What went wrong the last time data was lost",
        tools="Which program they write the backups with",
        expert="a lawyer",
        trouble="The first large customer sends forty pages on liability and wants them signed on Friday.",
    ),
    "local service business": Twist(
        work="sealing and tiling bathrooms",
        role="a tiler",
        veteran="Walter Huber",
        years=22,
        second="José Quispe",
        seemed="The tiles were straight and the joints were white.",
        noticed="In the fourth month Henrik Lund, who lives on the floor below, sent a picture of his ceiling. Under the tiles, where "
        "nobody looks, there was no seal",
        test="water has stood in the shower for a day before a tile goes on, and the floor below has stayed dry",
        question="What can we look at before the tiles hide it?",
        strong="offers to stop after sealing and let water stand",
        weak="says that nobody has ever complained",
        trial="one shower tray, sealed and left open until we have looked at it",
        size="How many bathrooms there are, and in what state",
        access="Which walls may be opened, and who has the keys",
        past="What went wrong in the last bathroom",
        tools="Which trowel and which brand of glue they use",
        expert="a licensed electrician",
        trouble="Behind a kitchen wall your crew has found wiring that is older than the house's papers.",
    ),
    "coaching and training practice": Twist(
        work="translating the courses into French",
        role="a translator",
        veteran="Marguerite Dufour",
        years=19,
        second="Kofi Mensah",
        seemed="The handouts came on the day, neatly set out, in a language that nobody in the practice reads.",
        noticed="Olivier Lambert, the first client to use them, rang after an hour. The warm-up had told eight managers to go and "
        "break some ice",
        test="a French speaker who does not know the course does the exercise from the page alone",
        question="What on this page cannot be said in French the way it stands, and what would you do?",
        strong="finds the idiom on the page and asks what it is for",
        weak="says that everything can be translated",
        trial="one page of our choice, then tried out on a French speaker who has never seen it",
        size="How many pages there are, and for which courses",
        access="Which names and terms must stay in English",
        past="What went wrong with the last handouts",
        tools="Which dictionary they work with",
        expert="a tax adviser",
        trouble="A client abroad keeps back a fifth of your fee and says that its tax law requires it.",
    ),
    "property management": Twist(
        work="setting up heating controls",
        role="a heating engineer",
        veteran="Pavel Horák",
        years=21,
        second="Linh Tran",
        seemed="All winter, not one tenant complained of the cold.",
        noticed="Then Sofia Ricci, who owns two of the flats, sent a picture of a window wide open in January. At three in the "
        "morning the radiators were hot: the night setting had never been switched on",
        test="a thermometer in two flats, read at three in the morning for a week, shows that the night setting works",
        question="How would we know that it works without reading the panel?",
        strong="suggests something we can measure in a flat",
        weak="says that the panel shows no error",
        trial="one house's panel set, with a page that says what was set and why",
        size="How many houses there are, and which boilers are in them",
        access="Which settings they may change, and who has the keys",
        past="What went wrong last winter",
        tools="Which cable they read the panel with",
        expert="a structural engineer",
        trouble="A crack runs through a bearing wall of the oldest house, and it is longer than last year.",
    ),
}


def twist_of(case: Case) -> Twist:
    """Return the twist of the learner's trade."""
    return TWISTS[case.profile.business]


def owner_of(case: Case) -> str:
    """Return the owner's first name, as the story calls them."""
    return case.trade.owner.split()[0]
