"""Recall on evidence: what lasts of what has been installed, and what an order does."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

LASTING = (
    Situation(
        prompt="Consultants had brought new management practices into Indian textile plants. Eight to nine years later, what had become "
        "of the practices?",
        key="half",
        right="About half of them had been dropped",
        praise="Managers who left, and directors without time, were two of the reasons given most often (Bloom and co-authors, 2020). What you "
        "install needs an owner, and a second one.",
        wrong=(
            (
                "all-kept",
                "Nearly all were still in use, since they had paid",
                "They had paid, and that was not enough. Practices need somebody who keeps them up.",
            ),
            (
                "all-gone",
                "Nearly all had been dropped",
                "It was not as bad as that: a gap of 19.7 percentage points to the other plants remained.",
            ),
            (
                "spread",
                "All were kept, and the other plants had copied them",
                "They were not all kept, and a gap to the other plants of 19.7 percentage points remained.",
            ),
            (
                "tenth",
                "About one in ten had been dropped",
                "It was far more: about half. Eight years is a long time for something that nobody looks after.",
            ),
        ),
    ),
    Situation(
        prompt="About half of the practices that consultants had brought into Indian textile plants had been dropped eight to nine years later. "
        "Which two reasons were among those given most often?",
        key="people",
        right="Managers had left, and directors had too little time",
        praise="Neither is a fault of the practices (Bloom and co-authors, 2020). So ask of whatever you install: who keeps it up, and who does when "
        "that person is gone?",
        wrong=(
            (
                "did-not-pay",
                "They had cost more than they brought in",
                "They had paid: productivity rose by 17 % in the first year (Bloom and co-authors, 2013). That did not save them.",
            ),
            (
                "refused",
                "Workers had refused to go along with them",
                "It is an obvious guess, and may be true of some plant. The two that were named so often sit higher up.",
            ),
            (
                "better",
                "Better ones had been found and had replaced them",
                "That would be a happy reason. The two named so often are less happy: people who left, and people with no time.",
            ),
            (
                "written",
                "They had never been written down anywhere",
                "That would be mended in a day. The two named so often are about people, with a page or without.",
            ),
        ),
    ),
    Situation(
        prompt="Your page for the {matters} has been in use for a year, and it pays. Think of what became of such practices in Indian textile "
        "plants. Which news should worry you most for the page?",
        key="leaves",
        right="{helper}, who looks after it, leaves just when you are busiest",
        praise="Managers who left and directors without time were two of the reasons given most often when half of the practices had gone (Bloom and "
        "co-authors, 2020). A second name on the page, and a fixed half-hour, answer both.",
        wrong=(
            (
                "not-covered",
                "{helper} rings you about a case which is nowhere on the page",
                "That is the page at work: stop, and ring. Add a line, and it is better than before.",
            ),
            (
                "copied",
                "A competitor of yours now uses much the same page as you do",
                "Flattering, and no threat to yours. Practices are lost at home.",
            ),
            (
                "calm",
                "For a whole quarter, no figure has been outside its limit",
                "Good news, as long as somebody goes on reading the figures.",
            ),
            (
                "limit",
                "The limit for deciding without you has turned out too low",
                "Mended in a minute, with a new number and a date. A page that is changed is one that is read.",
            ),
        ),
    ),
    Situation(
        prompt="“Half of what consultants install is gone eight years later, so do not start.” What does the follow-up of the Indian textile "
        "plants say to that?",
        key="gap",
        right="A gap to the other plants was still there after all that time",
        praise="19.7 percentage points of 38 practices (Bloom and co-authors, 2020). Half of something is worth having. How much more would have "
        "stayed, had somebody had the time, nobody knows.",
        wrong=(
            (
                "agrees",
                "It agrees: what is half gone has brought nothing",
                "Productivity had risen by 17 % in the first year (Bloom and co-authors, 2013), and part of the practices stayed.",
            ),
            (
                "useless",
                "It agrees in part: the half that went had been of no use",
                "Nothing that we read says so. Two of the reasons given most often were managers who left and directors without time.",
            ),
            (
                "came-back",
                "What had been dropped was brought back in as soon as it was missed",
                "About half was gone at the end. The trouble is that it is not missed on any one day.",
            ),
            (
                "levelled",
                "The other plants had caught up, so starting early hardly mattered",
                "They had not caught up: a gap of 19.7 percentage points remained.",
            ),
        ),
    ),
)

BY_ORDER = (
    Situation(
        prompt="A surgical checklist was made compulsory in 101 hospitals in Ontario. How did the share of operations with complications change?",
        key="hardly",
        right="From 3.86 % to 3.82 %: hardly at all",
        praise="That is no more than chance would explain (Urbach, 2014). Having the list and using it are two things. In your business too: look at whether the page is followed, "
        "not at whether it hangs there.",
        wrong=(
            (
                "before-after",
                "From 11.0 % to 7.0 %: more than a third fewer",
                "That was the first study, in eight hospitals, before and after (Haynes, 2009).",
            ),
            (
                "trial",
                "From 19.9 % to 11.5 %: two fifths fewer",
                "That was a trial in which the start was drawn by lot (Haugen, 2015).",
            ),
            ("worse", "Upwards, because a list takes time away from patients", "It did not rise. It hardly moved."),
            (
                "deaths",
                "From 1.5 % to 0.8 %: about half as many",
                "Those are deaths, in the first study, of eight hospitals (Haynes, 2009).",
            ),
        ),
    ),
    Situation(
        prompt="A friend has written a good procedure. Everybody has had to sign it, and it hangs in each room. Think of the hospitals in Ontario: "
        "what does your friend have so far?",
        key="a-page",
        right="A good page, and no knowledge of whether it is used",
        praise="In Ontario the list was there by order, and complications hardly moved (Urbach, 2014). The next step is small: draw five cases by "
        "lot, and see whether the page was followed.",
        wrong=(
            (
                "effect",
                "About a third fewer mistakes from now on, as lists work",
                "Two studies found that and more where teams took the list up. Where it came by order, next to nothing changed.",
            ),
            (
                "nothing",
                "Nothing at all, since lists have been shown not to work",
                "Two studies found large effects. What did next to nothing was the order to have one.",
            ),
            (
                "known",
                "Proof that everybody knows it, since all have signed it",
                "A signature shows that the page was laid before somebody. Reading comes after, and using after that.",
            ),
            (
                "time",
                "Half of the effect, and the other half will come by itself",
                "Ontario does not show half an effect. It shows none that could be told from chance.",
            ),
        ),
    ),
    Situation(
        prompt="In one study of the surgical checklist, complications fell from 19.9 % to 11.5 % (Haugen, 2015). In another they stayed where they were, "
        "at about 3.8 % (Urbach, 2014). What was done differently in the second?",
        key="compulsory",
        right="The list was made compulsory, in all 101 hospitals",
        praise="In the first, each group began at a time drawn by lot: that is how it was studied, and no reason why a list works. Whether the order "
        "is why the two differ, they cannot prove. It is the reading that costs you least to act on.",
        wrong=(
            (
                "too-few",
                "It looked at too few operations to see any change at all",
                "It looked at over a hundred thousand before and over a hundred thousand after. A large change could not have hidden.",
            ),
            (
                "lots",
                "Its hospitals got the list at a time drawn by lot",
                "That was the first one, where complications fell.",
            ),
            (
                "longer",
                "It used a list too long for a busy team to read",
                "It was a list of the same kind. What differed was how it came into the hospitals.",
            ),
            (
                "deaths-only",
                "It counted deaths, and left complications aside",
                "It counted both. Neither changed by more than chance would explain.",
            ),
        ),
    ),
    Situation(
        prompt="You have told everybody to use the new page for the {matters}. Which figure would warn you that it is going as it went in Ontario's "
        "hospitals?",
        key="followed",
        right="Of five cases drawn by lot, how many were done by the page",
        praise="In Ontario the list was compulsory, and complications hardly moved (Urbach, 2014). An order shows in what people "
        "have. Only the cases show what they do.",
        wrong=(
            (
                "signed",
                "Of all who work with it, how many have signed for the page",
                "In Ontario too, all were told to. A signature is about the page; you want to know about the cases.",
            ),
            (
                "hangs",
                "At how many desks the page hangs where it can be seen",
                "Soon at all of them. What hangs on a wall is seen for a week.",
            ),
            (
                "opened",
                "How many times a week the page is opened on a screen",
                "Better than counting walls. But a page can be opened with the coffee, and the work done as ever.",
            ),
            (
                "found-good",
                "How many of your people say that the page is helpful",
                "Politeness costs nothing. It says little about what they do at four on a Friday.",
            ),
        ),
    ),
)


def _words(case: Case) -> dict[str, str]:
    return {"helper": first_name(case.trade.freelancer), "matters": twist_of(case).matters}


@item("managing-not-replacing.recall-decay", "recall", "know-limits", 1, ("bloom-2020", "bloom-2013"))
def decay(case: Case, draw: Draw) -> SingleChoice:
    """What was left after eight to nine years, why, and what follows."""
    return draw.pick(LASTING).ask(draw, "managing-not-replacing.recall-decay", "Eight years later", **_words(case))


@item(
    "managing-not-replacing.recall-mandate", "recall", "know-limits", 1, ("urbach-2014", "haugen-2015", "haynes-2009")
)
def mandate(case: Case, draw: Draw) -> SingleChoice:
    """What making a checklist compulsory did, and how to see it coming."""
    return draw.pick(BY_ORDER).ask(draw, "managing-not-replacing.recall-mandate", "By order", **_words(case))


ITEMS = (decay, mandate)
