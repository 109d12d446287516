"""What the notebook of the debrief works with: one workshop, shown piece by piece."""

from __future__ import annotations

from datetime import UTC, datetime

from outsourcing_lessons.charts.chart import Chart, Line, describe, figure
from outsourcing_lessons.debrief import attendance, learning, questions
from outsourcing_lessons.debrief.attendance import Attended
from outsourcing_lessons.debrief.pictures import Picture, pictures
from outsourcing_lessons.debrief.questions import Question
from outsourcing_lessons.debrief.results import Results, read_results
from outsourcing_lessons.debrief.shown import Shown, bars, quotes, sentence, share, signed, table
from outsourcing_lessons.items.base import counted
from outsourcing_lessons.workshop.state import Person


def open_debrief(results: str = "", names: bool = False) -> Debrief:
    """Open the file of a workshop; "" opens one that is made up. Without ``names`` everybody is a number."""
    return Debrief(read_results(results), names, made_up=not results)


class Debrief:
    """A workshop, after it; each method shows one thing."""

    def __init__(self, results: Results, names: bool, made_up: bool = False):
        self.results, self.names, self.made_up = results, names, made_up
        self._pictures = pictures(results)

    def __repr__(self) -> str:
        began = datetime.fromtimestamp(self.results.events[0].at, UTC)
        lessons = list(dict.fromkeys(part.lesson for part in self.results.agenda.parts))
        made_up = " It is made up; “outsourcing-lessons workshop report” shows yours." if self.made_up else ""
        return f"A workshop of {began:%Y-%m-%d} on {', '.join(lessons)}.{made_up}"

    def called(self, person: Person) -> str:
        """Return what a participant is called here."""
        return f"No. {person.number}" + (f" · {person.name}" if self.names and person.name else "")

    def attendance(self) -> Shown:
        """Show how many came, and how many took part in what."""
        people = attendance.attended(self.results)
        active = sum(one.answered > 0 for one in people)
        own = sum(one.own > 0 for one in people)
        said = f"{counted(len(people), 'person', 'people')} joined; {active} of them answered at least once."
        if own:
            said += f" {own} worked in JupyterLab, on variants of their own, which are not in the figures below."
        if self.results.left_out:
            titles = ", ".join(f"“{title}”" for title in self.results.left_out)
            said += f" Answers to {titles} are left out, because the key or numbers have changed since."
        parts = [one for one in attendance.stretches(self.results) if one.asked]
        rows = [(_part(one), str(one.people), share(one.people, len(people))) for one in parts]
        shown = sentence(said) + table("Who took part in what", ("Part", "Answered", "Of those who joined"), rows)
        return shown + self._by_name(people) if self.names else shown

    def _by_name(self, people: list[Attended]) -> Shown:
        rows = [(self.called(one.person), f"{one.answered} of {one.asked}") for one in people]
        return table("Who answered how many questions", ("Participant", "Answered"), rows)

    def gains(self) -> Shown:
        """Show the matched gain for each mistake."""
        found = learning.gains(self.results)
        if not found:
            return sentence("Nobody took both tests, so there is no gain to report.")
        rows = [(g.title, str(g.people), f"{g.pre:.0f} %", f"{g.post:.0f} %", _number(g.gain), g.word) for g in found]
        columns = ("Mistake", "People", "Before", "After", "Gain", "In a word")
        return table("Right before and after, of those who took both tests", columns, rows)

    def questions(self) -> Shown:
        """Show the items by difficulty and discrimination."""
        found = questions.questions(self.results)
        if not found:
            return sentence("No question was asked that can be right or wrong.")
        rows = [
            (
                f"{q.step.number} {q.step.title}", str(q.people), f"{q.share:.2f}", q.share_flag or "too few",
                _number(q.discrimination), q.discrimination_flag or "too few",
            )
            for q in found
        ]  # fmt: skip
        columns = ("Question", "People", "Share right", "Difficulty", "Discrimination", "What to do")
        return self._how_far(found) + table("The questions, the hardest first", columns, rows)

    def _how_far(self, found: list[Question]) -> Shown:
        people = max(q.people for q in found)
        few = people < questions.FEW_TO_DISCRIMINATE
        said = f"With {counted(people, 'person', 'people')}, chance alone moves a discrimination by up to "
        said += f"±{questions.by_chance(people):.2f}: "
        last = "too much to read anything into it." if few else "read it as a hint about where to look first."
        return sentence(said + last)

    def votes(self) -> Shown:
        """Show how votes moved after a talk."""
        found = learning.shifts(self.results)
        if not found:
            return sentence("No question was voted on twice.")
        rows = [
            (
                f"{s.step.number} {s.step.title}", str(s.people), share(s.first, s.people), share(s.second, s.people),
                str(s.to_right), str(s.to_wrong),
            )
            for s in found
        ]  # fmt: skip
        columns = ("Question", "Voted twice", "Right first", "Right after the talk", "Wrong to right", "Right to wrong")
        return table("First vote and second vote", columns, rows)

    def misconceptions(self) -> Shown:
        """Show what most people still got wrong, and what to say about it."""
        found = questions.misconceptions(self.results)
        if not found:
            return sentence("No mistake was made by two or more people when they were last asked.")
        rows = [(f"{m.step.number} {m.step.title}", f"{m.people} of {m.of}", m.sentence) for m in found]
        return table("Say this tomorrow", ("Question", "Still wrong", "What to say"), rows)

    def wrong_options(self, most: int = 5) -> Shown:
        """Show the questions that most got wrong, option by option."""
        asked = sorted((one for one in self._pictures if one.missed), key=lambda one: -one.missed)
        return _all(asked[:most], "No question was answered wrong.")

    def predictions(self) -> Shown:
        """Show best guesses beside the truth."""
        return self._of("prediction", "No prediction was made.")

    def commitments(self) -> Shown:
        """Show what people mean to do, without names."""
        return self._of("commitments", "Nobody wrote down on a worksheet what they will do.")

    def waits(self) -> Shown:
        """Show who waited how long for help."""
        return self._of("waits", "Nobody asked for help.")

    def spoken(self) -> Shown:
        """Show what was asked on the spot."""
        return self._of("spoken", "Nothing was asked beside the plan.")

    def _of(self, kind: str, otherwise: str) -> Shown:
        return _all([one for one in self._pictures if one.kind == kind], otherwise)

    def calibration(self) -> Shown:
        """Show how sure people were against how often they were right: of tests, and apart from them of predictions."""
        shown = [self._calibrated(*one) for one in learning.calibrations(self.results)]
        if not shown:
            return sentence("Nobody said how sure they were.")
        return sum(shown[1:], shown[0])

    def _calibrated(self, title: str, found: learning.Calibration) -> Shown:
        said = sentence(
            f"{title}: {found.answers} came with a confidence. Their Brier score is {found.score:.2f}: "
            "0 is perfect, 0.25 is what “half sure” always gets."
        )
        if len(found.sure) < 2:
            return said + sentence("Too few of them for a curve.")
        chart = Chart(
            f"{title}: how sure, and how often right", "How sure, %", "Right, %",
            (Line("This room", found.sure, found.right), Line("Sure as often as right", found.sure, found.sure)),
            y_unit=" %",
        )  # fmt: skip
        return said + Shown(describe(chart), figure(chart))

    def timing(self) -> Shown:
        """Show planned against actual minutes."""
        found = attendance.stretches(self.results)
        shown = [(one, one.used) for one in found if one.used is not None]
        if not shown:
            return sentence("Nothing was shown to the room.")
        # What stands in a row and in a column adds up: whole minutes are counted, as they are read.
        whole = [(_part(one), round(one.planned), round(used)) for one, used in shown]
        whole.append(("All of it", sum(planned for _, planned, _ in whole), sum(used for *_, used in whole)))
        rows = [(part, str(planned), str(used), signed(used - planned, 0)) for part, planned, used in whole]
        left = len(found) - len(shown)
        more = sentence(f"{counted(left, 'part was', 'parts were')} not shown.") if left else Shown("", "")
        return table("Minutes", ("Part", "Planned", "Used", "Difference"), rows) + more


def _all(found: list[Picture], otherwise: str) -> Shown:
    shown = [_picture(one) for one in found]
    return sum(shown[1:], shown[0]) if shown else sentence(otherwise)


def _picture(one: Picture) -> Shown:
    if one.texts:
        return quotes(one.title, one.said, one.texts)
    rows = [(bar.label + (f" ({bar.key})" if bar.key else ""), bar.size, bar.before, bool(bar.key)) for bar in one.bars]
    return bars(one.title, one.said, rows)


def _part(one: attendance.Stretch) -> str:
    return f"{one.part.number} {one.part.title}"


def _number(value: float | None) -> str:
    return "–" if value is None else signed(value)
