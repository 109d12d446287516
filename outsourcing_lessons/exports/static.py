"""A workbook as a folder for any web server, which browsers can install as an app that works offline.

The page keeps its policy but for what an app needs: a manifest, an icon and a worker, each from its own folder.
"""

from __future__ import annotations

import hashlib
import json
from html import escape
from importlib.resources import files
from pathlib import Path

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.exports.workbook_page import course_and_title, decoded, with_script

PAPER = "#fbf8f1"
APP_SOURCES = "; img-src data: 'self'; manifest-src 'self'; worker-src 'self'"


def folder(page: bytes) -> dict[str, bytes]:
    """Return the files of the folder by name; the same page gives the same bytes.

    ``page``: A ``workbook.html`` as `outsourcing-lessons render` makes it.

    Raises InputError when the page is no workbook of ours, or was changed.
    """
    text = with_script(decoded(page), _own("static.js"))
    course, title = course_and_title(text)
    shown = _with_head(text.replace("; img-src data:", APP_SOURCES, 1), title)
    beside = {"manifest.webmanifest": _manifest(course, title), "icon.svg": _own("icon.svg")}
    version = hashlib.sha256("".join([shown, *beside.values()]).encode()).hexdigest()[:16]
    worker = _own("service_worker.js").replace("{{version}}", version)
    return {name: content.encode() for name, content in {"index.html": shown, **beside, "worker.js": worker}.items()}


def write_folder(path: Path, contents: dict[str, bytes], force: bool = False) -> None:
    """Write the files into a folder, the worker last, so that no browser is told of a page that is not there yet.

    Raises InputError when something is in the folder already, unless ``force`` is set, and StoreError when it cannot be
    written.
    """
    if path.exists() and not path.is_dir():
        raise InputError(f"{path} is a file; choose a folder with --out")
    if not force and path.is_dir() and any(path.iterdir()):
        raise InputError(f"{path} is not empty; choose another folder with --out, or --force to write into this one")
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            (path / name).write_bytes(content)
    except OSError as error:
        raise StoreError(f"{path} could not be written: {error.strerror}") from None


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _with_head(page: str, title: str) -> str:
    head = (
        '<link rel="manifest" href="manifest.webmanifest">\n<link rel="icon" href="icon.svg" type="image/svg+xml">\n'
        f'<meta name="theme-color" content="{PAPER}" media="(prefers-color-scheme: light)">\n'
        f'<meta name="apple-mobile-web-app-title" content="{escape(title)}">\n'
    )
    return page.replace("<title>", f"{head}<title>", 1)


def _manifest(course: str, title: str) -> str:
    manifest = {
        "id": f"./?{course}",
        "name": title,
        "short_name": title.partition(":")[0][:30],
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
