"""Recall: short items, answered from memory, which also come back later."""

from __future__ import annotations

from outsourcing_lessons.course.one_task import recall_cost, recall_evidence
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case, capital, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain, rounded


@item("one-task.recall-doubling", "recall", "full-cost", 1.5)
def doubling(case: Case, draw: Draw) -> Number:
    """One doubling, two doublings."""
    first, percent = draw.pick((5, 10, 20)), draw.pick((70, 80, 90))
    rate = percent / 100
    key = first * rate**2
    return Number(
        id="one-task.recall-doubling",
        title="Two doublings",
        prompt=f"First job: {hours(first)}. {percent} % learning curve. How long does the fourth job take?",
        key=key,
        tolerance=0.01 * first,
        low=0,
        high=1000,
        unit="hours",
        decimals=2,
        hints=("From 1 to 4 the number of jobs doubles twice.",),
        praise=f"{first} × {plain(rate, 1)} × {plain(rate, 1)} = {plain(key, 2)} hours.",
        traps=apart(
            Trap(
                id="once",
                value=first * rate,
                tolerance=0.005 * first,
                feedback="That is the second job. The fourth is one more doubling away.",
            ),
            Trap(
                id="every-job",
                value=first * rate**3,
                tolerance=0.005 * first,
                feedback="You took the saving three times, once for each further job. It comes with each doubling: 1 to 2, 2 to 4.",
            ),
        ),
        otherwise=f"Multiply by {plain(rate, 1)} once for each doubling from 1 to 4.",
    )


@item("one-task.recall-available", "recall", "small-bench", 1.5)
def available(case: Case, draw: Draw) -> Number:
    """Two people, each sometimes away."""
    percent = draw.pick((5, 10, 20))
    away = percent / 100
    key = 100 * float(bench.available(away, 2))
    return Number(
        id="one-task.recall-available",
        title="Somebody is there",
        prompt=f"Your main provider and your backup are each unavailable {percent} % of the time, independently. On what share of "
        "days is at least one of them there?",
        key=rounded(key, 2),
        tolerance=0.05,
        low=0,
        high=100,
        unit="%",
        decimals=2,
        hints=("How often are both away at once?", f"Both away: {plain(away, 2)} × {plain(away, 2)}."),
        praise=f"Both are away {plain(100 * away**2, 2)} % of the time, so somebody is there on {plain(key, 2)} % of days. The sum "
        "holds only if they are away for different reasons: not the same agency, town or holiday.",
        traps=apart(
            Trap(
                id="one-only",
                value=100 - percent,
                tolerance=0.02,
                feedback="That is one of them alone. The second fills most of the gaps the first one leaves.",
            ),
            Trap(
                id="added",
                value=100 - 2 * percent,
                tolerance=0.02,
                feedback="You added the two absences, as though each of them hurt you. Only the days on which both are away do.",
            ),
        ),
        otherwise="Take the chance that both are away at once from 100 %.",
    )


@item("one-task.recall-exit", "recall", "small-bench", 1, ("barthelemy-2003",))
def exit_plan(case: Case, draw: Draw) -> MultipleChoice:
    """What must be yours from the first day."""
    yours = (
        Option(
            id="files",
            text="The files, in a folder you own",
            feedback="Files on somebody else's computer leave with them.",
        ),
        Option(
            id="access",
            text="The accounts and passwords, in your name",
            feedback="An account in the provider's name is the provider's.",
        ),
        Option(
            id="notice",
            text="A period of notice with a hand-over in it",
            feedback="A hand-over that nobody agreed on is a favour, and comes when it suits.",
        ),
        Option(
            id="second",
            text="A second person who has done the job at least once",
            feedback="A second source is what turns an emergency into a delay.",
        ),
    )
    not_yours = (
        Option(
            id="hours",
            text="A say in when the provider works",
            feedback="The day they leave, it is worth nothing. Until then, it is the kind of control an employer has.",
        ),
        Option(
            id="exclusive",
            text="A promise to work for nobody else",
            feedback="It does not help on the day they leave, and it makes a contractor look like an employee.",
        ),
    )
    chosen = draw.some(yours, 3)
    return MultipleChoice(
        id="one-task.recall-exit",
        title="On the day they leave",
        prompt="No exit plan is one of the “seven deadly sins of outsourcing”. What should be settled on the first day, so that the "
        "last one is cheap?",
        options=draw.shuffled(chosen + not_yours),
        key=tuple(option.id for option in chosen),
        praise="All of these are cheap on the first day and dear on the last (the list of sins is Barthélemy's, 2003).",
    )


WARM = (
    Situation(
        prompt="Your main provider could do every job. Why does the backup get one every couple of months all the same?",
        key="forgets",
        right="Because skill with your work fades when it is not used",
        wrong=(
            (
                "fair",
                "Because it is only fair to share the work",
                "Fairness may be your wish. The bench needs it for another reason: a backup is no use cold.",
            ),
            (
                "price",
                "Because two providers compete and the price falls",
                "It might. But the hours go up as the learning is diluted, and that was not why the backup got its jobs.",
            ),
            (
                "law",
                "Because one provider alone counts as an employee",
                "How many providers you have decides nothing here. Permanence and control do.",
            ),
            (
                "learning",
                "Because two people together learn the work faster than one",
                "Each of them learns from their own jobs only, so two learn more slowly. That is the price of a backup.",
            ),
        ),
        praise="Yes. How fast people forget between jobs is not well established, so the “couple of months” is a guess: shorten it if the "
        "backup has to ask what they once knew.",
    ),
    Situation(
        prompt="{freelancer} is ill for a month, and the {jobs} wait. Your backup did one of them fourteen months ago, and has heard nothing "
        "since. What should you count on?",
        key="cold",
        right="On somebody to call, and on explaining it all again",
        wrong=(
            (
                "once-enough",
                "On a backup: whoever has done it once can do it",
                "After fourteen months without a job? Nobody knows how much is left. Plan as though it were little.",
            ),
            (
                "held-free",
                "On their time, since they have worked for you before",
                "One job long ago gives you no claim. They have had other clients for fourteen months.",
            ),
            (
                "as-fast",
                "On the speed of {freelancer}, who works from the same brief",
                "Speed came with the jobs and not with the page. The page helps, as far as a page can.",
            ),
            (
                "rested",
                "On fresh eyes, which see what {freelancer} no longer sees",
                "Fresh eyes are of use when you want ideas. This month you want the work done.",
            ),
        ),
        praise="A backup that never gets a job is a telephone number. One job every couple of months, and there would be a second person today.",
    ),
    Situation(
        prompt="Which of these backups is of most use on the day that you need one?",
        key="recent",
        right="One who did a real job of yours six weeks ago, a little slowly",
        wrong=(
            (
                "signed",
                "One who has read your brief and signed that they will step in",
                "A signature holds no skill. What is in the hands comes from doing it, and lately.",
            ),
            (
                "long-ago",
                "One who did ten jobs for you, the last of them four years ago",
                "Ten jobs were a good deal of learning. Four years are a good deal of time to lose it in.",
            ),
            (
                "same-agency",
                "One at the main provider's agency, who sits at the next desk",
                "What takes one of them away may take both: the same agency, the same town, the same holiday.",
            ),
            (
                "splendid",
                "One who is better than your main provider and does not know your work",
                "Better at the trade, and a stranger to your work. You would be briefing on the worst day for it.",
            ),
        ),
        praise="A real job, not long ago, and somebody who is not away for the same reasons as the first.",
    ),
    Situation(
        prompt="{jobs_capital} come once a fortnight, 24 in a year of 48 weeks. You want the backup to have one every eight weeks, and as little "
        "learning lost as possible. How many go to the backup?",
        key="six",
        right="6 of the 24",
        wrong=(
            (
                "twelve",
                "12 of the 24",
                "That is one every four weeks. Past what keeps the backup warm, you only dilute the learning.",
            ),
            ("three", "3 of the 24", "That is one every sixteen weeks: twice as long as you wanted."),
            ("none", "No job until they are needed", "Then the day on which they are needed is a first day."),
            (
                "eight",
                "8 of the 24",
                "Eight is how many weeks may pass between two jobs. In 48 weeks that happens six times.",
            ),
        ),
        praise="48 weeks, one every eight. The other 18 go where the learning is. The eight weeks are a guess: how fast people forget is not well "
        "established.",
    ),
)


@item("one-task.recall-warm", "recall", "small-bench", 1)
def warm(case: Case, draw: Draw) -> SingleChoice:
    """Why the backup gets real jobs, and what becomes of one who does not."""
    jobs = case.trade.stream.jobs
    return draw.pick(WARM).ask(
        draw,
        "one-task.recall-warm",
        "Jobs for the backup",
        freelancer=case.trade.freelancer,
        jobs=jobs,
        jobs_capital=capital(jobs),
    )


@item("one-task.recall-one-off", "recall", "see-streams", 1)
def one_off(case: Case, draw: Draw) -> SingleChoice:
    """Find the one-off among streams."""
    once, back = draw.pick(case.trade.one_offs), draw.some(case.trade.streams, 3)
    options = (Option(id="once", text=capital(once)),) + tuple(
        Option(
            id=f"stream-{n}",
            text=capital(text),
            feedback="This comes back. Whoever did it last time starts ahead of everybody else next time, so keep them.",
        )
        for n, text in enumerate(back, 1)
    )
    return SingleChoice(
        id="one-task.recall-one-off",
        title="Buy once",
        prompt="For which of these would you not build a bench?",
        options=draw.shuffled(options),
        key="once",
        praise="It does not come back, so nobody gets to use what they learn. Everything else here is a stream.",
    )


ITEMS = (
    doubling,
    available,
    *recall_cost.ITEMS,
    recall_evidence.familiarity,
    exit_plan,
    warm,
    recall_evidence.record,
    one_off,
)
