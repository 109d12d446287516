"""Secrets and throttles.

The join code has six of 30 characters, 729 million codes; ten tries a second for a day are 864,000, one code in 840.
A throttle for each address makes it one in 50,000 (docs/workshop-protocol.md has the sums).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks like another: no 0 O, 1 I L, U V
CODE_LENGTH = 6
MOST_ADDRESSES = 10_000


def new_code() -> str:
    """Return a join code to read out."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def tidy_code(typed: object) -> str:
    """Return a code as it was meant: capitals, no spaces or hyphens.

    Examples
    --------
    >>> tidy_code(" k7m-2qp ")
    'K7M2QP'
    """
    return "".join(c for c in typed[:40].upper() if c.isalnum()) if isinstance(typed, str) else ""


def same(given: object, secret: str) -> bool:
    """Compare in constant time, whatever was given."""
    given = given if isinstance(given, str) else ""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def digest(token: str) -> str:
    """Return what is kept of a participant's token: nobody who reads the file can take the seat."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class Throttle:
    """So many at once (a burst), and so many a second after that (the rate), for each name.

    Examples
    --------
    >>> throttle = Throttle(burst=2, rate=1)
    >>> [throttle.take("a", now) for now in (0, 0, 0, 1, 1)]
    [True, True, False, True, False]
    """

    def __init__(self, burst: float, rate: float):
        self.burst, self.rate = burst, rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def left(self, name: str, now: float) -> float:
        """Return how many the name has left at a time in seconds."""
        left, then = self._left.get(name, (self.burst, now))
        return min(self.burst, left + max(0.0, now - then) * self.rate)

    def wait(self, name: str, now: float, cost: float = 1) -> float:
        """Take some, as a loan if need be; return for how many seconds whoever took it has to wait."""
        left = self.left(name, now) - cost
        self._note(name, left, now)
        return max(0.0, -left / self.rate)

    def take(self, name: str, now: float, cost: float = 1) -> bool:
        """Take some, unless there are not that many left."""
        left = self.left(name, now)
        enough = left >= cost
        self._note(name, left - cost if enough else left, now)
        return enough

    def _note(self, name: str, left: float, now: float) -> None:
        self._left[name] = (left, now)
        self._left.move_to_end(name)
        if len(self._left) > MOST_ADDRESSES:
            self._left.popitem(last=False)
