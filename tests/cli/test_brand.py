"""``brand new`` and ``brand check``."""

from __future__ import annotations


def test_a_new_brand_is_written_once_and_can_be_used(call, tmp_path):
    file = tmp_path / "brand.toml"
    code, said, _ = call("brand", "new", file)
    assert 0 == code and f"--brand {file}" in said
    code, said, _ = call("brand", "check", file)
    assert 0 == code and "organisation: Acme Academy" in said and "logo: none" in said
    code, _, complaint = call("brand", "new", file)
    assert 2 == code and "already exists" in complaint


def test_check_warns_of_characters_that_no_font_has(call, tmp_path, monkeypatch):
    from outsourcing_lessons.typesetting import font_packages

    monkeypatch.setattr(font_packages, "remedy", lambda characters: f"install {characters}")
    file = tmp_path / "brand.toml"
    file.write_text('organisation = "Acme \U000f1234"\nletter = "Hello {learner} \U000f1235\U000f1234"', "utf-8")
    code, said, complaint = call("brand", "check", file)
    assert 0 == code and "organisation: Acme" in said
    assert complaint.splitlines()[1:] == [
        "  organisation: U+F1234", "  letter: U+F1234, U+F1235", "To print them: install \U000f1234\U000f1235",
    ]  # fmt: skip


def test_check_looks_into_the_folder_of_fonts_that_render_gets(call, tmp_path, monkeypatch):
    from outsourcing_lessons.typesetting import characters
    from outsourcing_lessons.typesetting.fonts import Fonts

    asked = []
    monkeypatch.setattr(characters, "missing_glyphs", lambda texts, fonts: asked.append(fonts) or {})
    file, fonts = tmp_path / "brand.toml", tmp_path / "fonts"
    file.write_text('organisation = "山田"', "utf-8")
    code, _, complaint = call("brand", "check", file, "--fonts", fonts)
    assert 2 == code and "is not a folder" in complaint
    fonts.mkdir()
    (fonts / "One.ttf").touch()
    code, _, complaint = call("brand", "check", file, "--fonts", fonts)
    assert (0, "") == (code, complaint) and [Fonts(folders=(str(fonts.resolve()),))] == asked


def test_check_refuses_a_brace_that_render_would_and_takes_any_column(call, tmp_path):
    file = tmp_path / "brand.toml"
    file.write_text('letter = """\nDear {learner} of {town}, {{so}}\nthe set {a, b\n"""', "utf-8")
    code, said, complaint = call("brand", "check", file)
    assert 2 == code and "the letter: line 2, the brace in '{a, b' is not closed" in complaint and not said
    file.write_text('letter = "Dear {learner} of {town}, {{so}}"', "utf-8")
    assert 0 == call("brand", "check", file)[0]


def test_a_brand_that_cannot_be_used_is_said_before_anything_is_made(call, tmp_path):
    (tmp_path / "r.csv").write_text("learner_id\nada\n")
    (tmp_path / "brand.toml").write_text('accent = "#fff"')
    code, _, complaint = call(
        "render", tmp_path / "r.csv", "--out", tmp_path / "out", "--brand", tmp_path / "brand.toml"
    )
    assert 2 == code and "accent #fff has a contrast of 1.0" in complaint
    assert not (tmp_path / "out").exists()


def test_a_column_used_in_the_letter_is_no_unknown_column(call, tmp_path):
    (tmp_path / "r.csv").write_text("learner_id,Town\nada,Ulm\n")
    (tmp_path / "brand.toml").write_text('letter = "See you in {town}, {nobody}"')
    arguments = ("render", tmp_path / "r.csv", "--out", tmp_path / "out", "--brand", tmp_path / "brand.toml")
    code, _, complaint = call(*arguments)
    assert 2 == code and "no field {nobody}" in complaint and "Town" not in complaint
