"""Whose workshop it is, on the join page and the wall."""

from __future__ import annotations

import gzip

import pytest

from outsourcing_lessons.brand import Brand
from outsourcing_lessons.brand.logo import Logo
from outsourcing_lessons.workshop import pages


@pytest.fixture
def use():
    yield pages.use_brand
    pages.use_brand(Brand())


def test_a_name_is_text_on_both_pages_and_not_on_the_console(use):
    use(Brand('A & "B" <i>'))
    for path in ("/", "/projector"):
        assert b'<p class="ws-name">A &amp; &quot;B&quot; &lt;i&gt;</p>' in pages.page(path)[0]
    assert b"ws-brand" not in pages.page("/console")[0]


def test_a_logo_is_a_picture_of_its_own(use):
    use(Brand("Acme", logo=Logo("<svg/>", 1.0)))
    assert b'<img src="logo.svg" alt="Acme"' in pages.page("/")[0]
    assert (b"<svg/>", "image/svg+xml") == pages.page("/logo.svg")


def test_when_and_with_whom_stand_on_both_pages_and_a_name_only_once(use):
    use(Brand("Acme", "Grace <i>", "March 2026"))
    for path in ("/", "/projector"):
        assert b'<p class="ws-about">March 2026 \xc2\xb7 with Grace &lt;i&gt;</p>' in pages.page(path)[0]
    use(Brand("Acme", "Grace", logo=Logo("<svg/>", 1.0)))
    assert b'<p class="ws-about">with Grace, Acme</p>' in pages.page("/")[0]
    use(Brand(trainer="Grace"))
    assert b"ws-name" not in pages.page("/")[0] and b"with Grace" in pages.page("/")[0]


def test_the_accent_is_a_style_of_both_pages_for_light_and_for_dark(use):
    """The pages may not have styles within them."""
    use(Brand("Acme", accent="#0a5750"))
    for path, linked in (("/", 1), ("/projector", 1), ("/console", 0), ("/remote", 0)):
        assert linked == pages.page(path)[0].count(b'<link rel="stylesheet" href="brand.css">')
    assert (b".ol-page { --ws-brand: light-dark(#0a5750, #8cb0ad); }\n", "text/css") == pages.page("/brand.css")
    use(Brand("Acme"))
    assert b"brand.css" not in pages.page("/")[0] and b"" == pages.page("/brand.css")[0]


def test_without_a_brand_nothing_of_it_is_there(use):
    use(Brand())
    assert b"brand" not in pages.page("/")[0] and b"brand" not in pages.page("/projector")[0]


def test_another_brand_is_sent_compressed_too(use):
    """Pages are kept as they were packed."""
    pages.zipped("/")
    use(Brand("Acme"))
    assert b"Acme" in gzip.decompress(pages.zipped("/"))
