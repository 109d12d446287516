"""The first row: which column is which, and in one sentence what is to be done about the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

# What is a learner's own; whatever else a workbook can be told is decided for all of them, in the command.
COLUMNS = (
    "learner_id", "learner", "business", "country", "currency", "hour_value", "unsold_hour_value", "weekly_hours",
    "seed",
)  # fmt: skip
# What else a roster may say of a learner: how they are reached, and which lessons are theirs.
OWN = ("email", "participant", "lessons")
KNOWN = COLUMNS + OWN
ALSO = dict.fromkeys(("e_mail", "mail", "email_address", "e_mail_address", "mail_address"), "email")
# What a roster must not decide, and who does.
DECIDED_ELSEWHERE = {
    "edition": "a roster cannot give keys to learners: all of them get the study edition, and each key is in keys/",
    "format": "set it for everybody with --format",
    "formats": "set it for everybody with --format",
    "out": "set the folder for everybody with --out; each learner gets a subfolder named after the id",
    "path": "set the folder for everybody with --out; each learner gets a subfolder named after the id",
    "folder": "set the folder for everybody with --out; each learner gets a subfolder named after the id",
}
# What other programs call the column with the id, the likeliest first.
IDS = (
    "id_number", "student_id", "sis_user_id", "sis_login_id", "user_name", "username", "login", "login_id", "user_id",
    "student_number", "matriculation_number", "matrikelnummer", "employee_id", "id", "email_address", "email",
    "e_mail_address", "e_mail",
)  # fmt: skip
NAMES = ("student", "name", "full_name", "first_name", "firstname", "last_name", "surname", "lastname", "display_name")
MOST = 6


def plain(name: str) -> str:
    """Return a column's name without what people write differently.

    Examples
    --------
    >>> plain(" Learner ID "), plain("HOUR-VALUE")
    ('learner_id', 'hour_value')
    """
    return re.sub(r"[\s_-]+", "_", name.strip("\ufeff \t\r\n\xa0").lower())


def known(name: str) -> str:
    """Return the column of a roster that a name stands for, or the name itself."""
    return plain(name) if plain(name) in KNOWN else ALSO.get(plain(name), name)


def faults_of(columns: tuple[str, ...], ignore_extra: bool, used: Collection[str] = ()) -> list[tuple[str | None, str]]:
    """Return what is wrong with the names of columns: (the column or None, a sentence).

    ``columns`` that stand for one of a roster are under its name. Those that are none are passed over with
    ``ignore_extra``; ``used`` are the plain names of columns that are none and yet of use: as fields of a text or a
    file's name.
    """
    found: list[tuple[str | None, str]] = []
    strange = [name for name in dict.fromkeys(columns) if name and name not in KNOWN and plain(name) not in used]
    misspelt = {name: near[0] for name in strange if (near := _near(name)) and near[0] not in columns}
    if "learner_id" not in columns:
        like = _like_ids(strange)
        found.append((None, _no_id(like, strange, ignore_extra)))
        # Passing over a misspelt column would quietly give everybody what is given to those who say nothing.
        strange = [name for name in strange if name != like and (not like or name in misspelt)]
    if not ignore_extra:
        found += [(name, DECIDED_ELSEWHERE[plain(name)]) for name in strange if plain(name) in DECIDED_ELSEWHERE]
        others = [name for name in strange if plain(name) not in DECIDED_ELSEWHERE]
        found += [_unknown(others, misspelt)] if others else []
    return found + [(name, "two columns have this name") for name in KNOWN if columns.count(name) > 1]


def misspelt(columns: tuple[str, ...]) -> list[tuple[str | None, str]]:
    """Return what is wrong with the names of columns in a list whose other columns decide nothing."""
    strange = [name for name in dict.fromkeys(columns) if name and name not in KNOWN]
    near = {name: found[0] for name in strange if (found := _near(name)) and found[0] not in columns}
    return [(name, f"did you mean {meant}? Correct it, or ignore it with {IGNORE}") for name, meant in near.items()]


def passed_over(columns: Iterable[str]) -> list[str]:
    """Return in a sentence which columns decide nothing, for one of them may be meant to; none where all do.

    Examples
    --------
    >>> passed_over(["learner_id", "Stundensatz"])
    ["column passed over: 'Stundensatz' (if it decides something, say what it is with --map)"]
    """
    strange = [name for name in dict.fromkeys(columns) if name not in KNOWN]
    if not strange:
        return []
    one = len(strange) == 1
    asked = f"if {'it' if one else 'one of them'} decides something, say what it is with --map"
    return [f"column{'' if one else 's'} passed over: {listed(strange, MOST)} ({asked})"]


def _near(name: str) -> list[str]:
    return get_close_matches(plain(name[:60]), KNOWN, n=1, cutoff=0.75)


def _like_ids(strange: list[str]) -> str | None:
    """Return the column that is likeliest to hold the ids, if one is likely to."""
    of_plain = {plain(name): name for name in reversed(strange)}
    misspelt = get_close_matches("learner_id", of_plain, n=1, cutoff=0.75)
    return of_plain[misspelt[0]] if misspelt else next((of_plain[name] for name in IDS if name in of_plain), None)


def _no_id(like: str | None, strange: list[str], ignore_extra: bool) -> str:
    """Say that there is no column with ids, which may be it, and what becomes of those of other programs."""
    sentence = "there is no column learner_id; each learner needs one"
    if like is None:
        return sentence
    of_plain = {plain(name): name for name in reversed(strange)}
    sentence += f". {like!r} looks like it: rename that to learner_id or give --map {f'{like}=learner_id'!r}"
    names = [of_plain[name] for name in NAMES if name in of_plain]
    if names:
        sentence += f", put the name from {listed(names, 2)} into one column learner"
    others = [name for name in strange if name != like]
    return sentence + ("" if not others or ignore_extra else f", and ignore the others with {IGNORE}")


IGNORE = "--ignore-extra-columns"
OR = f"say with --map what it is, or ignore what decides nothing with {IGNORE}"


def _unknown(names: list[str], misspelt: dict[str, str]) -> tuple[str | None, str]:
    there = f"there are: {', '.join(KNOWN)}"
    if len(names) == 1:
        asked = f" (did you mean {misspelt[names[0]]}?)" if names[0] in misspelt else ""
        return names[0], f"no such column; {there}{asked}. Correct or delete it, {OR}"
    meant = [f"did you mean {misspelt[name]} by {name!r}?" for name in names if name in misspelt][:MOST]
    asked = f" ({' '.join(meant)})" if meant else ""
    return None, f"no such columns: {listed(names, MOST)}; {there}{asked}. Correct or delete them, {OR}"


def listed(names: list[str], most: int) -> str:
    """Return the first of many names in quotes, and how many more there are."""
    few = [repr(name[:60]) for name in names[:most]]
    more = len(names) - most
    if more > 0:
        return f"{', '.join(few)} and {more} more"
    return f"{', '.join(few[:-1])} and {few[-1]}" if len(few) > 1 else few[0]
