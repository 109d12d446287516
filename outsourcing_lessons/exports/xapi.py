"""What learners did, as xAPI statements: who answered what, how far a lesson is, when it is complete.

Nobody is named: an account is a digest of the learner's id. A digest of an id that can be guessed can be guessed too;
a salt that only you know prevents it.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.items.item import type_of_response
from outsourcing_lessons.lessons.courses import chosen

BASE = "https://outsourcing-lessons.example"  # a name kept for examples: nothing is ever looked up there
VERBS = {name: f"http://adlnet.gov/expapi/verbs/{name}" for name in ("answered", "progressed", "completed")}
LESSON, COURSE = "http://adlnet.gov/expapi/activities/lesson", "http://adlnet.gov/expapi/activities/course"
QUESTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
IRL = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/-]*)?")


def statements(attempts: Iterable[Mapping[str, Any]], base: str = BASE, salt: str = "") -> Iterator[dict[str, Any]]:
    """Yield a statement for each valid attempt, then one for each learner and lesson: progressed or completed.

    Parameters
    ----------
    attempts : iterable of mapping
        In the order they were made, each with ``id`` (unique), ``learner_id``, ``item_id``, ``variant``, ``seed``,
        ``response``, ``outcome``, ``at`` (ISO 8601), and ``wording`` where it is known, as `progress.store.Attempt` has
        them.
    base : str
        A web address that is yours; names of activities and accounts begin with it.
    salt : str
        Mixed into the accounts.

    Raises
    ------
    ArgumentError
        When the base is no web address.
    """
    if not IRL.fullmatch(base):
        raise ArgumentError("base", base, "a web address such as https://learning.example")
    base = base.rstrip("/")
    reached: dict[tuple[str, str], dict[str, str]] = {}
    for attempt in attempts:
        if attempt["outcome"]["valid"]:
            lesson = attempt["item_id"].partition(".")[0]
            reached.setdefault((attempt["learner_id"], lesson), {}).setdefault(attempt["item_id"], attempt["at"])
            yield _answered(attempt, base, salt)
    for (learner_id, lesson), items in reached.items():
        yield from _how_far(learner_id, lesson, items, base, salt)


def lines(attempts: Iterable[dict[str, Any]], base: str = BASE, salt: str = "") -> str:
    """Return `statements` as JSON, one a line, without what somebody wrote in their own words."""
    wordless = (one | {"response": _wordless(one["response"])} for one in attempts)
    found = statements(wordless, base, salt)
    return "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in found)


def _wordless(response: dict[str, Any]) -> dict[str, Any]:
    return response | {"text": "left out"} if "text" in response else response


def iso(at: float) -> str:
    """Return a moment, in seconds, as statements have it: UTC, ISO 8601."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


def account(learner_id: str, base: str = BASE, salt: str = "") -> dict[str, Any]:
    """Return the actor that stands for a learner; the same id, base and salt give the same one."""
    digest = hashlib.sha256(f"{salt}/{learner_id}".encode()).hexdigest()
    return {"objectType": "Agent", "account": {"homePage": base, "name": digest[:24]}}


def _answered(attempt: Mapping[str, Any], base: str, salt: str) -> dict[str, Any]:
    response, outcome, item_id = attempt["response"], attempt["outcome"], attempt["item_id"]
    answered = type_of_response(response)
    if answered is None:
        raise ArgumentError("response", response, "what answers one of the types of question")
    details = {name: attempt[name] for name in ("variant", "wording", "seed") if attempt.get(name, "") != ""}
    details |= {"confidence": response["confidence"]} if response.get("confidence") is not None else {}
    details |= {"brier": outcome["brier"]} if outcome.get("brier") is not None else {}
    result: dict[str, Any] = {"completion": True, "response": answered.written(response)}
    if outcome["correct"] is None:
        result |= {"score": {"raw": outcome["points"]}} if outcome.get("points") is not None else {}
    elif answered.INTERACTION != "long-fill-in":  # ticked by the learner, so neither right nor wrong
        result |= {"success": outcome["correct"], "score": {"scaled": outcome["score"]}}
    result["extensions"] = {f"{base}/extensions/{name}": value for name, value in details.items()}
    return _statement(
        attempt["id"],
        account(attempt["learner_id"], base, salt),
        "answered",
        _activity(f"{base}/items/{item_id}", QUESTION, item_id, interactionType=answered.INTERACTION),
        result,
        attempt["at"],
        _lessons_of(item_id.partition(".")[0], base),
    )


def _how_far(learner_id: str, lesson: str, items: dict[str, str], base: str, salt: str) -> Iterator[dict[str, Any]]:
    all_items = next(({item.id for item in one.items} for one in chosen().lessons if one.slug == lesson), set())
    if not all_items:
        return  # an item of a lesson that this version does not have
    done = all_items & set(items)
    whole, last = len(done) == len(all_items), max(items.values(), key=datetime.fromisoformat)
    verb = "completed" if whole else "progressed"
    result = {"completion": whole, "extensions": {PROGRESS: int(100 * len(done) / len(all_items))}}
    actor = account(learner_id, base, salt)
    # The same state gets the same id, so that a store which is sent it twice keeps it once.
    state = "/".join([base, actor["account"]["name"], lesson, verb, str(len(done)), last])
    activity = _lessons_of(lesson, base)["parent"][0]
    yield _statement(state, actor, verb, activity, result, last, {"grouping": [_course(base)]})


def _statement(name, actor, verb, activity, result, at, around) -> dict[str, Any]:
    return {
        "id": _uuid(name),
        "actor": actor,
        "verb": {"id": VERBS[verb], "display": {"en": verb}},
        "object": activity,
        "result": result,
        "context": {"contextActivities": around, "platform": f"outsourcing-lessons {__version__}", "language": "en"},
        "timestamp": at,
        "version": "1.0.3",
    }


def _uuid(name: str) -> str:
    """Return a name that is a UUID as it is, and the UUID that stands for any other."""
    try:
        return str(uuid.UUID(name))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def _activity(name: str, kind: str, title: str, **more: str) -> dict[str, Any]:
    return {"objectType": "Activity", "id": name, "definition": {"name": {"en": title}, "type": kind, **more}}


def _course(base: str) -> dict[str, Any]:
    return _activity(f"{base}/course", COURSE, chosen().title)


def _lessons_of(slug: str, base: str) -> dict[str, Any]:
    title = next((lesson.title for lesson in chosen().lessons if lesson.slug == slug), slug)
    return {"parent": [_activity(f"{base}/lessons/{slug}", LESSON, title)], "grouping": [_course(base)]}
