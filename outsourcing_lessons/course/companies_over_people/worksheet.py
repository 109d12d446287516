"""The worksheet of lesson 03: a comparison of providers, with what flips it and what to ask a reference."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Draw, Entry, Formula, Result, Sheet, Worksheet
from outsourcing_lessons.course.companies_over_people.story_numbers import (
    company_rate,
    story_numbers,
    turning_price,
    twist_of,
)
from outsourcing_lessons.course.law import card
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.formula import formula
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.money import readable


def provider_comparison(case: Case) -> Worksheet:
    """Return the comparison with examples from the learner's trade."""
    twist, story = twist_of(case), story_numbers(case)
    should = story.hours * case.rate(case.trade.regular_rate) + story.own_hours * case.hour
    asked, turn = company_rate(case), turning_price(case)
    return Worksheet(
        id="companies-over-people.provider-comparison",
        title="Your provider comparison",
        purpose="One piece of work that you are about to hand over, or would hand over differently next time. It goes into your playbook.",
        sheets=(
            Sheet(
                title="Before you look at anybody",
                help="Settle these first, or the offers will settle them for you.",
                fields=(
                    Entry(id="work", label="The work", example=twist.work),
                    Entry(
                        id="market",
                        label="Is there a market: who answered, and who is new",
                        example="four answered; one of them started this year",
                    ),
                    Entry(id="job-cost", label="What one job ought to cost", type="number", prefix=case.prefix),
                    Entry(id="jobs", label="How many jobs a year", type="number"),
                    Entry(
                        id="should-cost",
                        label="What a month ought to cost, my own time included",
                        type="number",
                        prefix=case.prefix,
                        example=case.money(should),
                        formula=formula("job_cost * jobs / 12"),
                    ),
                    Entry(
                        id="gap", label="What a day with nobody costs me", type="number", example=case.money(story.gap)
                    ),
                ),
                draws={
                    name: Draw(worksheet="one-task.bench-plan", field=field, said="your bench plan")
                    for name, field in (("work", "stream"), ("job-cost", "should-cost"), ("jobs", "times"))
                },
            ),
            _compare(),
            Sheet(
                title="What flips it",
                help="The last column of the table says how much weight a criterion would need for the first and the second to come out level. "
                "Empty means that no weight would do it.",
                fields=(
                    Entry(
                        id="flip",
                        label="The decision turns if …",
                        example=f"{case.trade.company} charges {'less' if turn < asked else 'more'} than {case.about(turn)} an hour",
                    ),
                    Entry(
                        id="close",
                        label="How far from that am I?",
                        example=f"{case.money(readable(abs(asked - turn), 2))} an hour",
                    ),
                ),
            ),
            Sheet(
                title="Ask a past client",
                help="Facts only. Whether they were satisfied is not one.",
                fields=(
                    Entry(id="person", label="Which person did the work? Would the same one do mine?"),
                    Entry(id="worst", label="What happened in the worst week, and the morning after?", type="area"),
                    Entry(id="bill", label="First offer, last bill"),
                    Entry(id="since", label="What have you ordered since, and when?"),
                ),
            ),
            _in_writing(case, twist),
            Sheet(
                title="One commitment",
                help="One thing, small enough to be done this week.",
                fields=(
                    Entry(
                        id="commitment",
                        label="I will …",
                        example="ask our provider who does the work when the usual person is away",
                        promise=True,
                    ),
                    Entry(id="by", label="By", type="date"),
                ),
            ),
        ),
    )


def _weighted(provider: str) -> Formula:
    """Return the mean of a provider's scores, by weight, over the criteria that have a score."""
    return formula(f"sum(weight * {provider}) / sum(weight + 0 * {provider})")


def _in_writing(case: Case, twist: Slots) -> Sheet:
    rights = card("work", case.profile.country)
    return Sheet(
        title="In writing, before the first day",
        help=f"Ask the same of a person and of a company. On the law, ask a local lawyer. On rights, in {rights.place}: {rights.ask}",
        fields=(
            Entry(
                id="pay",
                label="How I pay, and what that will make them do less of",
                example="retainer; check quality each month",
            ),
            Entry(
                id="fees",
                label=f"Fees of the platform on both sides, and {case.place.tax_word} on the invoice, looked up on",
            ),
            Entry(id="liable", label="Liable up to what, insured with whom"),
            Entry(
                id="data",
                label="Which personal data they see, from which countries; further firms with my permission, each or in general",
                example=str(case.fields_for("companies-over-people")["data"]),
            ),
            Entry(
                id="rights",
                label="Rights assigned or, where the law does not allow that, licensed to me alone; adaptation named",
                example=twist.made.format(our="our"),
            ),
            Entry(
                id="machine",
                label="Machines: for what, with which data, who checks, said on delivery",
                example=f"first drafts only; no {case.trade.buyers}’ names",
            ),
            Entry(id="fair", label="Hours that nobody pays them for, and what I do about it"),
            Entry(id="overlap", label="Hours a day in which we both work"),
            Entry(
                id="leave",
                label="Notice, what is handed over, what stays secret, whom I may hire, who settles a dispute",
                example="a month; all files; the price list; after a year",
            ),
            Entry(id="survive", label="If they close tomorrow: who takes over, with what"),
            Entry(id="status", label="Who can tell me whether this is still a contractor where I live"),
        ),
    )


def _compare() -> Sheet:
    return Sheet(
        title="Compare",
        help="Criteria that matter for this work, such as skill shown, cover when away, who carries which risk, price. Weights add up to "
        "100. Scores out of ten, and only for what you have evidence of. A machine is one of the ways, with whoever checks it.",
        rows=5,
        fields=(
            Entry(id="criterion", label="Criterion", example="cover when away"),
            Entry(id="weight", label="Weight", type="number", example="30"),
            Entry(id="first", label="First provider", type="number", example="4"),
            Entry(id="second", label="Second provider", type="number", example="8"),
            Entry(id="drafted", label="A machine and who checks", type="number", example="5"),
            Entry(
                id="level",
                label="First and second level at weight",
                type="number",
                decimals=0,
                formula=formula("positive(weight - sum(weight * (first - second)) / (first - second))"),
            ),
            Entry(id="evidence", label="Evidence: what I saw", example="met the deputy, who knew our folder"),
        ),
        results=(
            Result(label="Weights add up to", formula=formula("sum(weight)"), of=100),
            Result(label="First provider, out of ten", formula=_weighted("first"), decimals=1),
            Result(label="Second provider, out of ten", formula=_weighted("second"), decimals=1),
            Result(label="A machine and who checks, out of ten", formula=_weighted("drafted"), decimals=1),
            Result(
                label="The first leads the second by",
                formula=formula("sum(weight * (first - second)) / sum(weight + 0 * first + 0 * second)"),
                decimals=1,
            ),
        ),
    )
