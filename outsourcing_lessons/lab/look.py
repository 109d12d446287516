"""The course's colours and typefaces for JupyterLab, as its server gives them: the same as on every other surface."""

from __future__ import annotations

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from outsourcing_lessons.player import FOLDER, typefaces

STYLE, FONTS = "outsourcing-lessons/look.css", "outsourcing-lessons/fonts/"
A_YEAR = 31_536_000  # seconds; a changed font has another name


class StyleHandler(JupyterHandler):
    """Typefaces and tokens as a style sheet."""

    @web.authenticated
    def get(self) -> None:
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(typefaces.faces(lambda name: f"fonts/{name}") + (FOLDER / "tokens.css").read_text(encoding="utf-8"))


class FontHandler(JupyterHandler):
    """One file of a typeface."""

    @web.authenticated
    def get(self, name: str) -> None:
        if name not in typefaces.FILES:
            raise web.HTTPError(404, "there is no such typeface")
        self.set_header("Content-Type", "font/woff2")
        self.set_header("Cache-Control", f"private, max-age={A_YEAR}")
        self.finish(typefaces.content(name))


def handlers(base_url: str) -> list[tuple[str, type[JupyterHandler]]]:
    """Return the addresses, for a server with that base."""
    return [(f"{base_url}{STYLE}", StyleHandler), (f"{base_url}{FONTS}([a-z0-9.-]+)", FontHandler)]
