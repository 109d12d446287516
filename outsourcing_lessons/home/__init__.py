"""Where a learner stands, shown on the start page: ``standing`` counts, ``page`` says it, ``notebook`` and ``web`` show it."""
