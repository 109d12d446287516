"""JupyterLab without what it does not need, which ends when told to: ``python -m outsourcing_lessons.lab.jupyter``."""

from __future__ import annotations

import sys

from outsourcing_lessons.without_grammars import without_grammars


def main() -> int | None:
    """Run JupyterLab with the options of the command line."""
    with without_grammars():
        from jupyterlab.labapp import LabApp

        from outsourcing_lessons.lab.ending import EndingServer

    LabApp.serverapp_class = EndingServer  # a class of our own would be taken for an extension of its own
    return LabApp.launch_instance()


if __name__ == "__main__":
    sys.exit(main())
