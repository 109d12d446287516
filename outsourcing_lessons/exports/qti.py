"""The item bank as a QTI 2.1 content package: each variant an item, each lesson a test that draws one variant of each.

A platform that knows items only takes these; one that knows tests gives every learner variants of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from outsourcing_lessons.exports.package import zipped
from outsourcing_lessons.exports.qti_item import NAMESPACE, PARTS, SCHEMA, XSI, assessment_item
from outsourcing_lessons.exports.xml import Element, document, element
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson

CONTENT = "http://www.imsglobal.org/xsd/imscp_v1p1"
ITEM_TYPE, TEST_TYPE = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"


@dataclass(frozen=True)
class Variant:
    """An item as one seed has it."""

    identifier: str
    item: Item

    @property
    def path(self) -> str:
        return f"items/{self.identifier}.xml"


def package(lessons: Sequence[Lesson], profile: LearnerProfile, variants: int = 1) -> bytes:
    """Return the ZIP file: ``imsmanifest.xml``, ``items/`` and ``tests/``.

    Items speak of the trade and the money of ``profile``, and variants have its seed and those after it: ``variants``
    of them, but a seed that gives what an earlier one gave adds nothing.
    """
    bank = [(lesson, [_variants(one, profile, variants) for one in _taken(lesson, profile)]) for lesson in lessons]
    every = [variant for _, items in bank for found in items for variant in found]
    files = {variant.path: document(assessment_item(variant.item, variant.identifier)) for variant in every}
    files |= {_path(lesson): document(_test(lesson, items)) for lesson, items in bank}
    return zipped({"imsmanifest.xml": document(_manifest(bank))} | files)


def left_out(lessons: Sequence[Lesson], profile: LearnerProfile) -> list[str]:
    """Return the titles of questions for which QTI has no like: they are in no package."""
    case = case_of(profile)
    every = [template.variant(case) for lesson in lessons for template in lesson.items]
    return [item.title for item in every if item.type not in PARTS]


def _taken(lesson: Lesson, profile: LearnerProfile) -> list[ItemTemplate]:
    case = case_of(profile)
    return [template for template in lesson.items if template.variant(case).type in PARTS]


def _variants(template: ItemTemplate, profile: LearnerProfile, count: int) -> list[Variant]:
    found: dict[str, Variant] = {}
    for seed in range(profile.seed, profile.seed + count):
        item = template.variant(case_of(replace(profile, seed=seed)))
        found.setdefault(item.wording, Variant(f"{template.id}.s{seed}", item))
    return list(found.values())


def _path(lesson: Lesson) -> str:
    return f"tests/{lesson.slug}.xml"


def _test(lesson: Lesson, items: list[list[Variant]]) -> Element:
    root = {
        "xmlns": NAMESPACE, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA}",
        "identifier": lesson.slug, "title": lesson.title, "toolName": "outsourcing-lessons",
    }  # fmt: skip
    sections = [_section(found) for found in items]
    whole = element("assessmentSection", {"identifier": "all", "title": lesson.title, "visible": True}, *sections)
    again = element("itemSessionControl", {"maxAttempts": 0, "showFeedback": True})
    how = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    total = element("sum", {}, element("testVariables", {"variableIdentifier": "SCORE", "weightIdentifier": "COUNTS"}))
    score = element("outcomeDeclaration", {"identifier": "SCORE", "cardinality": "single", "baseType": "float"})
    return element(
        "assessmentTest",
        root,
        score,
        element("testPart", how, again, whole),
        element("outcomeProcessing", {}, element("setOutcomeValue", {"identifier": "SCORE"}, total)),
    )


def _section(found: list[Variant]) -> Element:
    """Return a section that shows one of the variants; what cannot be right or wrong counts nothing."""
    item = found[0].item
    counts = {"identifier": "COUNTS", "value": 1 if item.GRADED else 0}
    places = [{"identifier": variant.identifier, "href": f"../{variant.path}"} for variant in found]
    references = [element("assessmentItemRef", place, element("weight", counts)) for place in places]
    about = {"identifier": f"one-of.{item.id}", "title": item.title, "visible": False}
    return element("assessmentSection", about, element("selection", {"select": 1}), *references)


def _manifest(bank: list[tuple[Lesson, list[list[Variant]]]]) -> Element:
    resources = []
    for lesson, items in bank:
        used = [variant for found in items for variant in found]
        resources += [_resource(_name(v), ITEM_TYPE, v.path) for v in used]
        resources.append(_resource(f"test.{lesson.slug}", TEST_TYPE, _path(lesson), [_name(v) for v in used]))
    schema = [element("schema", {}, "QTIv2.1 Package"), element("schemaversion", {}, "1.0.0")]
    return element(
        "manifest",
        {"xmlns": CONTENT, "identifier": chosen().id},
        element("metadata", {}, *schema),
        element("organizations"),
        element("resources", {}, *resources),
    )


def _name(variant: Variant) -> str:
    return f"item.{variant.identifier}"


def _resource(name: str, kind: str, path: str, needs: Sequence[str] = ()) -> Element:
    needed = [element("dependency", {"identifierref": one}) for one in needs]
    about = {"identifier": name, "type": kind, "href": path}
    return element("resource", about, element("file", {"href": path}), *needed)
