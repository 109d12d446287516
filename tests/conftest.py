"""What all tests share: the same examples in every run, and none of the tester's own settings."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# The same examples every time, however slow the machine: a red run can be repeated.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("repeatable")

os.environ["JUPYTER_PLATFORM_DIRS"] = "1"  # without it jupyter-core warns, and a warning is an error here
