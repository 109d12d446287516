"""Lessons in JupyterLab: ``lesson`` is what a notebook uses, ``live`` the widget, ``desk`` what the kernel answers."""
