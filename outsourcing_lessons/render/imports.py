"""What runs notebooks, imported: a process that forks workers imports this module before its first one.

Nothing is drawn, compiled or computed, and no file of the user's is read: a worker of another course, or one that only
archives, is forked from here too.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from outsourcing_lessons.render import warm

# Whatever it is, each worker meets it again when it gets ready, and says so where it can be heard.
with suppress(Exception):
    warm.imported()
gc.collect()
gc.freeze()  # the garbage collector would touch, and so copy, every page of it in every worker
