"""The explorers of lesson 04: the owner as a queue, who decides, what an automation is worth, and a machine that drafts."""

from outsourcing_lessons.course.managing_not_replacing.desk_explorer import DESK
from outsourcing_lessons.course.managing_not_replacing.draft_explorer import DRAFT
from outsourcing_lessons.course.managing_not_replacing.tool_explorer import TOOL
from outsourcing_lessons.course.managing_not_replacing.weeks_explorer import SIX

EXPLORERS = (DESK, SIX, TOOL, DRAFT)
