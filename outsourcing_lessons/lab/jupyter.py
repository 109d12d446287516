"""JupyterLab as it is, started without what it does not need: ``python -m outsourcing_lessons.lab.jupyter``."""

from __future__ import annotations

import sys

from outsourcing_lessons.without_grammars import without_grammars


def main() -> int | None:
    """Run JupyterLab with the options of the command line."""
    with without_grammars():
        from jupyterlab.labapp import main as lab
    return lab()


if __name__ == "__main__":
    sys.exit(main())
