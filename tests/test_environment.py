"""What is installed: one list of libraries, locked whole, the same wherever it is written."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import outsourcing_lessons

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")

# Needed though no module of ours imports them, with the reason in pyproject.toml.
NOT_IMPORTED = {"s3fs", "nbconvert"}


def name_of(requirement):
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower().replace("_", "-").replace(".", "-")


def names(requirements):
    return {name_of(requirement) for requirement in requirements}


def pins(lock):
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [line.removesuffix("\\").strip() for line in lines if line and not line.startswith((" ", "#"))]


DEPENDENCIES = names(PROJECT["project"]["dependencies"])
EXTRAS = PROJECT["project"]["optional-dependencies"]
# What the package itself may import: the core, and what an extra brings to one of its folders.
IMPORTABLE = DEPENDENCIES | names(EXTRAS["workshop"]) | names(EXTRAS["cluster"])
IMPORTABLE |= names(EXTRAS["print"]) | names(EXTRAS["slides"]) | names(EXTRAS["authoring"])


def imported():
    """Return the libraries that the package imports, by the name they are installed under."""
    distributions = packages_distributions()
    tops = set()
    for path in (ROOT / "outsourcing_lessons").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                tops |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                tops.add(node.module.split(".")[0])
    return names(name for top in tops - sys.stdlib_module_names for name in distributions.get(top, [top]))


def test_dependencies_are_what_is_imported():
    assert imported() - {"outsourcing-lessons"} == IMPORTABLE - NOT_IMPORTED


def test_every_dependency_says_what_it_is_for_and_from_which_version():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("dependencies = [")[2].partition("\n]")[0]
    for line in text.strip().splitlines():
        assert re.fullmatch(r'\s*"[a-z0-9-]+>=[0-9.]+",\s+# .+', line), line


def test_conda_users_get_the_same_list():
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines()
    listed = [line.strip(" -") for line in lines if line.lstrip().startswith("- ")]
    python = f"python{PROJECT['project']['requires-python']}"
    assert listed == ["conda-forge", python, "pip", "pip:", "e .[all]"]
    assert names(EXTRAS["all"]) == {"outsourcing-lessons"}
    assert set(re.findall(r"[a-z]+", EXTRAS["all"][0].partition("[")[2])) == set(EXTRAS) - {"all"}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_by_hash_and_names_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text and "@" not in text
    assert not [line for line in text.splitlines() if line.startswith(("-", "/", "."))]
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[a-z0-9._-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)


def test_the_locks_hold_what_is_listed():
    build = names(PROJECT["dependency-groups"]["build"])
    assert DEPENDENCIES | build | names(EXTRAS["workshop"]) <= names(pins("requirements.lock"))
    assert set().union(*map(names, EXTRAS.values())) - {"outsourcing-lessons"} <= names(pins("requirements-dev.lock"))


def test_learners_get_the_versions_that_are_tested():
    # Who needs a library may differ, and with it the machines it is for; its version may not.
    versions, tested = ({pin.partition(" ;")[0] for pin in pins(lock)} for lock in LOCKS)
    assert versions <= tested


def test_the_build_backend_is_locked_too():
    assert names(PROJECT["build-system"]["requires"]) <= names(pins("requirements.lock"))


def test_the_version_is_written_once():
    assert "version" in PROJECT["project"]["dynamic"]
    for name in ("CHANGELOG.md", "CITATION.cff"):
        assert outsourcing_lessons.__version__ in (ROOT / name).read_text(encoding="utf-8")
