"""XML by value: an element is made of a name, attributes and children; every text is escaped on the way."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from outsourcing_lessons.characters import legal

Element = ElementTree.Element


def element(name: str, attributes: dict[str, Any] | None = None, *children: Element | str | None) -> Element:
    """Return an element; children that are None are left out.

    Examples
    --------
    >>> ElementTree.tostring(element("p", {"class": 'a"'}, "1 < 2 ", element("b", {}, "so"), "."))
    b'<p class="a&quot;">1 &lt; 2 <b>so</b>.</p>'
    """
    made = Element(name, {key: legal(_written(value)) for key, value in (attributes or {}).items()})
    last: Element | None = None
    for child in children:
        if isinstance(child, str):
            if last is None:
                made.text = (made.text or "") + legal(child)
            else:
                last.tail = (last.tail or "") + legal(child)
        elif child is not None:
            made.append(child)
            last = child
    return made


def document(root: Element) -> bytes:
    """Return a document: UTF-8, with a declaration."""
    return ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def number(value: float) -> str:
    """Write a number as XML Schema's double reads it back to the last bit.

    Examples
    --------
    >>> number(4.0), number(0.1), number(1e-9)
    ('4', '0.1', '1e-09')
    """
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return number(value) if isinstance(value, (int, float)) else str(value)
