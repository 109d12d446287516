"""A workbook as a SCORM 1.2 package: the page, a little more script, and the manifest."""

from __future__ import annotations

from importlib.resources import files

from outsourcing_lessons.exports.package import zipped
from outsourcing_lessons.exports.workbook_page import course_and_title, decoded, with_script
from outsourcing_lessons.exports.xml import Element, document, element

CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
SCORM = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PAGE = "workbook.html"


def package(page: bytes, mastery: float | None = None) -> bytes:
    """Return the ZIP file: ``imsmanifest.xml`` and the workbook, a page as `outsourcing-lessons render` makes it.

    From a score of ``mastery`` on the platform says "passed"; where it is None, "completed" only.

    Raises InputError when the page is no workbook of ours, or was changed.
    """
    text = decoded(page)
    course, title = course_and_title(text)
    manifest = document(_manifest(course, title, mastery))
    return zipped({"imsmanifest.xml": manifest, PAGE: with_script(text, script()).encode()})


def script() -> str:
    """Return what is added to the workbook's script."""
    return files(__package__).joinpath("scorm.js").read_text(encoding="utf-8")


def _manifest(course_id: str, title: str, mastery: float | None) -> Element:
    root = {
        "identifier": course_id, "version": "1.0", "xmlns": CONTENT, "xmlns:adlcp": SCORM, "xmlns:xsi": XSI,
        "xsi:schemaLocation": f"{CONTENT} imscp_rootv1p1p2.xsd {SCORM} adlcp_rootv1p2.xsd",
    }  # fmt: skip
    needed = None if mastery is None else element("adlcp:masteryscore", {}, f"{mastery:g}")
    item = element("item", {"identifier": "workbook", "identifierref": "page"}, element("title", {}, title), needed)
    course = element("organization", {"identifier": "course"}, element("title", {}, title), item)
    about = {"identifier": "page", "type": "webcontent", "adlcp:scormtype": "sco", "href": PAGE}
    resource = element("resource", about, element("file", {"href": PAGE}))
    return element(
        "manifest",
        root,
        element("metadata", {}, element("schema", {}, "ADL SCORM"), element("schemaversion", {}, "1.2")),
        element("organizations", {"default": "course"}, course),
        element("resources", {}, resource),
    )
