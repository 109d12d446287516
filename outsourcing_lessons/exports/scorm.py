"""A workbook as a SCORM 1.2 package: the page, a little more script, and the manifest.

The policy in the page's head allows one script by its hash. The script grows, so the hash in the policy is made anew;
a page whose script is not the one its policy names has been changed by somebody and is refused.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from importlib.resources import files

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.exports.package import zipped
from outsourcing_lessons.exports.xml import Element, document, element

CONTENT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
SCORM = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PAGE = "workbook.html"
SCRIPT = re.compile(r'(<script type="module">)(.*?)(</script>)', re.DOTALL)


def package(page: bytes, mastery: float | None = None) -> bytes:
    """Return the ZIP file: ``imsmanifest.xml`` and the workbook.

    Parameters
    ----------
    page : bytes
        A ``workbook.html`` as `outsourcing-lessons render` makes it.
    mastery : float or None
        The score from which the platform says "passed"; it says "completed" only when None.

    Raises
    ------
    InputError
        When the page is no workbook of ours, or was changed.
    """
    text = _decoded(page)
    title = re.search(r"<title>(.*?)</title>", text)
    manifest = document(_manifest(html.unescape(title[1]) if title else "Workbook", mastery))
    return zipped({"imsmanifest.xml": manifest, PAGE: with_script(text, script()).encode()})


def script() -> str:
    """Return what is added to the workbook's script."""
    return files(__package__).joinpath("scorm.js").read_text(encoding="utf-8")


def with_script(page: str, more: str) -> str:
    """Return a workbook whose script goes on with ``more``, under a policy that knows the whole.

    Raises
    ------
    InputError
        When the page's script is not the one that its policy allows.
    """
    found = SCRIPT.findall(page)
    if len(found) != 1 or page.count(_hash(found[0][1])) != 1:
        raise InputError("this is no workbook.html as `outsourcing-lessons render` makes it, or it was changed since")
    old = found[0][1]
    new = f"{old}{more}"
    return page.replace(_hash(old), _hash(new)).replace(old, new, 1)


def _decoded(page: bytes) -> str:
    try:
        return page.decode()
    except UnicodeDecodeError:
        raise InputError("this is no workbook.html: it is not a text in UTF-8") from None


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _manifest(title: str, mastery: float | None) -> Element:
    root = {
        "identifier": "outsourcing-lessons", "version": "1.0", "xmlns": CONTENT, "xmlns:adlcp": SCORM, "xmlns:xsi": XSI,
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
