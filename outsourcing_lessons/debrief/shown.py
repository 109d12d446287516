"""What a cell of the debrief shows: a table, a sentence or a chart, as text and as HTML with all text escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Shown:
    """A display that reads well as text too."""

    text: str
    html: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": f'<div class="ol-debrief">{self.html}</div>'}

    def __add__(self, other: Shown) -> Shown:
        return Shown("\n\n".join(filter(None, (self.text, other.text))), self.html + other.html)


def sentence(text: str) -> Shown:
    """Show a sentence."""
    return Shown(text, f"<p>{escape(text)}</p>")


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Shown:
    """Show a table; figures stand to the right.

    Examples
    --------
    >>> table("Fruit", ("What", "How many"), [("<apple>", "3")])
    Fruit
    What    | How many
    <apple> | 3
    """
    widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [columns, *rows]]
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    html = f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return Shown("\n".join([caption, *(line.rstrip() for line in lines)]), f'<div class="ol-wide">{html}</div>')


def _cell(text: str) -> str:
    figure = text[:1].isdigit() or text[:1] in "+−" and text[1:2].isdigit()
    return f"<td{' class=ol-figure' if figure else ''}>{escape(text)}</td>"


def bars(caption: str, said: str, rows: Sequence[tuple[str, float, float | None, bool]]) -> Shown:
    """Show bars under a caption: label, how many, how many before if there was a first time, whether it is the key.

    Examples
    --------
    >>> bars("Fruit", "Two of three.", [("apple", 2, 1, True), ("pear", 1, 2, False)])
    Fruit
    Two of three.
    apple | 2 | before 1
    pear  | 1 | before 2
    """
    width = max((len(label) for label, *_ in rows), default=0)
    most = max((one for _, size, before, _ in rows for one in (size, before or 0)), default=0) or 1
    lines = [
        f"{label.ljust(width)} | {size:g}" + ("" if before is None else f" | before {before:g}")
        for label, size, before, _ in rows
    ]
    html = "".join(_bar(label, size, before, key, most) for label, size, before, key in rows)
    title = f"<figcaption>{escape(caption)}</figcaption><p>{escape(said)}</p>"
    drawn = f"<ul>{html}</ul>" if rows else ""
    return Shown("\n".join(filter(None, (caption, said, *lines))), f'<figure class="ol-bars">{title}{drawn}</figure>')


def _bar(label: str, size: float, before: float | None, key: bool, most: float) -> str:
    first = "" if before is None else f'<i class="ol-first" style="width:{100 * before / most:.1f}%"></i>'
    number = f"<b>{size:g}</b>" + ("" if before is None else f" <small>first vote {before:g}</small>")
    css = " class=ol-key" if key else ""
    drawn = f'{first}<i style="width:{100 * size / most:.1f}%"></i>'
    return f"<li{css}><span>{escape(label)}</span><span>{number}</span>{drawn}</li>"


def quotes(caption: str, said: str, texts: Sequence[str]) -> Shown:
    """Show what people wrote."""
    html = "".join(f"<li>{escape(text)}</li>" for text in texts)
    head = f"<figcaption>{escape(caption)}</figcaption><p>{escape(said)}</p>"
    return Shown("\n".join([caption, said, *texts]), f'<figure class="ol-quotes">{head}<ul>{html}</ul></figure>')


def share(part: float, whole: float) -> str:
    """Write a share.

    Examples
    --------
    >>> share(3, 4)
    '75 %'
    """
    return f"{100 * part / whole:.0f} %" if whole else "–"


def signed(value: float, decimals: int = 2) -> str:
    """Write a number with its sign.

    Examples
    --------
    >>> signed(0.5), signed(-3, 0), signed(-0.2, 0)
    ('+0.50', '−3', '0')
    """
    text = f"{value:+.{decimals}f}".replace("-", "−")
    return text if any(digit in text for digit in "123456789") else text[1:]
