"""Recall on what signals say: stars where everybody has many, and an agency's name where nobody has any."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

STARS = (
    Situation(
        prompt="On one marketplace the average rating rose from 3.7 to 4.8 in more than ten years. What was much of that rise, as "
        "the study found?",
        key="inflation",
        right="More stars for the same work",
        praise="Filippas, Horton and Golden (2022). It can be designed away in part: where the scale was put in other words, in an "
        "experiment, ratings became less inflated and told more (Garg and Johari, 2021).",
        wrong=(
            (
                "quality",
                "Better work, by about a third",
                "3.7 to 4.8 is three tenths more stars. Where it could be checked, much of that was inflation.",
            ),
            (
                "fraud",
                "Ratings that had been bought",
                "Faked ratings exist, but the study speaks of real buyers who have become more generous.",
            ),
            (
                "selection",
                "Weak providers who had to leave",
                "That would raise the average, and may be a part of it. The study found much of the rise to be inflation.",
            ),
            (
                "choosing",
                "Buyers who chose more wisely",
                "They may have, and it may be a part of it. Much of the rise was found to be inflation.",
            ),
        ),
    ),
    Situation(
        prompt="Two people, from two marketplaces, could take on {jobs}. {spotless} has 4.6 stars where the average is 4.8. {veteran} has 4.2 where it "
        "is 3.9. Both have 60 jobs. Who stands out among their own neighbours, and how?",
        key="above",
        right="{veteran}, for the better: 4.2 is above what is usual there",
        praise="A mark means something beside the marks of others. Averages rose in all five marketplaces that Filippas, Horton and Golden "
        "(2022) looked at; by now, 4.6 can be less than usual.",
        wrong=(
            (
                "higher",
                "{spotless}, for the better: 4.6 is well above 4.2",
                "The two were marked by different crowds. In one, 4.6 is less than the usual; in the other, 4.2 is more.",
            ),
            (
                "both-good",
                "Neither, as both have more than four of five",
                "Four of five is only a number until you know what the neighbours have. One is above them, one below.",
            ),
            (
                "no-telling",
                "Neither, as all stars are inflated anyway",
                "Inflation lifts the whole crowd. Who is above and who is below the middle of it can still be seen.",
            ),
            (
                "market",
                "{spotless}, for the better: that marketplace has better people",
                "A higher average may be better people or kinder buyers. Beside those people, {spotless} is below the average.",
            ),
        ),
    ),
    Situation(
        prompt="A marketplace's average has gone from 4.1 to 4.7. “Our providers have become better,” says its owner. Which of these would "
        "make you think of inflation instead?",
        key="private",
        right="Private comments are no warmer than before",
        praise="Stars up, private words unchanged: then it is the stars that have moved. An early draft of the study by Filippas, "
        "Horton and Golden (2022) found what buyers say in private more candid, and a better guide.",
        wrong=(
            (
                "more-people",
                "There are three times as many providers now",
                "That says how many there are. It does not say how well they work, nor how kindly they are rated.",
            ),
            (
                "some-bad",
                "There are still some people with bad ratings",
                "An average can rise in either way and leave a few at the bottom.",
            ),
            (
                "dearer",
                "The best of them have raised their prices",
                "That goes better with the owner's story: those who do better work can ask for more.",
            ),
            (
                "again",
                "Buyers come back for a second job more often",
                "That too would fit better work. Coming back costs money, and stars cost nothing.",
            ),
        ),
    ),
    Situation(
        prompt="You keep a small list of people for {jobs}, where clients leave stars. By now everybody has five. Which change has been "
        "put to the test, and made ratings tell more?",
        key="words",
        right="Other words for the steps of the scale",
        praise="Buyers were given the new words at random, so it was no accident (Garg and Johari, 2021). That stars creep upwards is what "
        "Filippas, Horton and Golden (2022) found. So it is partly a matter of design.",
        wrong=(
            (
                "ten",
                "Asking for ten stars in place of five",
                "A longer ruler in the same kind hand. What was tried, and worked, were other words beside the steps.",
            ),
            (
                "names",
                "Showing the client's name beside each rating",
                "With a name beside it, honesty costs more. An early draft found private words more candid, and a better guide.",
            ),
            (
                "cut",
                "Taking everybody below four off the list",
                "Then the list has only fours and fives on it, and tells you even less.",
            ),
            (
                "paid",
                "Paying clients a little for each rating",
                "You would have more ratings. Nothing in that makes them less kind.",
            ),
        ),
    ),
)

NAMES = (
    Situation(
        prompt="On the marketplace that Stanton and Thomas studied, whom did an agency's name help to find work, and how long?",
        key="new",
        right="New workers, until public ratings say the same",
        praise="So pay for a name where there is no record, and when the skill is hard to judge. Stop when you have your own record of the "
        "person.",
        wrong=(
            (
                "all",
                "All workers, for as long as they stay with it",
                "The advantage shrank. Once others had good public ratings, the name added little to what anybody could read.",
            ),
            (
                "stars",
                "The best-rated workers, who can ask more under a good name",
                "It is the other way round. Whoever has a record needs no one to vouch for them.",
            ),
            (
                "nobody",
                "Nobody: agency workers were found no better than others",
                "Among newcomers the name did signal quality. That is why it was worth paying for.",
            ),
            (
                "simple",
                "Workers with simple skills, of whom there are many",
                "Agencies were most common where a skill is hard to judge, and for people abroad.",
            ),
        ),
    ),
    Situation(
        prompt="For {work}, an agency vouches for each of four people, at 20 % more. It adds its word and nothing else. For whom is that "
        "word worth most?",
        key="new-hard",
        right="Somebody without a record, if you could not tell good work from bad",
        praise="No record, and no eye of your own: there the word is all the information on offer. On the marketplace that Stanton and "
        "Thomas (2016) studied, agencies were most common for skills hard to judge.",
        wrong=(
            (
                "rated",
                "Somebody with 70 rated jobs, of which 67 were good",
                "The record says what the agency would say, and it is free.",
            ),
            (
                "yours",
                "Somebody who did the same work well for you last year",
                "You know more about this person than the agency does. You would pay for old news.",
            ),
            (
                "new-easy",
                "Somebody without a record, if you can check the work in ten minutes",
                "Half right. But if a look is that cheap, buy one small job and look.",
            ),
            (
                "famous",
                "Somebody with thirty years in the trade, on whom all clients agree",
                "What all clients say, you can hear from them.",
            ),
        ),
    ),
    Situation(
        prompt="A year ago nobody had rated {veteran}, so you paid an agency 25 % more for its word. Since then {first} has done 30 jobs for "
        "you, all good. What is the agency's word worth to you now?",
        key="old-news",
        right="Next to nothing, as your own record says the same",
        praise="It was worth paying for, and it has done its work. Stanton and Thomas (2016) saw the same in a whole market: the agencies' "
        "advantage shrank as others got good public ratings. Before you change anything, read what your contract says about going direct.",
        wrong=(
            (
                "as-before",
                "As much as before, since a good name does not wear out",
                "The name is as good as it was. What you lack has changed: then you knew nothing, now you know 30 jobs.",
            ),
            (
                "more",
                "More than before, since {first} has become better",
                "That is {first}'s doing, and you have seen it yourself. The word tells you nothing new.",
            ),
            (
                "never",
                "Nothing, and it never was worth anything, as all went well",
                "You know today that all went well. On the first day the word was the only thing you had.",
            ),
            (
                "too-few",
                "As much as before, since 30 jobs say little about anybody",
                "Five would say little. Thirty good ones of 30 say a good deal, and they are your own jobs.",
            ),
        ),
    ),
    Situation(
        prompt="“Agencies take a cut and add nothing,” says a friend. Which finding of Stanton and Thomas speaks against it?",
        key="start",
        right="Agencies' newcomers found work more easily, at higher pay",
        praise="Buyers paid for the word while there was nothing else to go by (Stanton and Thomas, 2016). The friend has a point for "
        "later: the advantage shrank once others had good public ratings.",
        wrong=(
            (
                "for-good",
                "Agencies' people stayed ahead, however many ratings others had",
                "They did not. Good public ratings of others ate the advantage up.",
            ),
            (
                "cheaper",
                "Agencies' people did the same work for less money",
                "Early on their pay was higher. What the buyer got for it was a signal that somebody unknown is good.",
            ),
            (
                "easy-skills",
                "Agencies were most common for work that is easy to judge",
                "It was the reverse: most common for skills hard to judge. And where judging is easy, a word adds little.",
            ),
            (
                "kinder",
                "Agencies were found to mean well by their clients",
                "Nobody measured what they meant. We know of no study that has compared intentions.",
            ),
        ),
    ),
)


def _words(case: Case) -> dict[str, str]:
    twist = twist_of(case)
    return {
        "jobs": case.trade.stream.jobs,
        "work": twist.work,
        "spotless": twist.spotless,
        "veteran": twist.veteran,
        "first": twist.first,
    }


@item("companies-over-people.recall-inflation", "recall", "weigh-ratings", 1, ("filippas-2022", "garg-2021"))
def inflation(case: Case, draw: Draw) -> SingleChoice:
    """Stars have risen: why, beside whom to read them, what would show it, what helps."""
    return draw.pick(STARS).ask(draw, "companies-over-people.recall-inflation", "Many stars", **_words(case))


@item("companies-over-people.recall-premium", "recall", "know-limits", 1, ("stanton-2016",))
def premium(case: Case, draw: Draw) -> SingleChoice:
    """For whom the agency's name works, and until when."""
    return draw.pick(NAMES).ask(draw, "companies-over-people.recall-premium", "Whom a name helps", **_words(case))


ITEMS = (inflation, premium)
