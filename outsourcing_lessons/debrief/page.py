"""The debrief as one HTML file: the notebook's passages and what its cells show; no code, no script, no request."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Any

import mistune

from outsourcing_lessons.blocks.prose import SafeRenderer

_markdown = mistune.create_markdown(renderer=SafeRenderer(), plugins=["table"])
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(notebook: dict[str, Any], title: str) -> str:
    """Return the page of an executed notebook."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    body = "\n".join(_parts(notebook))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _parts(notebook: dict[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            yield str(_markdown("".join(cell["source"])))
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "text/html" in data:
                yield "".join(data["text/html"])
            elif "text/plain" in data:
                yield f"<p>{escape(''.join(data['text/plain']))}</p>"
