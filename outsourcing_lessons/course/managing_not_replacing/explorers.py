"""The two explorers of lesson 04: the owner as a queue, and what an automation is worth."""

from outsourcing_lessons.course.managing_not_replacing.desk_explorer import DESK
from outsourcing_lessons.course.managing_not_replacing.tool_explorer import TOOL

EXPLORERS = (DESK, TOOL)
