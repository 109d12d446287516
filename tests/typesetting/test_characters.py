"""Which characters can be printed, and in what they are set."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from outsourcing_lessons.errors import GlyphError, InputError
from outsourcing_lessons.typesetting import fonts, printing
from outsourcing_lessons.typesetting.characters import NAMES, lacking, missing_glyphs
from outsourcing_lessons.typesetting.font_packages import INSTALLERS, remedy

FONTS = Path(__file__).parents[1] / "data/fonts"
NOBODYS = "\U0010fffd"  # for private use: no font has it
# A word of each script that joins, stacks or reorders its letters, and the beginning of the fonts that do so.
SHAPED = {
    "आदित्य शर्मा": "Devanagari", "প্রিয়া": "Bengali", "ஶ்ரீ": "Tamil", "น้ำ": "Thai", "ខ្មែរ": "Khmer", "ශ්‍රී": "Sinhala",
    "মিতা": "Bengali", "മലയാളം": "Malayalam", "ప్రియ": "Telugu", "မြန်မာ": "Myanmar",
}  # fmt: skip


def page(*names: str) -> str:
    return json.dumps({"names": names}, ensure_ascii=False)


def faces_in(pdf: bytes) -> str:
    """Return the names of all fonts that a PDF is set in."""
    with pikepdf.open(io.BytesIO(pdf)) as made:
        return " ".join(
            str(entry.get("/BaseFont", "")) for entry in made.objects if isinstance(entry, pikepdf.Dictionary)
        )


@pytest.mark.parametrize(
    "name",
    ["Żółć Đặng", "Ελένη Παπαδοπούλου", "Дмитро Шевченко", "הילה כהן", "فريد حداد", "\u202eevil\u202c", "e\u0301"],
)
def test_scripts_that_typst_itself_can_draw(name):
    assert {} == missing_glyphs([name], fonts.NONE)


def test_names_that_nobody_asks_typst_about_can_be_printed():
    assert {} == missing_glyphs(sorted(fonts.EVERYWHERE), fonts.NONE) and {*"ŁłŐőßñÅéž"} < fonts.LATIN


@pytest.mark.parametrize("name", [*SHAPED, "佐藤", "김", "Kim 🙂", "🙂\u200d↔\ufe0f", "1\ufe0f\u20e3"])
def test_a_script_without_a_font_is_told_and_not_set_in_one_for_formulas(name):
    assert set(missing_glyphs([name], fonts.NONE)[0]) <= set(name)


@pytest.mark.parametrize(("name", "script"), SHAPED.items())
def test_a_script_that_shapes_its_letters_is_set_in_a_font_of_the_machine(name, script):
    if not any(script in family for family in fonts.found(fonts.MACHINE).families()):
        pytest.skip(f"no font named for {script} on this machine")
    faces = faces_in(printing.printed(NAMES, page(name)))
    assert script in faces and "CMMath" not in faces


def test_what_typst_has_suffices_for_latin_and_its_pages_are_the_same_everywhere():
    assert printing.printed(NAMES, page("Ada → 50 %"), fonts.NONE) == printing.printed(NAMES, page("Ada → 50 %"))


def test_undrawable_names_are_found_among_many():
    names = [f"Learner {number}" for number in range(50)]
    names[7] = names[31] = f"Li {NOBODYS}"
    assert {7: NOBODYS, 31: NOBODYS} == missing_glyphs(names)
    with pytest.raises(GlyphError, match=r"U\+10FFFD"):
        printing.printed(NAMES, page(names[7]))


def test_of_texts_only_what_is_beyond_ordinary_is_asked_about(monkeypatch):
    assert NOBODYS == lacking([f"Grüße – {NOBODYS} “Ada”", f"1\ufe0f a\ufeff{NOBODYS}\x07"])
    monkeypatch.setattr(printing, "compiler", None)
    assert "" == lacking(["Grüße – “Ada”\n\t50\xa0% …", "", *fonts.EVERYWHERE])


def test_no_names_are_all_drawable():
    assert {} == missing_glyphs([])


def test_a_page_is_made_in_any_case_with_stand_ins_for_what_no_font_has():
    made, lacking = printing.printed_anyway(NAMES, page("Ada \uf0b7", NOBODYS), fonts.NONE)
    assert made.startswith(b"%PDF") and {"\uf0b7", NOBODYS} == set(lacking)
    assert "1 1��" == printing.stood_in("1 1\ufe0f\u20e3👩\u200d🚀", "1\ufe0f\u20e3👩\u200d🚀").replace("\ufe0f", "")
    assert "Ada ��" == printing.stood_in(f"Ada \uf0b7{NOBODYS}", lacking)
    plain = printing.printed(NAMES, page("Ada"), fonts.NONE)
    assert (plain, "") == printing.printed_anyway(NAMES, page("Ada"), fonts.NONE)


def test_fonts_for_formulas_and_last_resorts_are_never_asked_for_letters(monkeypatch):
    there = [
        "Unifont",
        ".LastResort",
        "STIX Two Math",
        "Noto Sans Mono CJK SC",
        "Noto Serif CJK JP",
        "Noto Serif CJK SC",
    ]
    monkeypatch.setattr(fonts, "found", lambda _: type("Found", (), {"families": lambda self: there})())
    assert ["Noto Serif CJK SC", "Noto Serif CJK JP", "Noto Sans Mono CJK SC", fonts.LAST] == fonts.families(
        fonts.MACHINE, "佐"
    )
    assert "Noto Serif CJK JP" == fonts.families(fonts.MACHINE, "佐さ")[0]


def test_of_many_characters_the_first_few_are_named():
    assert "a (U+0061), 李 (U+674E)" == printing.named("a李")
    assert printing.named("สมชายใจดี").endswith("ย (U+0E22) and 4 more")


@pytest.mark.parametrize("installer", [*INSTALLERS, ""])
def test_the_command_installs_fonts_for_each_script_once(installer):
    command = remedy("佐藤🙂", installer)
    assert "cjk" in command.lower() and "emoji" in command.lower()
    assert "" == remedy(NOBODYS, installer), "no font can have it"
    assert "" == remedy("𝓐", installer), "no font for formulas is asked"


def test_letters_are_looked_for_in_a_folder_of_fonts_too():
    """The font there has one glyph, a box for a character that no other font has."""
    given = fonts.fonts_in(FONTS)
    assert {0: NOBODYS} == missing_glyphs([f"Li {NOBODYS}"]) and {} == missing_glyphs([f"Li {NOBODYS}"], given)
    assert "OneBox" in faces_in(printing.printed(NAMES, page(f"Li {NOBODYS}"), given))


def test_a_folder_without_fonts_is_refused(tmp_path):
    assert fonts.MACHINE == fonts.fonts_in(None)
    for folder, why in ((tmp_path, "no font file"), (tmp_path / "missing", "not a folder")):
        with pytest.raises(InputError, match=why):
            fonts.fonts_in(folder)
