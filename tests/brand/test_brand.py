"""brand.toml: what it may say, what a stranger's logo may do, and where it all stands."""

from __future__ import annotations

import struct
import zlib
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.brand import Brand, read_brand
from outsourcing_lessons.brand.contrast import DARK, LEAST, LIGHT, least_on, nearest
from outsourcing_lessons.brand.logo import LARGEST, NoLogo, logo_at
from outsourcing_lessons.brand.sample import SAMPLE
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.player import FOLDER
from tests.forbidden import FORBIDDEN

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 10">{}</svg>'


@pytest.fixture
def brand(tmp_path):
    """Read a brand written down here."""

    def brand(text: str) -> Brand:
        (tmp_path / "brand.toml").write_text(text, encoding="utf-8")
        return read_brand(tmp_path / "brand.toml")

    return brand


@pytest.fixture
def logo(tmp_path):
    def logo(content: str | bytes):
        (tmp_path / "logo.svg").write_bytes(content if isinstance(content, bytes) else content.encode())
        return logo_at(tmp_path / "logo.svg")

    return logo


def a_png(wide: int, high: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(3 * wide)) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_the_sample_can_be_used_as_it_is(brand):
    found = brand(SAMPLE)
    assert ("Acme Academy", "Grace Wanjiru", "March 2026") == (found.organisation, found.trainer, found.date)
    assert found.letter.startswith("Dear {learner}")


def test_a_date_of_toml_is_in_words_and_files_lie_beside_the_brand(brand, tmp_path):
    (tmp_path / "letter.md").write_text("Hello {learner}\n", encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(a_png(40, 10))
    found = brand('date = 2026-03-09\nletter = "letter.md"\nlogo = "logo.png"')
    assert ("9 March 2026", "Hello {learner}", 4.0) == (found.date, found.letter, found.logo.ratio)


def test_what_no_document_can_hold_is_left_out_and_a_line_stays_one(brand, tmp_path):
    (tmp_path / "letter.md").write_text(f"Hello{FORBIDDEN} {{learner}}", encoding="utf-8")
    found = brand('organisation = "\ufeffAc\ufeffme\uffff"\nletter = "letter.md"')
    assert ("Acme", "Hello {learner}") == (found.organisation, found.letter)
    with pytest.raises(InputError, match="text in one line"):
        brand('organisation = "Ac\u2028me"')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'organization = "A"',
            "there is no entry 'organization'; there are: organisation, .*did you mean organisation",
        ),
        ("organisation = 3", "organisation is '3'; allowed: text in one line"),
        ('trainer = """a\nb"""', "trainer is 'a.nb'"),
        (f'organisation = "{"x" * 81}"', "at most 80 characters"),
        ('accent = "teal"', "accent is 'teal'; allowed: a colour such as '#0a5750'"),
        ('accent = "#1e90ff"', "accent #1e90ff has a contrast of 3.1 to the paper, and 7 .*; #125699 would do"),
        ('logo = "absent.svg"', "logo: the file absent.svg cannot be read: No such file"),
        ('letter = "absent.md"', "letter: absent.md cannot be read"),
        ("letter = 3", "letter: allowed: Markdown"),
        (f'letter = "{"x" * 6001}"', "letter has 6,001 characters"),
        ("organisation =", "is not TOML.*brand new"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_is_allowed(brand, text, words):
    with pytest.raises(InputError, match=r"(?s)brand\.toml.*" + words):
        brand(text)


@given(st.tuples(*(st.integers(0, 255),) * 3))
def test_any_colour_has_one_near_it_that_everybody_can_read_on_light_and_on_dark(parts):
    colour = "#" + "".join(f"{part:02x}" for part in parts)
    for papers in (LIGHT, DARK):
        assert least_on(nearest(colour, papers), papers) >= LEAST


def test_the_papers_are_those_of_the_pages():
    tokens = (FOLDER / "tokens.css").read_text("utf-8")
    for name, light, dark in zip(("paper", "card"), LIGHT, DARK, strict=True):
        assert f"--ol-{name}: light-dark({light}, {dark});" in tokens


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect width="4" height="4" onclick="alert(1)" onLoad="alert(1)"/>',
        '<image xlink:href="https://example.org/x.png" width="4" height="4"/>',
        '<image href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org"/></foreignObject>',
        "<style>@import url(https://example.org/x.css);</style>",
        '<rect style="fill: url(https://example.org/x)"/>',
        "<rect fill=\"url('https://example.org/x#y')\"/>",
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<set attributeName="href" to="https://example.org"/>',
        '<rect style="fill:\\75 rl(https://example.org)"/>',
    ],
)
def test_nothing_of_a_strangers_logo_runs_or_fetches(logo, inside):
    svg = logo(SVG.format(inside + '<path id="own" d="M0 0L4 4"/>')).svg
    for word in ("script", "example.org", "onclick", "onLoad", "alert", "passwd", "other.svg", "svg+xml", "<set"):
        assert word not in svg
    assert 'id="own"' in svg and ElementTree.fromstring(svg) is not None


def test_what_draws_is_kept(logo):
    gradient = '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
    kept = '<rect fill="url(#g)" width="4" height="4"/><use href="#g"/><image href="data:image/png;base64,AAAA"/>'
    svg = logo(SVG.format(gradient + kept)).svg
    assert 'fill="url(#g)"' in svg and 'href="#g"' in svg and "data:image/png;base64,AAAA" in svg


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "the PNG is damaged"),
        ("no picture", "neither SVG nor PNG"),
        ("<html/>", "XML but not SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "states no size"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"), "defines entities"),
        (SVG.format(" " * LARGEST), f"allowed: {LARGEST:,}"),
    ],
)
def test_what_is_no_logo_is_refused_with_what_to_do(logo, content, words):
    with pytest.raises(NoLogo, match=words):
        logo(content)


def test_a_document_type_without_entities_as_drawing_programs_write_it_is_fine(logo):
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert 4.0 == logo(public + SVG.format("")).ratio
