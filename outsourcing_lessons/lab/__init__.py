"""Where a learner stands: ``learner_progress`` counts, ``start_page`` says it."""
