"""The rules of xAPI 1.0.3 ("Data" part) for the statements we write: what must be there, of which form, and no more."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from urllib.parse import urlsplit

INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric",
    "other",
}  # fmt: skip
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def faults_of(statement: dict) -> list[str]:
    """Return what is wrong with a statement."""
    faults: list[str] = []

    def ensure(kept, what):
        if not kept:
            faults.append(what)

    def only(record, where, needed, allowed=()):
        ensure(isinstance(record, dict) and set(needed) <= set(record) <= {*needed, *allowed}, f"properties of {where}")
        return record

    def no_null(value, where):
        ensure(value is not None, f"null in {where}")
        for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            no_null(child, where)

    def iri(value, where):
        ensure(isinstance(value, str) and bool(urlsplit(value).scheme) and " " not in value, f"IRI of {where}")

    def language_map(value, where):
        tags = isinstance(value, dict) and all(re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]+)*", tag) for tag in value)
        ensure(tags and all(isinstance(text, str) for text in value.values()), f"language map of {where}")

    def activity(value, where):
        only(value, where, {"id", "objectType"}, {"definition"})
        ensure(value["objectType"] == "Activity", f"type of {where}")
        iri(value["id"], where)
        about = only(value.get("definition", {}), where, (), {"name", "description", "type", "interactionType"})
        language_map(about.get("name", {}), where)
        iri(about.get("type", "a:b"), where)
        ensure(about.get("interactionType", "other") in INTERACTIONS, f"interaction of {where}")

    needed = {"id", "actor", "verb", "object", "timestamp"}
    only(statement, "statement", needed, {"result", "context", "version"})
    no_null({key: value for key, value in statement.items() if key != "result"}, "statement")
    ensure(str(uuid.UUID(statement["id"])) == statement["id"], "id")
    actor = only(statement["actor"], "actor", {"account"}, {"objectType"})
    only(actor["account"], "account", {"homePage", "name"})
    ensure(urlsplit(actor["account"]["homePage"]).scheme in ("http", "https"), "home page")
    only(statement["verb"], "verb", {"id"}, {"display"})
    iri(statement["verb"]["id"], "verb")
    language_map(statement["verb"]["display"], "verb")
    activity(statement["object"], "object")
    ensure(
        bool(STAMP.fullmatch(statement["timestamp"])) and datetime.fromisoformat(statement["timestamp"]), "timestamp"
    )
    ensure(bool(re.fullmatch(r"1\.0\.\d+", statement.get("version", "1.0.0"))), "version")
    _result(statement.get("result", {}), ensure, only, iri)
    context = only(statement.get("context", {}), "context", (), {"contextActivities", "platform", "language"})
    for kind, values in context.get("contextActivities", {}).items():
        ensure(kind in ("parent", "grouping", "category", "other") and isinstance(values, list), "context activities")
        for value in values:
            activity(value, kind)
    return faults


def _result(result, ensure, only, iri):
    only(result, "result", (), {"score", "success", "completion", "response", "duration", "extensions"})
    for name, kind in {"success": bool, "completion": bool, "response": str}.items():
        ensure(isinstance(result.get(name, kind()), kind), name)
    scaled = only(result.get("score", {}), "score", (), {"scaled", "raw", "min", "max"}).get("scaled", 0)
    ensure(not isinstance(scaled, bool) and -1 <= scaled <= 1, "scaled score")
    for name in result.get("extensions", {}):
        iri(name, "extension")
