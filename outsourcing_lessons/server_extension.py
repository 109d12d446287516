"""What Jupyter's server does for the lessons: it stores notebooks without live views.

JupyterLab prefers a live view to the static form beside it, also when the kernel that made it is gone, and then shows an
error. So what is saved is the static form; running the cells makes them live again.
"""

from __future__ import annotations

from outsourcing_lessons.notebook_files import drop_live_views


def before_saving(model: dict, **_) -> None:
    """Drop our live views from a notebook about to be written; other files and other widgets stay as they are."""
    if model.get("type") == "notebook" and isinstance(model.get("content"), dict):
        drop_live_views(model["content"])


def _jupyter_server_extension_points() -> list[dict]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app) -> None:
    app.contents_manager.register_pre_save_hook(before_saving)
