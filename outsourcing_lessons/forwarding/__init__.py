"""Answers given in JupyterLab, handed on to a workshop: through an outbox on disk, by a thread that no cell waits for.

``address`` reads what OUTSOURCING_LESSONS_WORKSHOP says, ``outbox`` keeps, ``sender`` sends, ``store`` hooks it in.
"""
