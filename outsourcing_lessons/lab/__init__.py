"""Where a learner stands: ``standing`` counts, ``page`` says it, ``notebook`` and ``web`` show it."""
