"""TOML files of a course, read as a model that says what may stand in them; all faults of a file are told at once."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from outsourcing_lessons.errors import ContentError

LONGEST_SHOWN = 60
AT_LINE = re.compile(r"at line ([0-9]+)")


class Table(BaseModel):
    """A table whose keys are all known, and whose values are of the kind that they should be."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Read = TypeVar("Read")


def parsed(path: Path) -> dict[str, Any]:
    """Return what stands in a TOML file.

    Raises ContentError if it cannot be read, or is no TOML; says where.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _in(path, f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        at = AT_LINE.search(str(error))
        raise _in(path, f"{path} is not TOML: {error}", int(at[1]) if at else 0) from None


def read(path: Path, model: type[Read]) -> Read:
    """Return a TOML file as a model: a `Table`, or a mapping of them.

    Raises ContentError with every fault of the file: its key, what was found, and what is allowed.
    """
    try:
        return TypeAdapter(model).validate_python(parsed(path))
    except ValidationError as error:
        faults = [_sentence(one, model) for one in error.errors(include_url=False)]
        raise _in(path, refusal(path, faults)) from None


def _in(path: Path, sentence: str, line: int = 0) -> ContentError:
    error = ContentError(sentence)
    error.file, error.line = str(path), line
    return error


def refusal(path: Path, faults: list[str]) -> str:
    """Return the faults of a file as one message."""
    return "\n".join(f"{path}: {fault}" for fault in faults)


def shown(found: object) -> str:
    """Return what was found, short enough for a message."""
    text = repr(found)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."


def _sentence(error: Any, model: Any) -> str:
    where = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        key, names = str(error["loc"][-1]), list(getattr(model, "model_fields", ())) if len(error["loc"]) == 1 else []
        near = get_close_matches(key, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(names)}" if names else "take it out"
        return f"{where} is not a key of this table; {hint}"
    if error["type"] == "missing":
        return f"{where} is missing"
    allowed = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    return f"{where} is {shown(error['input'])}; allowed: {allowed}"
