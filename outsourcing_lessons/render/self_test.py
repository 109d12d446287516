"""Whether this machine can render at all: each part is tried in small, and what is wrong is said in a sentence."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

LEAST_TEMPORARY = 200_000_000  # bytes: what a batch with a few workers has lying about at a time
LETTERS = "佐김かहไבعবதЯΩ🙂"
PAGE = '#set document(title: "Trial")\nTrial'


def of_papermill() -> str:
    """Return why notebooks cannot be run, or ""."""
    try:
        from outsourcing_lessons.render.execute import our_engine

        our_engine()
    except Exception as error:  # whatever a half-installed library raises
        return f"papermill cannot be used ({type(error).__name__}: {str(error)[:200]}): no workbook can be made."
    return ""


def of_pdf() -> str:
    """Return why nothing can be printed, or ""."""
    try:
        import typst

        made = typst.compile(PAGE.encode())
    except Exception as error:
        return f"Typst cannot be used ({type(error).__name__}: {str(error)[:200]}): no PDF can be made."
    return "" if isinstance(made, bytes) and made.startswith(b"%PDF") else "Typst makes something that is not a PDF."


def of_fonts() -> str:
    """Return a letter of each script that no font of this machine has: PDFs would show ids in place of such names."""
    from outsourcing_lessons.typesetting.characters import missing_glyphs

    return "".join(missing_glyphs(list(LETTERS)).values())


def of_temporary_folder() -> str:
    """Return why nothing can be worked on in the temporary folder, or ""."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "trial").write_bytes(b"x" * 4096)
            free = shutil.disk_usage(folder).free
            where = Path(folder).parent
    except OSError as error:
        return f"The temporary folder cannot be used ({error.strerror or error}): no workbook can be made."
    if free < LEAST_TEMPORARY:
        return f"The temporary folder {where} has room for {free / 1e6:.0f} MB only: a batch may stop half-way."
    return ""
