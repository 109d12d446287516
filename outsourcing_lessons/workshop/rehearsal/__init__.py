"""A workshop with learners who are made up, against the real server: to see before the day whether a laptop holds.

``learners`` says what they answer, ``line`` and ``page`` how it gets to the server, ``host`` runs that server,
``script`` plays the instructor, ``findings`` reads afterwards from the log what became of it all. ``hard`` is what else
may happen in a room, one trial after the other at a ``venue`` each: ``flood`` (by ``pour``), ``strain``, ``cable``.
"""
