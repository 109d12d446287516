"""How much of each package the tests run, and how little is allowed: ``python -m tests.coverage_floors``.

Reads what ``coverage run -m pytest`` has left, prints a table, and ends with 1 where a package is below its floor. A
floor is a little under what the tests reached when it was set: raise it when they reach more, never lower it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

FLOORS = {
    "authoring": 96,
    "blocks": 98,
    "brand": 97,
    "charts": 99,
    "cli": 93,
    "collect": 97,
    "course": 99,
    "debrief": 98,
    "exports": 98,
    "items": 97,
    "lab": 89,
    "lessons": 96,
    "models": 99,
    "outsourcing_lessons": 97,
    "playbook": 99,
    "player": 99,
    "progress": 97,
    "render": 92,
    "roster": 98,
    "typesetting": 97,
    "widgets": 97,
    "workshop": 91,
}
OTHERS = "outsourcing_lessons"  # modules that are in no package of their own


def package_of(path: str) -> str:
    """Return the package that a module counts for.

    Examples
    --------
    >>> package_of("outsourcing_lessons/workshop/client/store.py"), package_of("outsourcing_lessons/money.py")
    ('workshop', 'outsourcing_lessons')
    """
    inside = PurePath(path).parts[1:]
    return inside[0] if len(inside) > 1 else OTHERS


def reached(files: Iterable[tuple[str, int, int]]) -> dict[str, float]:
    """Return by package which share of its statements ran, in per cent; a file is (path, statements, missing).

    Examples
    --------
    >>> reached([("outsourcing_lessons/items/item.py", 90, 9), ("outsourcing_lessons/items/judge.py", 10, 1)])
    {'items': 90.0}
    """
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path, statements, missing in files:
        counts[package_of(path)][0] += statements
        counts[package_of(path)][1] += missing
    return {name: 100 * (all_ - missing) / all_ for name, (all_, missing) in sorted(counts.items()) if all_}


def too_low(found: Mapping[str, float], floors: Mapping[str, int]) -> Iterator[str]:
    """Yield what is wrong, a sentence each.

    Examples
    --------
    >>> list(too_low({"items": 89.9, "new": 50.0}, {"items": 95, "gone": 90}))
    ['items: 89.9 % is run; 95 is the floor', 'new has no floor; allowed: 49', 'gone has a floor and no code']
    """
    for name, share in found.items():
        if name not in floors:
            yield f"{name} has no floor; allowed: {int(share) - 1}"
        elif share < floors[name]:
            yield f"{name}: {share:.1f} % is run; {floors[name]} is the floor"
    yield from (f"{name} has a floor and no code" for name in floors if name not in found)


def measured(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield (path, statements, missing) of every module, from the data in a folder."""
    from coverage import Coverage

    data = Coverage(data_file=str(folder / ".coverage"), config_file=str(folder / "pyproject.toml"))
    data.load()
    for path in sorted((folder / OTHERS).rglob("*.py")):
        _, statements, _, missing, _ = data.analysis2(str(path))
        yield path.relative_to(folder).as_posix(), len(statements), len(missing)


def main() -> int:
    """Print the table and what is too low; return the exit code."""
    found = reached(measured(Path(__file__).parents[1]))
    for name, share in found.items():
        print(f"{name:22} {share:5.1f} %   floor {FLOORS.get(name, 0)}")
    faults = list(too_low(found, FLOORS))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
