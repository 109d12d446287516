"""A brand.toml to start from, with all there is in it and a word on each."""

SAMPLE = '''\
# Your organisation on workbooks and in workshops. Everything here is optional: delete what you do not need.
#
#   outsourcing-lessons render roster.csv --out cohort --brand brand.toml
#   outsourcing-lessons workshop start --brand brand.toml

organisation = "Acme Academy"
trainer = "Grace Wanjiru"

# A date such as 2026-03-09, or any text.
date = "March 2026"

# An SVG or PNG file beside this one, at most 200 kB. Dark on light: it stands on paper.
# logo = "logo.svg"

# A colour for your name and the lines beside it, dark enough for everybody to read.
accent = "#0a5750"

# A letter to each learner, in Markdown: on a page of its own in print, on the first page on screen. It can also be the
# name of a file beside this one, such as "letter.md". Fields in braces are filled in for each learner: {learner},
# {business}, {hour_value}, {organisation}, {trainer}, {date} and every column of your roster. For a brace, write two.
letter = """
Dear {learner},

This workbook is made for you: a firm like yours tells the story, and it calculates with your {hour_value} an hour.
Bring it on the first day, with one task in mind that you no longer want to do yourself.

I look forward to meeting you.

{trainer}
"""
'''
