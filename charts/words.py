"""A picture in words: what it is, and what it shows now."""

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box
from charts.path_data import Walk, Walks
from core.numbers import number, point


def curve_name(window: Box, steps: int) -> str:
    """What the curve's picture is, the same as long as the view stays.

    >>> curve_name(((-2.0, 6.0), (0.0, 20.0)), 5)
    'The curve of f for x from −2 to 6, with the runs up to step 5 and their values beside it.'
    """
    across = _between("x", window[0])
    return f"The curve of f for {across}, with the runs up to step {steps} and their values beside it."


def plane_name(window: Box, steps: int) -> str:
    """What the plane's picture is."""
    ranges = f"{_between('x', window[0])} and {_between('y', window[1])}"
    return f"Level curves of f for {ranges}, with the runs up to step {steps} and their values beside them."


def walks_words(runs: Walks, window: Box, names: tuple[str, ...]) -> str:
    """Where each run starts, where it is at its end, and when it leaves the picture."""
    return " ".join(_walk_words(name, walk, window, names) for name, walk in runs.items())


def _walk_words(name: str, walk: Walk, window: Box, names: tuple[str, ...]) -> str:
    end = int(np.isfinite(walk.x).all(axis=1).cumprod().sum()) - 1
    first, last = (point(tuple(walk.x[k].tolist()), names) for k in (0, end))
    noun = "step" if end == 1 else "steps"
    value = number(float(walk.f[end]))
    # The capital η looks like an H.
    subject = f"The run with {name}" if name.startswith("η") else name.capitalize()
    sentence = f"{subject} goes from {first} to {last} in {end} {noun}, where f is {value}."
    outside = np.flatnonzero(~inside(walk, window, len(names))[: end + 1])
    return sentence + (f" It leaves the picture at step {outside[0]}." if len(outside) else "")


def inside(walk: Walk, window: Box, dimension: int) -> NDArray[np.bool_]:
    """Which iterates (k+1,) lie in the window, with their value where the picture is a curve."""
    places = np.column_stack([walk.x[:, 0], walk.f]) if dimension == 1 else walk.x
    low, high = np.array(window).T
    within: NDArray[np.bool_] = ((places >= low) & (places <= high)).all(axis=1)
    return within


def _between(name: str, ends: tuple[float, float]) -> str:
    return f"{name} from {number(ends[0])} to {number(ends[1])}"
