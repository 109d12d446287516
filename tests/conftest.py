"""What all tests share: the same examples in every run, none of the tester's own settings, and a tiny second course."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import chromium, full_run
from tests.which_course import chosen_for

# The same examples every time, however slow the machine: a red run can be repeated. Ten times as many in the full run.
REPEATABLE = {
    "derandomize": True, "deadline": None, "suppress_health_check": [HealthCheck.too_slow], "database": None,
}  # fmt: skip
settings.register_profile("quick", max_examples=20, **REPEATABLE)
settings.register_profile("full", max_examples=200, **REPEATABLE)

os.environ["JUPYTER_PLATFORM_DIRS"] = "1"  # without it jupyter-core warns, and a warning is an error here

# Whoever has this folder on the path has the tiny course installed: it is a package with an entry point of its own.
TINY = Path(__file__).parent / "tiny_course"
sys.path.insert(0, str(TINY))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(TINY), os.environ.get("PYTHONPATH")]))
collect_ignore_glob = [f"{TINY.name}/*.py"]  # its notebooks are seen by nbval


def pytest_configure(config):
    full_run.begin(full=not config.option.markexpr)
    settings.load_profile("full" if full_run.is_full() else "quick")


@pytest.fixture(scope="session")
def full():
    """Whether this is `make test-full`, where nothing is a sample."""
    return full_run.is_full()


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Keep what stays to the end from the garbage collector, which would look through it again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    with chosen_for(collector.path):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    with chosen_for(item.path):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    try:
        return (yield)
    finally:
        if not chromium.stays_for(item, nextitem):
            chromium.shared.end()


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session):
    """Also where a run is broken off."""
    try:
        return (yield)
    finally:
        chromium.shared.end()


@pytest.fixture
def tiny(monkeypatch):
    """The tiny course, which this process and those that it starts are about."""
    from asking_for_a_raise import COURSE

    monkeypatch.setenv("OUTSOURCING_LESSONS_COURSE", COURSE.id)
    return COURSE


@pytest.fixture(autouse=True)
def choices_end_with_the_test():
    """A verb that is called in this process chooses for those it starts; no test chooses for another."""
    from outsourcing_lessons.cli.lab import MODE  # not above: whoever only hands out tests starts without
    from outsourcing_lessons.lessons import courses, own_notebooks

    before = {name: os.environ.get(name) for name in (courses.VARIABLE, own_notebooks.VARIABLE, MODE)}
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
