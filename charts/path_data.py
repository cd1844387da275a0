"""The rows behind the drawn runs: one for each iterate, all numbers finite, all places inside the window."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Box, Floats, cut_segments, onto_box
from charts.picture import Columns
from charts.screen import place_type
from charts.scrubber import shown_steps
from core.numbers import number

INSIDE, OUTSIDE, UNDEFINED = 0, 1, 2


class Walk(Protocol):
    """What a picture needs of a run, as in `core.descent.Trace`: x (k+1, d), f (k+1,), gradient (k+1, d)."""

    @property
    def x(self) -> Floats: ...
    @property
    def f(self) -> Floats: ...
    @property
    def gradient(self) -> Floats: ...


Walks = Mapping[str, Walk]


def curve_path_columns(runs: Walks, box: Box, sides: Sequence[int] | None = None, every: int = 1) -> Columns:
    """Rows for runs of one variable: the place of an iterate is (x_k, f(x_k)); one iterate in `every`.

    An iterate outside the domain has no height; it is marked on the lower edge, at its x. `sides` are the
    places of a family's runs, which are drawn without their numbers; without it the runs are 0, 1, ….
    """
    places = {name: np.column_stack([walk.x[:, 0], walk.f]) for name, walk in runs.items()}
    return _stack(runs, places, box, box[1], sides, every)


def plane_path_columns(
    runs: Walks, box: Box, values: tuple[float, float], sides: Sequence[int] | None = None, every: int = 1
) -> Columns:
    """Rows for runs of two variables: the place is (x_k, y_k); `values` is the range of f beside it."""
    return _stack(runs, {name: walk.x for name, walk in runs.items()}, box, values, sides, every)


def _stack(
    runs: Walks,
    places: Mapping[str, Floats],
    box: Box,
    values: tuple[float, float],
    sides: Sequence[int] | None,
    every: int,
) -> Columns:
    numbered = zip(range(len(runs)) if sides is None else sides, runs, strict=True)
    parts = [
        _rows(side, name, runs[name], places[name], box, values, every)
        | (_said(runs[name], every) if sides is None else {})
        for side, name in numbered
    ]
    return {column: np.concatenate([part[column] for part in parts]) for column in parts[0]}


def _rows(
    side: int, name: str, walk: Walk, places: Floats, box: Box, values: tuple[float, float], every: int
) -> dict[str, NDArray[np.generic]]:
    """What is drawn of one run."""
    kept = shown_steps(_known(walk), every)
    where = places[kept]
    place, beyond = onto_box(where, box)
    a, b, drawn = cut_segments(where[:-1], where[1:], box)
    first = place[:1]
    return {
        "run": np.full(len(kept), name),
        "side": np.full(len(kept), side, dtype=np.int8),
        "k": kept.astype(np.int16),
        "last": np.full(len(kept), kept[-1], dtype=np.int16),
        **_pair("p", place, box),
        **_pair("a", np.concatenate([first, a]), box),
        **_pair("b", np.concatenate([first, b]), box),
        "ox": beyond[:, 0],
        "oy": beyond[:, 1],
        "drawn": np.concatenate([[False], drawn]),
        "kind": _kind(beyond, np.isnan(walk.f[kept])),
        **_value_columns(kept, walk.f[kept], values),
    }


def _said(walk: Walk, every: int) -> dict[str, NDArray[np.generic]]:
    """The numbers of one run, and its slope."""
    kept = shown_steps(_known(walk), every)
    slope = walk.gradient[kept, 0]
    return {
        **_exact(walk.x[kept]),
        "slope": np.where(np.isfinite(slope), slope, 0.0),
        "sloped": np.isfinite(slope) & np.isfinite(walk.f[kept]),
        "says_x": _texts(walk.x[kept]),
        "says_f": _texts(walk.f[kept, None]),
        "says_slope": _texts(walk.gradient[kept]),
    }


def _known(walk: Walk) -> int:
    """How many iterates come before the first without finite coordinates."""
    return int(np.isfinite(walk.x).all(axis=1).cumprod().sum())


def _value_columns(
    kept: NDArray[np.intp], f: Floats, values: tuple[float, float]
) -> dict[str, NDArray[np.generic]]:
    """The same path as f(x_k) over k: its lines cut at the range of values, its points set on the edge."""
    steps = kept.astype(np.float64)
    box = ((0.0, max(float(steps[-1]), 1.0)), values)
    place, beyond = onto_box(np.column_stack([steps, f]), box)
    over = np.column_stack([steps, f])
    a, b, drawn = cut_segments(over[:-1], over[1:], box)
    return {
        "height": place[:, 1].astype(place_type(values)),
        "above": beyond[:, 1],
        **_pair("c", np.concatenate([place[:1], a]), box),
        **_pair("d", np.concatenate([place[:1], b]), box),
        "rises": np.concatenate([[False], drawn]),
    }


def _kind(beyond: NDArray[np.int8], undefined: NDArray[np.bool_]) -> NDArray[np.int8]:
    outside = (beyond != 0).any(axis=1)
    return np.where(undefined, UNDEFINED, np.where(outside, OUTSIDE, INSIDE)).astype(np.int8)


def _exact(x: Floats) -> dict[str, NDArray[np.generic]]:
    """The iterates themselves, at full precision: a click on one reports these numbers."""
    return dict(zip("xy", x.T, strict=False))


def _pair(prefix: str, points: Floats, box: Box) -> dict[str, NDArray[np.generic]]:
    """A column for each coordinate, with the digits a screen can show."""
    shown = points.astype(place_type(*box))
    return {f"{prefix}x": shown[:, 0], f"{prefix}y": shown[:, 1]}


def _texts(values: Floats) -> NDArray[np.str_]:
    """One text for each row: "1.6", or "(0.5, 0.6)" in the plane."""
    rows = [", ".join(number(value) for value in row) for row in values.tolist()]
    return np.array(rows if values.shape[1] == 1 else [f"({row})" for row in rows])
