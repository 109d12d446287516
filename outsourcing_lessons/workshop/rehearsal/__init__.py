"""A workshop with learners who are made up, against the real server: to see before the day whether a laptop holds.

``network`` and ``page`` are how answers get to the server, ``nonsense`` what else is sent, ``host`` runs that server,
``script`` plays the instructor, ``findings`` reads afterwards from the log what became of it all. ``hard`` is what else
may happen in a room, one trial after the other at a ``venue`` each: ``flood`` (by ``flood_process``),
``machine_faults``, ``network_namespaces``.
"""
