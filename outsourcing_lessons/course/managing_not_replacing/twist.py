"""What makes the story and the items of this lesson belong to one trade."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Twist:
    """The work that was handed over in one trade, and what became of it.

    Parameters
    ----------
    work : str
        What the helper took over: "the customer e-mails".
    matter, matters : str
        One case of it and several: "e-mail", "e-mails".
    asker : str
        Who is at the other end: "customer".
    question : str
        What the helper asks the owner; ``{customer}`` is the customer's name.
    waited : str
        What the waiting led to, as a sentence.
    rule : str
        The authority handed over in the end; ``{sum}`` is its limit.
    needs, steps, stop : str
        Lines of the procedure: what is needed, what is done, when to stop.
    tool : str
        The automation on offer.
    drift : str
        What the tool has done since nobody looked, after "For seven weeks".
    unheard : str
        Why nobody noticed, as a sentence.
    gone : str
        Where the helper goes, after "leaves for".
    drops, automates, delegates, keeps : tuple of str
        Two tasks each that are best dropped, automated, handed to somebody, kept.
    novel : tuple of str
        Two pieces of work nobody there has done before, as noun phrases.
    """

    work: str
    matter: str
    matters: str
    asker: str
    question: str
    waited: str
    rule: str
    needs: str
    steps: str
    stop: str
    tool: str
    drift: str
    unheard: str
    gone: str
    drops: tuple[str, str]
    automates: tuple[str, str]
    delegates: tuple[str, str]
    keeps: tuple[str, str]
    novel: tuple[str, str]
