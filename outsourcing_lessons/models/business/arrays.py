"""Names for the arrays of the game: figures for each run, and 32-bit luck."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Whole: TypeAlias = NDArray[np.integer]
Luck: TypeAlias = NDArray[np.uint32]
