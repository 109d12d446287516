"""All characters that PDF/UA-1, XML or Unicode itself forbids in a text; tab and line breaks are allowed."""

from __future__ import annotations

CONTROLS = "".join(char for char in map(chr, (*range(0x20), 0x7F)) if char not in "\t\n\v\f\r")
NOBODYS = "".join(chr(code) for code in (*range(0xFDD0, 0xFDF0), *(plane << 16 | 0xFFFE for plane in range(17))))
FORBIDDEN = f"{CONTROLS}{NOBODYS}\ufeff\uffff"
