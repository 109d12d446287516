"""The explorers of lesson 04: the owner as a queue, what an automation is worth, and a machine that drafts."""

from outsourcing_lessons.course.managing_not_replacing.desk_explorer import DESK
from outsourcing_lessons.course.managing_not_replacing.draft_explorer import DRAFT
from outsourcing_lessons.course.managing_not_replacing.tool_explorer import TOOL

EXPLORERS = (DESK, TOOL, DRAFT)
