"""What R/exams takes for the questions of our lessons, where R and its package exams are there.

It makes of exercises in R Markdown, each with numbers drawn anew, a page of questions and solutions. So each question
of ours becomes an exercise of the kind of its own demos: a piece of R that draws two numbers, our words, one number to
find. What it has no place for is left out: the lessons' text, explorers, games, worksheets, judging in the page.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

WAY = "(e) R/exams, the questions alone: no text, explorers, games or worksheets"
EXERCISE = """```{{r data, echo = FALSE, results = "hide"}}
price <- sample(20:90, 1)
hours <- sample(2:12, 1)
```

Question
========
{prompt}

The price is `r price` an hour, and there are `r hours` hours.

Solution
========
It comes to `r price * hours`.

{praise}

Meta-information
================
extype: num
exsolution: `r price * hours`
exname: {name}
"""
SCRIPT = """
given <- commandArgs(trailingOnly = TRUE)
exercises <- list.files(given[1], "[.]Rmd$", full.names = TRUE)
exams::exams2html(as.list(exercises), n = as.integer(given[3]), dir = given[2], name = "learner", encoding = "UTF-8")
"""


def is_there() -> bool:
    """Return whether it can be run here."""
    if not shutil.which("Rscript"):
        return False
    return not subprocess.run(["Rscript", "-e", "library(exams)"], capture_output=True).returncode


def write(profile: LearnerProfile, folder: Path) -> None:
    """Write the questions of a learner as exercises."""
    case = case_of(profile)
    items = [template.drawn(case).item for lesson in COURSE.lessons for template in lesson.items]
    (folder / "exercises").mkdir()
    for number, item in enumerate(items):
        prompt, praise = (re.sub(r"[`$\\]", "", words) for words in (item.prompt, item.praise))
        text = EXERCISE.format(prompt=prompt, praise=praise, name=f"question {number}")
        (folder / "exercises" / f"{number:03}.Rmd").write_text(text, encoding="utf-8")


def make(folder: Path, learners: int) -> None:
    """Make the pages of so many learners in one process."""
    pages = folder / "pages"
    pages.mkdir()
    command = ["Rscript", "-e", SCRIPT, folder / "exercises", pages, learners]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    if len(list(pages.glob("*.html"))) != learners:
        raise SystemExit("R/exams did not make every page")
