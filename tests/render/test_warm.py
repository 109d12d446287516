"""A process that is ready to fork, and one that is not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from outsourcing_lessons import fork_server
from outsourcing_lessons.fork_server import ENVIRONMENT

ASKED = """
import resource, sys, threading
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render import forked, run, warm
from outsourcing_lessons.render.execute import execute, our_engine
sources = run.sources_of()
warm.up(sources)
print(warm.forks(), {"rfc3987_syntax", "boto3"} & set(sys.modules))
known = set(sys.modules)
def executed(note):
    for one in sources:
        execute(one.text, one.notebook, chosen().profile(), our_engine())
    return sorted(set(sys.modules) - known)
print(*forked.call(executed, forked.Limits()), end="")
threading.Thread(target=threading.Event().wait, daemon=True).start()
print(warm.forks())
"""


@pytest.mark.skipif(not fork_server.possible(), reason="no child can be forked safely on this system")
def test_a_warmed_process_forks_as_long_as_it_has_one_thread_and_its_children_import_nothing():
    asked = subprocess.run(
        [sys.executable, "-c", ASKED], env=os.environ | ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert ["True", "set()", "False"] == asked.stdout.split()
