"""Options that several commands have, and the way options that say one thing together become one argument."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce, wraps
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import click

Option = Callable[[Callable], Callable]
PATH, FILE = click.Path(path_type=Path), click.Path(path_type=Path, dir_okay=False)


def grouped(name: str, make: Callable[..., Any] | str, *options: Option) -> Option:
    """Return what adds options to a command; it gets what ``make`` makes of all their values as one argument.

    ``make`` may be a place, ``"package.module:name"``, which is imported only when the command is called.

    Examples
    --------
    >>> @click.command
    ... @grouped("size", lambda **sides: sides, click.option("--width", type=int), click.option("--height", type=int))
    ... def paint(size):
    ...     click.echo(size)
    >>> paint(["--width", "3"], standalone_mode=False)
    {'width': 3, 'height': None}
    """
    names = [one.name for one in reversed(_with(options, lambda: None).__click_params__)]  # type: ignore[attr-defined]

    def add(command: Callable) -> Callable:
        @wraps(command)
        def called(**given: Any) -> Any:
            values = {one: given.pop(one) for one in names}
            made = resolve_name(make) if isinstance(make, str) else make
            return command(**given, **{name: made(**values)})

        return _with(options, called)

    return add


def _with(options: tuple[Option, ...], command: Callable) -> Callable:
    return reduce(lambda made, option: option(made), reversed(options), command)


def listed(text: str | None) -> tuple[str, ...]:
    """Return what stands between commas.

    Examples
    --------
    >>> listed("01, 03-05,"), listed(None)
    (('01', '03-05'), ())
    """
    return tuple(part for part in (part.strip() for part in (text or "").split(",")) if part)


def lists(*given: str, **more: Any) -> Option:
    """Return an option of names between commas; only leaving it out means all, or what is usual."""

    def names(context: click.Context, option: click.Parameter, text: str | None) -> tuple[str, ...]:
        found = listed(text)
        if text is not None and not found and not isinstance(option.get_default(context), str):
            from outsourcing_lessons.errors import ArgumentError

            name = option.opts[0]
            raise ArgumentError(name.lstrip("-"), text, f"one or more, separated by commas; or leave out {name}")
        return found

    return click.option(*given, callback=names, **more)


def _use(context: click.Context, option: click.Parameter, folder: Path | None) -> None:
    from outsourcing_lessons.lessons.own_notebooks import use

    use(folder)


NOTEBOOKS = click.option(  # an instructor's own copy counts in place of the course's
    "--notebooks", type=PATH, metavar="DIR", callback=_use, expose_value=False,
    help="Your own copy of the notebooks, as `lab --author DIR` made it.",
)  # fmt: skip
PROFILE = {
    "seed": click.option(
        "--seed", type=int, default=1, show_default=True, metavar="N", help="The seed that chooses the variants."
    ),
    "business": click.option("--business", default="", help="The trade.  [default: the first of the course]"),
    "country": click.option("--country", default="", help="ISO 3166 code.  [default: none]"),
    "currency": click.option("--currency", default="EUR", show_default=True, help="ISO 4217 code."),
    "hour_value": click.option(
        "--hour-value", type=float, default=60.0, show_default=True, help="What an hour is worth."
    ),
}


def profile(*names: str) -> Option:
    """Return the options for some settings of a learner; the command gets a ``profile``."""

    def made(**values: Any) -> Any:
        from outsourcing_lessons.lessons.courses import chosen

        return chosen().profile(**values)

    return grouped("profile", made, *(PROFILE[name] for name in names))


MAP = click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="NAME=COLUMN",
    help="What a column of the roster with another name stands for: 'Name=learner'.",
)
EXTRA = click.option("--ignore-extra-columns", is_flag=True, help="Ignore columns of the roster that are not settings.")
SKIP_FAULTY = click.option("--skip-faulty", is_flag=True, help="Leave out rows with errors and render the others.")


def read(roster: Path | None, **how: Any) -> Any:
    """Return a roster, if there is one, after saying what its reader should know of it."""
    from outsourcing_lessons.roster import read_roster

    return _told(read_roster(roster, **how)) if roster else None


def read_given_out(roster: Path | None, mapping: Sequence[str], ignore_extra_columns: bool) -> Any:
    """Return a roster from which workbooks were made, if there is one, likewise."""
    from outsourcing_lessons import roster as rosters

    if roster is None:
        return None
    return _told(rosters.read_given_out(roster, mapping, ignore_extra_columns=ignore_extra_columns))


def _told(found: Any) -> Any:
    for note in found.notes:
        click.echo(note, err=True)
    return found
