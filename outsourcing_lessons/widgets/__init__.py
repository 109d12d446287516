"""Lessons in JupyterLab: ``lesson`` is what a notebook uses, ``live`` the widget, ``controller`` what it answers."""
