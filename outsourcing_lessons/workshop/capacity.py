"""How many connections this system lets one program keep open: usually 256 or 1024, and more for the asking."""

from __future__ import annotations

MOST = 500  # participants in a room, in a rehearsal too
WANTED = 4096  # 500 phones, and for a moment six connections of each that loads its page
SPARE = 40  # files that are no connections, and what comes in at one stroke before it can be turned away
AT_ONE_STROKE = 8
UNLIMITED = 2000  # where nothing is known of a limit


def connections() -> int:
    """Ask for as many as are wanted; return how many there are."""
    try:
        import resource
    except ImportError:  # Windows counts no files
        return UNLIMITED
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for wanted in (WANTED, 2048, 1024):
        goal = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        if soft == resource.RLIM_INFINITY or soft >= goal:
            break
        try:  # macOS may allow less than it says
            resource.setrlimit(resource.RLIMIT_NOFILE, (goal, hard))
            soft = goal
        except (ValueError, OSError):
            continue
    return WANTED if soft == resource.RLIM_INFINITY else max(1, min(soft, WANTED) - SPARE)


def phones(most: int) -> int:
    """Return how many phones fit: one in five holds a second connection for a while."""
    return most * 4 // 5


def warning(most: int, participants: int = MOST) -> list[str]:
    """Return a sentence for the instructor where a full room would not fit.

    Examples
    --------
    >>> warning(216)[0][:72]
    'This system lets one program open 256 files: about 172 phones can join. '
    >>> warning(4056)
    []
    """
    if phones(most) >= participants:
        return []
    return [
        f"This system lets one program open {most + SPARE} files: about {phones(most)} phones can join. "
        f"If you may raise the limit, run “ulimit -n {WANTED}” before you start."
    ]
