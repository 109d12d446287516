"""Worksheets and what was written on them -> the pages of a playbook, and the dates in it.

First come the pages to use, then all worksheets. A worksheet that is half filled in gives a useful half page: what is
open is named, and nothing is made up. What the course began with is in the book where the learner has made it theirs;
see `blocks.filled.Filled.own`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from outsourcing_lessons import characters
from outsourcing_lessons.blocks.filled import Filled, results_of, rows_of
from outsourcing_lessons.blocks.filled import filled as what_stands
from outsourcing_lessons.blocks.handout import Handout
from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.playbook.handouts import handout_pages
from outsourcing_lessons.playbook.learned import NOTHING_ASKED, Learned, before_and_after, to_read_again
from outsourcing_lessons.playbook.page import Appointment, Page, Section, day_of, shown
from outsourcing_lessons.words import BOOK


@dataclass(frozen=True)
class Playbook:
    """All pages and dates of a learner.

    ``use`` are the pages to use, ``missing`` the titles of those on which nothing stands yet, ``pages`` the worksheets.
    ``written`` says how many fields are their own, ``learner_id`` tells them from others of the same name, and
    ``replaced`` holds the characters that no document can hold with what stands for each. ``reviews`` are the days on
    which questions of the course come back; only the calendar has them.
    """

    learner: str
    pages: tuple[Page, ...]
    appointments: tuple[Appointment, ...]
    written: int = 0
    learner_id: str = ""
    replaced: tuple[tuple[str, str], ...] = ()
    title: str = "My playbook"
    reviews: tuple[Appointment, ...] = ()
    use: tuple[Page, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has been written yet."""
        return not self.written

    @property
    def written_pages(self) -> tuple[Page, ...]:
        """The worksheets on which the learner wrote something."""
        return tuple(page for page in self.pages if page.filled)

    @property
    def contents(self) -> tuple[str, ...]:
        """The titles of the pages to use; none where there is but one, which needs no list."""
        return tuple(page.title for page in self.use) if len(self.use) > 1 or self.missing else ()

    @property
    def still_missing(self) -> str:
        """The pages to use on which nothing stands yet, in one line."""
        return f"{BOOK['missing']}: {' · '.join(self.missing)}" if self.missing else ""

    @property
    def letters(self) -> tuple[Playbook, ...]:
        """Each page that leaves the house, alone: with its title, and without what is open or else the learner's."""
        alone = (
            replace(p, sections=tuple(replace(s, open=()) for s in p.sections if s.rows)) for p in self.use if p.sent
        )
        return tuple(replace(self, title=p.title, use=(p,), pages=(), appointments=(), missing=()) for p in alone)


def bind(
    learner: str,
    filled: Iterable[tuple[Worksheet, Mapping[str, str]]],
    learner_id: str = "",
    title: str = Playbook.title,
    reviews: Iterable[Appointment] = (),
    handouts: Iterable[Handout] = (),
    learned: Learned = NOTHING_ASKED,
) -> Playbook:
    """Bind worksheets, each with its entries by ``field`` or ``field.row``, into a playbook.

    ``learner_id`` tells the learner from others of the same name.
    """
    pairs, handouts = list(filled), tuple(handouts)
    given = [learner, *(text for _, entries in pairs for text in entries.values() if isinstance(text, str))]
    replaced = tuple(characters.replaced("".join(given)).items())
    sheets = [one._replace(texts=_texts(one.texts)) for one in what_stands(pairs)]
    dates = sorted((date for one in sheets for date in _appointments(one)), key=lambda date: (date.day, date.id))
    written = sum(len(one.written) for one in sheets)
    used = handout_pages(handouts, sheets)
    missing = tuple(one.title for one in handouts if one not in [handout for handout, _ in used])
    use = (
        *(_with_reading(*one, learned) for one in used),
        *filter(None, [before_and_after(learned) if handouts else None]),
    )
    return Playbook(
        characters.legal(learner), tuple(map(_page, sheets)), tuple(dates), written, learner_id, replaced, title,
        tuple(reviews), use, missing,
    )  # fmt: skip


def _texts(entries: Mapping) -> dict[str, str]:
    texts = {name: characters.legal(value).strip() for name, value in entries.items()}
    return {name: text for name, text in texts.items() if text}


def _with_reading(handout: Handout, page: Page, learned: Learned) -> Page:
    """Add to the plan what to read again."""
    again = to_read_again(learned) if handout.plan else None
    return replace(page, sections=(*page.sections, again)) if again else page


def _page(filled: Filled) -> Page:
    """Bind one worksheet; what the learner wrote counts, and what is still open for them to write."""
    worksheet, texts = filled.worksheet, filled.texts
    sections = tuple(_table(sheet, filled) if sheet.rows > 1 else _pairs(sheet, filled) for sheet in worksheet.sheets)
    names = [name for sheet in worksheet.sheets for name in _names(sheet, texts)]
    done = sum(name in filled.written and name in texts for name in names)
    worked_out = {field.id for sheet in worksheet.sheets for field in sheet.fields if field.is_worked_out}
    still_open = sum(name not in texts and name.partition(".")[0] not in worked_out for name in names)
    return Page(worksheet.title, worksheet.purpose, sections, done, done + still_open)


def _names(sheet: Sheet, entries: Mapping[str, str]) -> list[str]:
    """Return the names under which a sheet's entries are kept; of a table the rows in use count, and at least one."""
    return [field.id + suffix for suffix in _used(sheet, entries) or [".1"] for field in sheet.fields]


def _used(sheet: Sheet, entries: Mapping[str, str]) -> list[str]:
    in_use = lambda suffix: any(field.id + suffix in entries for field in sheet.fields)  # noqa: E731
    return [suffix for suffix in rows_of(sheet) if sheet.rows == 1 or in_use(suffix)]


def _pairs(sheet: Sheet, filled: Filled) -> Section:
    texts = filled.own_texts
    rows = tuple((field.label, shown(field, texts[field.id])) for field in sheet.fields if field.id in texts)
    open_ = tuple(field.label for field in sheet.fields if field.id not in texts)
    return Section(sheet.title, (), rows, open_, _results(sheet, filled))


def _table(sheet: Sheet, filled: Filled) -> Section:
    columns, texts = tuple(field.label for field in sheet.fields), filled.own_texts
    used = _used(sheet, texts)
    rows = tuple(tuple(shown(f, texts.get(f.id + suffix, "")) for f in sheet.fields) for suffix in used)
    told = (BOOK["kept-out"],) if len(_used(sheet, filled.texts)) > len(used) else ()
    return Section(
        sheet.title, columns if rows else (), rows, () if rows else columns, (*_results(sheet, filled), *told)
    )


def _results(sheet: Sheet, filled: Filled) -> tuple[str, ...]:
    found = results_of(sheet, filled.worksheet, filled.own_texts)
    return tuple(f"{label}: {text}" for label, text in found if text)


def _appointments(filled: Filled) -> Iterable[Appointment]:
    """Yield the dates that were written; those that a worksheet has from another are there already."""
    worksheet, texts = filled.worksheet, filled.texts
    for sheet in worksheet.sheets:
        for suffix in rows_of(sheet):
            for field in sheet.fields:
                is_date = field.type == "date" and field.id + suffix in filled.written
                day = day_of(texts.get(field.id + suffix, "")) if is_date else None
                if day:
                    text = _about(worksheet, sheet, field, suffix, texts)
                    yield Appointment(f"{worksheet.id}.{field.id}{suffix}", day, text)


def _about(worksheet: Worksheet, sheet: Sheet, field: Entry, suffix: str, entries: Mapping[str, str]) -> str:
    """Say in one line what a date is about: what was written beside it, or else where it stands."""
    beside = next((f for f in sheet.fields if f.type != "date" and f.id + suffix in entries), None)
    if field.of_page or beside is None:
        return f"{worksheet.title}: {field.reminder or sheet.title}"
    subject = beside.reminded(" ".join(entries[beside.id + suffix].split()))
    return f"{subject} ({field.reminder})" if field.reminder else subject
