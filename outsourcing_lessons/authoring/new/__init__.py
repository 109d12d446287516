"""Something new in its place: a lesson, a question, a trade; each keeps the rules before a word of it is changed."""
