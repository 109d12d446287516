"""A rendered workbook.html as others take it: read, its script added to, its policy with it.

The policy in the page's head allows one script by its hash. Where the script grows, the hash is made anew; a
page whose script is not the one its policy names has been changed by somebody and is refused.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re

from outsourcing_lessons.errors import InputError

SCRIPT = re.compile(r'(<script type="module">)(.*?)(</script>)', re.DOTALL)


def decoded(page: bytes) -> str:
    """Return the text of a page; raises InputError when it is none."""
    try:
        return page.decode()
    except UnicodeDecodeError:
        raise InputError("this is not a workbook.html: it is not UTF-8 text") from None


def course_and_title(page: str) -> tuple[str, str]:
    """Return the id of a workbook's course and the title of the page."""
    title = re.search(r"<title>(.*?)</title>", page)
    course = re.search(r'"course":"([a-z0-9-]+)"', page)
    return course[1] if course else "workbook", html.unescape(title[1]) if title else "Workbook"


def with_script(page: str, more: str) -> str:
    """Return a workbook whose script goes on with ``more``, under a policy that knows the whole.

    Raises InputError when the page's script is not the one that its policy allows.
    """
    found = SCRIPT.findall(page)
    if len(found) != 1 or page.count(_hash(found[0][1])) != 1:
        raise InputError(
            "this is not a workbook.html made by `outsourcing-lessons render`, or it has been changed since"
        )
    old = found[0][1]
    new = f"{old}{more}"
    return page.replace(_hash(old), _hash(new)).replace(old, new, 1)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
