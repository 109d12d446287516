"""Practice on the page: a procedure with holes, and the sentence that hands a decision over."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import first_name, rule_of, setting_of, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Check, Exhibit, MultipleChoice, Option, ShortText
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item


def _lines(case: Case):
    """Return, by part of the page: its name, a line that says it, a line that does not, and what is missing."""
    twist = twist_of(case)
    return {
        "trigger": (
            "Trigger",
            f"At nine and at two, for each new {twist.matter}",
            "As soon as there is time",
            "“As soon as there is time” is a different moment for each reader, and on a full day it never comes. Name an hour or an event.",
        ),
        "inputs": (
            "Inputs",
            twist.needs,
            "All the necessary information",
            "Which information is necessary is what the reader does not know yet. Name each thing, and where it lies.",
        ),
        "steps": (
            "Steps",
            twist.steps,
            "Handle it in the usual way",
            "“The usual way” is in your head. A stranger can only follow steps that are written as steps.",
        ),
        "check": (
            "Quality check",
            f"Before it goes out: right {twist.asker}, right sum, entry in the log",
            "Make sure that everything is good",
            "“Good” cannot be ticked. Name the two or three things that a second person would look at.",
        ),
        "exceptions": (
            "Exceptions",
            twist.stop,
            "In special cases, use common sense",
            "The special cases are those in which common sense differs. List the ones you fear, and what to do then: stop, and ring.",
        ),
        "limit": (
            "Limit of authority",
            f"Up to {case.money(setting_of(case).limit)} without asking",
            "Small sums are fine without asking",
            "“Small” is one thing to you and another to somebody new, so they will ask each time, or not at all. Write the sum.",
        ),
    }


@item("managing-not-replacing.holes", "practice", "hand-over", 1.5)
def holes(case: Case, draw: Draw) -> MultipleChoice:
    """Find the lines on which a stranger would have to guess."""
    lines = _lines(case)
    open_ones = draw.some(tuple(lines), 3)
    options = tuple(
        Option(
            id=part,
            text=name,
            feedback=hole
            if part in open_ones
            else f"“{said}”: two strangers would do the same on reading this. Nothing to guess here.",
        )
        for part, (name, said, _, hole) in lines.items()
    )
    rows = tuple((name, vague if part in open_ones else said) for part, (name, said, vague, _) in lines.items())
    return MultipleChoice(
        id="managing-not-replacing.holes",
        title="A page with holes",
        prompt="A capable stranger starts on Monday with nothing but this page, and would rather not ask you. On which lines will they have to guess?",
        exhibit=Exhibit(caption=f"How we handle {twist_of(case).work}", columns=("Line", "What it says"), rows=rows),
        options=options,
        key=tuple(part for part in lines if part in open_ones),
        hints=(
            "Read each line as two different people would. Would both do the same?",
            "Three of the six leave room for two readings.",
        ),
        praise="Those three read well and settle nothing. The test of a page is quick: let two people read it apart and say what they "
        "would do. Where they differ, there is a hole.",
    )


MESSAGES = (
    (
        "Think of a question that is brought to you every week, and to which you nearly always give the same answer. In three to six "
        "sentences, hand that decision to the person who asks it.",
        "Which mistake would you not want to hear of from somebody else?",
        "With that, the question need not be asked again. It goes into the hand-over sheet below nearly as it stands.",
    ),
    (
        "Think of something for which people ask your approval, and which you have not refused for as long as you can remember. In three to six "
        "sentences, tell them how it goes on without you.",
        "What would have to be in a request for you to refuse it after all?",
        "A yes that always comes is only a wait. What is left of it is on your list of cases in which to stop, and it goes into the hand-over sheet "
        "below.",
    ),
    (
        "This is how {owner} first wrote to {helper}: “Please look after the {matters} from now on. Use your common sense, and let me know if there "
        "is anything special.” It handed over the work. In three to six sentences, write what hands over a decision too.",
        "Read it as {helper} would: what may I do at ten past nine, when {owner} cannot be reached?",
        "Two friendly sentences left everything open that {helper} would have to know. Yours can be followed. Write the one for your own business "
        "in the same way: it goes into the hand-over sheet below.",
    ),
)


@item("managing-not-replacing.let-go", "practice", "hand-over", 3.5)
def let_go(case: Case, draw: Draw) -> ShortText:
    """Write the message that hands over a decision."""
    twist, helper = twist_of(case), first_name(case.trade.freelancer)
    words = {"owner": first_name(case.trade.owner), "helper": helper, "matters": twist.matters}
    prompt, hint, praise = (text.format_map(words) for text in draw.pick(MESSAGES))
    return ShortText(
        id="managing-not-replacing.let-go",
        title="Let go of one decision",
        prompt=prompt,
        least_words=25,
        checklist=(
            Check(
                id="decision",
                text="It names the decision, not only the work",
                feedback="“Please take care of it” hands over work. Say what they may now decide: to refund, to book, to say no.",
            ),
            Check(
                id="limit",
                text="It has a limit that can be counted",
                feedback="Add a sum, a number or a date. Without one, careful people will go on asking, and bold ones will not.",
            ),
            Check(
                id="stop",
                text="It says in which cases to stop and ask",
                feedback="Name the two or three cases you fear most. They are what lets you sleep when the rest is decided without you.",
            ),
            Check(
                id="see",
                text="It says what you will look at, and when",
                feedback="Say which figure or which cases you will see, and on what day. Otherwise this ends in the first bad week.",
            ),
            Check(
                id="mistake",
                text="It says what happens after an honest mistake",
                feedback="Say what follows a mistake within the limit. If the answer is blame, the questions will be back by Friday.",
            ),
        ),
        hints=("Begin with “From Monday you may … without asking me”.", hint),
        praise=praise,
        answer=f"“{helper}, from Monday: {rule_of(case)}. {twist.stop} me, at any hour. Write each one in the log; on Fridays I read five, "
        "picked by lot, and tell you if I would have done otherwise. A mistake within the limit is mine. We then change the page. On 1 June "
        "we look at the limit again.”",
    )


ITEMS = (holes, let_go)
