"""How long things last."""

WEEKS, QUARTERS = 13, 4
ILL_WEEKS = 9  # a helper who falls ill
OWNER_ILL_WEEKS = 4
