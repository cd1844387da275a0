"""What every page shows, kept for all sessions: functions, windows, curves. Keyed by text and numbers.

Python's own cache looks a key up in microseconds; Streamlit's hashes each part of it, 4 ms in every rerun of
Learning Rate, and is used only where a single answer must be forgotten. Each lesson keeps its own results in
the `cached.py` of its room.
What is kept is immutable by agreement: expressions, curves and traces are never changed after they are made.
"""

from functools import lru_cache

from core.expression import Expression, parse
from core.gradient import gradient_field
from core.jacobian import VectorFunction, read_vector
from core.sampling import Curve, sample_curve
from core.sampling.contours import LevelCurves, level_curves
from core.windows import Window, curve_window, plane_window

# More than the visitors that one process can serve, so that nobody loses theirs; and an end to its memory.
FUNCTIONS = 200
PICTURES = 100


@lru_cache(maxsize=FUNCTIONS)
def parsed(text: str, variables: tuple[str, ...]) -> Expression:
    """The function of a text; raises ExpressionError."""
    return parse(text, variables)


@lru_cache(maxsize=FUNCTIONS)
def vector(text: str, letter: str = "f") -> VectorFunction:
    """The vector function of a text, one component a line; raises ComponentError."""
    return read_vector(text, letter)


@lru_cache(maxsize=PICTURES)
def view_of(text: str, variables: tuple[str, ...], start: tuple[float, ...]) -> Window:
    """The piece of the plane worth looking at, with the start in it."""
    function = parsed(text, variables)
    field = gradient_field(function)
    if len(variables) == 1:
        return curve_window(function, lambda x: field.over(x[:, None])[1][:, 0], start[0])
    return plane_window(function, lambda points: field.over(points)[1], (start[0], start[1]))


@lru_cache(maxsize=PICTURES)
def curve_of(text: str, low: float, high: float, view: tuple[float, float]) -> Curve:
    """The curve of a function of x over low ≤ x ≤ high, for a picture of the values in `view`."""
    return sample_curve(parsed(text, ("x",)), low, high, view=view)


@lru_cache(maxsize=PICTURES)
def levels_of(text: str, x: tuple[float, float], y: tuple[float, float]) -> LevelCurves:
    """The level curves of a function of x and y over a rectangle."""
    return level_curves(parsed(text, ("x", "y")), (x, y))
