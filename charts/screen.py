"""How many digits a screen can tell apart: places travel in 24 bits where those are enough."""

import numpy as np

MOST_PIXELS = 8000.0
LARGEST = 1e36
"""float32 ends at 3.4·10³⁸, and a curve goes on for some heights beyond its window."""


def place_type(*ranges: tuple[float, float]) -> type[np.float32] | type[np.float64]:
    """float32 if it tells 8000 places apart in each range (low, high), else float64.

    float32 numbers near v are |v|·2⁻²³ apart (IEEE 754, binary32).

    >>> place_type((-2.0, 6.0)).__name__, place_type((1e6, 1e6 + 1)).__name__
    ('float32', 'float64')
    """
    enough = all(
        max(-low, high) < LARGEST and max(-low, high) * 2.0**-23 <= (high - low) / MOST_PIXELS
        for low, high in ranges
    )
    return np.float32 if enough else np.float64
