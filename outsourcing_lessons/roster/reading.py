"""What was read differently from how it was typed, to be looked over once before the work begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

MOST = 5  # of one column; the others are counted


@dataclass
class Differences:
    """What was typed and what it was read as, by column, with the number of rows."""

    found: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)
    like_dates: list[str] = field(default_factory=list)  # ids that a spreadsheet may have made of others

    def note(self, column: str, typed: str, read: str) -> None:
        """Take down that a cell was read as something else than it shows."""
        if typed != read:
            of_column = self.found.setdefault(column, {})
            of_column[typed, read] = of_column.get((typed, read), 0) + 1

    def sentences(self) -> Iterator[str]:
        """Yield a line for each column, the most frequent first.

        Examples
        --------
        >>> seen = Differences()
        >>> for _ in range(14):
        ...     seen.note("hour_value", "60 €", "60, EUR")
        >>> list(seen.sentences())
        ['hour_value: 60 € read as 60, EUR (14 rows)']
        """
        for column, pairs in self.found.items():
            ranked = sorted(pairs.items(), key=lambda pair: -pair[1])
            said = [f"{typed} read as {read} ({rows} row{'' if rows == 1 else 's'})" for (typed, read), rows in ranked]
            more = len(said) - MOST
            rest = f"; and {more} more like {'this' if more == 1 else 'these'}" if more > 0 else ""
            yield f"{column}: {'; '.join(said[:MOST])}{rest}"
        if self.like_dates:
            more = len(self.like_dates) - MOST
            named = ", ".join(self.like_dates[:MOST]) + (f" and {more} more" if more > 0 else "")
            made = "looks like a date" if len(self.like_dates) == 1 else "look like dates"
            yield (
                f"learner_id: {named} {made} that a spreadsheet made of what was typed; if so, format the column as"
                " Text and type it again"
            )
