"""What version 0.1 kept: see ``data/version-0.1/README.md``."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.learner import LearnerProfile

KEPT = Path(__file__).parent / "data" / "version-0.1"
DATABASE, EXPORT, WORKBOOK, WORKSHOP = (
    KEPT / name for name in ("my-progress.sqlite", "my-answers.json", "ada-answers.json", "workshop.sqlite")
)
ADA = LearnerProfile("ada", "Ada", "design studio", currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7)
