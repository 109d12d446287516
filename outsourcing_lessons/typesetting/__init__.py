"""PDFs by Typst, for whoever prints one: which fonts, which characters they have, what stands in for the others.

- `printing.printed(template, data)` makes the PDF, or raises a `GlyphError` with the ``characters`` that no font has.
- `printing.printed_anyway(template, data)` makes it in any case, with `STAND_IN` for those, and says which they are.
- `characters.missing_glyphs(texts)` says beforehand which texts have such characters.
- `characters.lacking(texts)` says which, of texts whose names do not matter.
- `remedy.remedy(characters)` is the command that installs fonts with them here.

Templates begin with ``#import "/typesetting/faces.typ": faces`` and ``#set text(font: faces, fallback: false)``.
Typst starts threads at its first page, so a process that will fork calls none of this.
"""
