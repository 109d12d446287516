"""A live class: one process, one SQLite file, any browser; nothing to install for those who take part.

What happened is a log of events (`events`, `log`); what is so now is folded from it (`state`), and nowhere else; what
anybody sees is a function of that (`views`). See docs/workshop-protocol.md.
"""
