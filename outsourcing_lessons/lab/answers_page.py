"""Addresses of Jupyter's server about one learner: where they stand, what of a lesson is done, their answers as a file.

All are behind the server's own token, name a folder below its root and nothing else, and work without a kernel.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from html import escape
from pathlib import Path
from unicodedata import category
from urllib.parse import quote, urlencode

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from outsourcing_lessons.blocks.block import Prose
from outsourcing_lessons.blocks.prose import prose_as_html
from outsourcing_lessons.errors import NotebookError, OutsourcingLessonsError
from outsourcing_lessons.lab.learner_copy import course_in
from outsourcing_lessons.lab.learner_progress import standing_of
from outsourcing_lessons.lab.notebook_answers import content_to_hand_in
from outsourcing_lessons.lab.start_notebook import learner_in, profile_of
from outsourcing_lessons.lab.start_page import home, home_id, in_words
from outsourcing_lessons.learner import LONGEST_NAME, LearnerProfile
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.notebook_files import read, write
from outsourcing_lessons.progress.archive import brought_in, exported, name_of_today, progress_of
from outsourcing_lessons.progress.backup import backups, day_of, missing_from, set_aside, trouble
from outsourcing_lessons.progress.profile import GUEST
from outsourcing_lessons.progress.sqlite import SqliteProgress

HOME, ANSWERS = "outsourcing-lessons/home", "outsourcing-lessons/answers"
STANDING = "outsourcing-lessons/standing"
PAGE = Path(__file__).with_name("answers.html")


class Handler(JupyterHandler):
    """What they have in common: the folder."""

    @property
    def content_security_policy(self) -> str:
        ours = "style-src 'self' 'unsafe-inline'; font-src 'self'; form-action 'self'"
        return f"default-src 'none'; {ours}; frame-ancestors 'none'"

    def course(self) -> Path:
        """Return the folder of the course that the address names."""
        if self.serverapp is None:
            raise web.HTTPError(500, "the server does not say where its files are")
        root = Path(self.serverapp.root_dir).resolve()
        folder = (root / self.get_query_argument("folder", "").strip("/")).resolve()
        if not folder.is_relative_to(root) or not folder.is_dir():
            raise web.HTTPError(404, "there is no such folder")
        return folder

    def kept(self) -> SqliteProgress:
        return progress_of(self.course())

    def own_address(self) -> str:
        return f"{self.base_url}{ANSWERS}?{urlencode({'folder': self.get_query_argument('folder', '')})}"


class HomeHandler(Handler):
    """Where the learner stands, as the inside of the start page's block."""

    @web.authenticated
    def get(self) -> None:
        course = course_in(self.course()) or chosen()
        case = course.case(_profile(self.course(), course))
        standing = standing_of(case, self.kept(), datetime.now().astimezone())
        said = trouble(self.kept())
        amiss = prose_as_html(Prose(id=home_id(course), markdown=said)) + self._offer() if said else ""
        address = escape(self.own_address())
        more = (
            f'<p><a target="_blank" href="{address}#hand-in">Hand in</a> · '
            f'<a target="_blank" href="{address}">Your answers as a file</a></p>'
        )
        self.set_header("Cache-Control", "no-store")
        self.finish(amiss + prose_as_html(home(case, standing)) + more)

    def _offer(self) -> str:
        """Return the button that goes back to the backup, if the answers were damaged and it has more of them."""
        backup = missing_from(self.kept()) if set_aside(self.kept()) else None
        if backup is None:
            return ""
        fields = "".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">'
            for name, value in (("action", "backup"), ("name", backup.name))
        )
        words = f'<button class="ol-button">Bring back the backup of {in_words(day_of(backup))}</button>'
        return (
            f'<form method="post" action="{escape(self.own_address())}">{self.xsrf_form_html()}{fields}{words}</form>'
        )


class StandingHandler(Handler):
    """What a learner has done of all that is asked, and what last, for the bar of an open lesson."""

    @web.authenticated
    def get(self) -> None:
        folder = self.course()
        learner_id, kept = learner_in(folder), progress_of(folder)
        answered = [one.item_id for one in kept.all_attempts(learner_id) if one.outcome.get("valid")]
        written = [block_id for block_id, entries in kept.all_entries(learner_id).items() if any(entries.values())]
        self.set_header("Cache-Control", "no-store")
        self.finish({"done": sorted({*answered, *written}), "last": answered[-1] if answered else ""})


class AnswersHandler(Handler):
    """The page on which a learner hands in, saves their answers, brings others in, or begins again."""

    handed_in: Path | None = None

    @web.authenticated
    def get(self) -> None:
        try:
            self._save() if self.get_query_argument("save", "") else self._page("")
        except OutsourcingLessonsError as error:
            self._page(f"{error}.")

    @web.authenticated
    def post(self) -> None:
        actions = {"hand-in": self._hand_in, "import": self._import, "backup": self._go_back, "reset": self._reset}
        action = actions.get(self.get_body_argument("action", ""))
        if action is None:
            raise web.HTTPError(400, "nothing was asked for")
        try:
            self._page(action())
        except OutsourcingLessonsError as error:
            self.set_status(400)
            self._page(f"Nothing was changed: {error}.")

    def _save(self) -> None:
        content = exported(self.kept())
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(name_of_today())}")
        self.finish(content)

    def _hand_in(self) -> str:
        """Write the one file to send beside the lessons, and say where it is."""
        if not self.kept().path.exists():
            return "There is nothing to hand in yet: you have not answered anything."
        folder = self.course()
        course = course_in(folder) or chosen()
        name = " ".join(self.get_body_argument("learner", "").split())[:LONGEST_NAME]
        profile = _profile(folder, course)
        if not name and profile.learner_id == GUEST:
            return "Nothing was saved: type your name first, so that whoever gets the file knows whose it is."
        profile = replace(profile, learner=name or profile.learner)
        target = folder / name_to_hand_in(profile.learner)
        content = content_to_hand_in(course, profile, self.kept())
        write(target, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        self.handed_in = target
        return f"Saved as “{target.name}” in the folder {folder}. Send this file to whoever asked for it."

    def _import(self) -> str:
        files = self.request.files.get("file", [])
        if not files:
            return "Choose a file first."
        name = f"“{files[0].filename}”"
        return f"Done: {brought_in(self.kept(), files[0].body, name, learner_in(self.course()))}."

    def _go_back(self) -> str:
        name = self.get_body_argument("name", "")
        found = next((one for one in backups(self.kept()) if one.name == name), None)
        if found is None:
            return "Nothing was changed: there is no such backup."
        return f"Done: {brought_in(self.kept(), found.read_bytes(), f'“{name}”', learner_in(self.course()))}."

    def _reset(self) -> str:
        if self.get_body_argument("sure", "") != "yes":
            return "Nothing was changed. Tick the box if you mean it."
        aside = self.kept().put_aside()
        return f"Your answers are now in “{aside.name}”." if aside else "There are no answers yet."

    def _download(self) -> str:
        """Return a link to the file that was just made to hand in, for those whose folder is on another machine."""
        if self.handed_in is None or self.serverapp is None:
            return ""
        path = self.handed_in.relative_to(Path(self.serverapp.root_dir).resolve()).as_posix()
        return f'<p><a class="button" href="{escape(self.base_url)}files/{quote(path)}?download=1">Download it</a></p>'

    def _page(self, said: str) -> None:
        kept = self.kept().path
        course = course_in(self.course()) or chosen()
        profile = _profile(self.course(), course)
        words = {
            "said": f'<p class="said" role="status">{escape(said)}</p>{self._download()}' if said else "",
            "learner": ""
            if profile.learner_id == GUEST and profile.learner == course.profile().learner
            else escape(profile.learner),
            "kept": "" if kept.exists() else "<p>Nothing is saved yet: you have not answered anything.</p>",
            "folder": escape(str(kept.parent)),
            "save": escape(self.own_address() + "&save=1"),
            "here": escape(self.own_address()),
            "xsrf": self.xsrf_form_html(),
            "backups": "".join(map(_choice, backups(self.kept()))),
            "none": "" if backups(self.kept()) else "hidden",
        }
        page = PAGE.read_text(encoding="utf-8")
        for name, text in words.items():
            page = page.replace("{{" + name + "}}", text)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page)


def name_to_hand_in(learner: str) -> str:
    """Return what a file to hand in is called: everybody sees whose it is, and it can be sent through anything.

    Examples
    --------
    >>> name_to_hand_in('Zoë/../"Óg"').partition(" - ")[0]
    'Zoë Óg'
    """
    plain = "".join(char if category(char)[0] in "LMN" or char in " '-" else " " for char in learner)
    return f"{' '.join(plain.split())[:60].strip() or 'My'} - answers {date.today().isoformat()}.json"


def handlers(base_url: str) -> list[tuple[str, type[Handler]]]:
    """Return the addresses, for a server with that base."""
    addresses = {HOME: HomeHandler, STANDING: StandingHandler, ANSWERS: AnswersHandler}
    return [(base_url + address, handler) for address, handler in addresses.items()]


def _choice(backup: Path) -> str:
    day = day_of(backup)
    return f'<option value="{escape(backup.name)}">{day.day} {day:%B %Y}</option>'


def _profile(folder: Path, course: Course) -> LearnerProfile:
    try:
        return profile_of(read(course.notebook_in(folder)), course)
    except NotebookError:
        return LearnerProfile()
