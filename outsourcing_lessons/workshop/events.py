"""What can happen in a workshop. An event says what was decided, so that folding it needs no rule and no clock.

| kind | who | body |
|---|---|---|
| ``room`` | | ``lessons``, ``profile``, ``version``, ``minutes`` if a length was asked for: always the first |
| ``join`` | participant | ``number``, ``name``, ``learner_id``, ``token`` (its SHA-256), ``place`` |
| ``place`` | participant | ``place``: a table or seat, in their words |
| ``nod`` | | ``token``, ``learner_id``: the instructor lets this page have this seat |
| ``readmit`` | participant | the next who gives this learner id takes the seat |
| ``remove`` | participant | is of the room no more, with all that came from there |
| ``door`` | | ``shut``: whether nobody new comes in |
| ``open`` | | ``step``, ``round``, ``mode``: ``vote``, ``practice`` or ``show`` |
| ``lock`` | | ``step`` |
| ``reveal`` | | ``step`` |
| ``hide`` | | ``step``: its result is taken back from the room; the step is closed |
| ``beat`` | | ``step``, ``beat``: how far the wall is with it, see `paging` |
| ``go`` | | ``step``: the room is at one that has been shown |
| ``skip`` | | ``step``, ``skipped`` |
| ``answer`` | participant | ``step``, ``round``, ``response``, ``outcome``, ``made``, ``counts``, codes of the item |
| ``own`` | participant | ``step``, ``item``, its codes, ``seed``, ``response``, ``outcome``, ``made`` |
| ``keep`` | participant | ``block``, ``entries`` |
| ``sign`` | participant | ``sign``: ``done``, ``help`` or ``none``; ``step`` |
| ``going`` | participant | somebody is on the way to them |
| ``helped`` | participant | somebody has been there |
| ``note`` | participant | ``text`` |
| ``show`` | | ``text`` (id of a note or an answer), ``shown`` |
| ``end`` | | |
| ``blank`` | | ``blank``: the wall is dark |
| ``pause`` | | ``paused``: phones take nothing, everybody looks up |
| ``countdown`` | | ``seconds`` from now; 0 ends it |
| ``undo`` | | ``number`` of a command, ``back``: the values that stood before it, ``step`` |
| ``poll`` | | ``poll``, ``form``, ``prompt``, ``options``: a question of the instructor's own, put on at once |
| ``stand`` | | ``poll``; ``open``, ``told``, ``on`` where they change |
| ``post`` | participant | ``poll``, ``text``: what is chosen, a number, words, something for a wall |
| ``upvote`` | participant | ``poll``, ``post``, ``up`` |
| ``moderate`` | | ``poll``, ``post``, ``shown`` |
| ``draw`` | | ``number`` of the participant on whom the lot fell; 0 takes it off the wall |
| ``beside`` | | ``texts``: ids of two or three that stand side by side; none takes them off |
| ``order`` | | ``steps``: all of them, in their new order |
| ``minutes`` | | ``step``, ``minutes`` |
| ``resume`` | | the workshop goes on after its end |

The codes of an item are its ``variant`` and its ``wording``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

# What the instructor does and can take back.
REVERSIBLE = frozenset(
    {"readmit", "open", "lock", "reveal", "skip", "helped", "show", "end", "hide", "resume", "beat", "go", "blank"}
    | {"pause", "countdown", "poll", "stand", "moderate", "draw", "beside", "order", "minutes"}
)


@dataclass(frozen=True)
class Event:
    """Something that happened."""

    kind: str  # one of the above
    at: float  # when the server decided it, seconds since 1970
    who: str = ""  # the participant it is about, or ""
    id: str = ""  # the sender's own id of it, unique for this participant; "" for what nobody sends twice
    body: dict[str, Any] = field(default_factory=dict)  # plain data
