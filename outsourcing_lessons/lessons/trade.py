"""What a trade is: its tasks, its people, and what its work usually costs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """One recurring piece of work in a trade.

    Parameters
    ----------
    name : str
        As the owner would say it, in lower case: "product photos".
    hours : float
        Hours a week.
    skill : str
        ``"low"``, ``"medium"`` or ``"high"``: what doing it well takes.
    documented : int
        0 (in somebody's head) to 3 (a stranger could follow it).
    done_by : str
        Who does it now: ``"you"``, ``"team"`` or ``"provider"``.
    error_cost : float
        What one mistake costs, in the owner's hours.
    """

    name: str
    hours: float
    skill: str
    documented: int
    done_by: str
    error_cost: float


@dataclass(frozen=True)
class Stream:
    """The kind of job that comes back, which lesson 01 follows.

    Parameters
    ----------
    job, jobs : str
        One of them and several: "a product launch page", "product launch pages".
    first_hours : float
        Hours a provider needs for the first one.
    per_year : int
        How many come in a year.
    brief : str
        What the provider has to learn about this client, as a noun phrase.
    done : str
        What there is when one is done, as a noun phrase.
    held : str
        What of the owner's a provider holds while working: "the files", "the keys".
    tools : str
        What a provider brings: "computer and software".
    """

    job: str
    jobs: str
    first_hours: float
    per_year: int
    brief: str
    done: str
    held: str = "the files"
    tools: str = "computer and software"


@dataclass(frozen=True)
class Trade:
    """A trade the course speaks to.

    Provider rates are assumptions of the course, given as multiples of the learner's hour value, so that they are
    readable in every currency.

    Parameters
    ----------
    name : str
        As in the notebooks' parameter ``business``.
    firm : str
        One of them, with its article: "an online shop".
    place : str
        What the owner calls it: "shop", "studio".
    owner, customer, freelancer, company : str
        People and a firm in the stories.
    newcomer_rate, regular_rate, agency_rate : float
        Price of a provider's hour, as a multiple of the owner's hour value.
    tasks : tuple of Task
        Eight recurring tasks.
    stream : Stream
        The job that comes back.
    one_offs : tuple of str
        Four jobs that will not come back, as noun phrases.
    streams : tuple of str
        Four other jobs that do come back, as noun phrases.
    """

    name: str
    firm: str
    place: str
    owner: str
    customer: str
    freelancer: str
    company: str
    newcomer_rate: float
    regular_rate: float
    agency_rate: float
    tasks: tuple[Task, ...]
    stream: Stream
    one_offs: tuple[str, ...]
    streams: tuple[str, ...]
