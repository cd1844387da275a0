"""The names in the error curve: of the formulas, the causes, the best h and the rules of thumb."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log10

import numpy as np

from charts.clipping import Floats
from charts.error_curve_data import (
    FOUND,
    LABEL_KINDS,
    Span,
    cause_columns,
    heights,
    mark_columns,
    thumb_columns,
)
from charts.label_places import Name, Offset, placed
from charts.palette import LABEL_SIZE
from charts.picture import Columns
from core.differences import ErrorCurve
from core.differencing.thumbs import Thumb

SMALL = 12
SIZES = {False: (560.0, 262.0), True: (285.0, 262.0)}
"""Width and height of the panel of a usual picture, by whether it is narrow."""

_ANCHORS = 9
_FINE = 4
_ROOM = 0.5
_ABOVE = (Offset(0, -13, "center"), Offset(-6, -12, "right"), Offset(6, -12, "left"))
_BELOW = (Offset(0, 13, "center"), Offset(-6, 12, "right"), Offset(6, 12, "left"))
_ASIDE = tuple(
    Offset(dx, dy, "right" if dx < 0 else "left" if dx else "center")
    for dx, dy in (
        *((-13, -10), (13, -10), (13, 12), (-13, 12), (0, 18), (0, -18), (0, 32), (0, -34)),
        *((-13, -26), (13, -26), (-13, 28), (13, 28), (-13, -42), (13, -42)),
    )
)
_FAR = (Offset(0, -28, "center"), Offset(0, 28, "center"))
_TOP = tuple(Offset(5 * side, dy, "right" if side < 0 else "left") for dy in (9, 25, 41) for side in (-1, 1))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, eq=False)
class _Label:
    kind: str
    stencil: int
    text: str
    anchors: Floats
    offsets: tuple[Offset, ...]

    @property
    def size(self) -> float:
        return LABEL_SIZE if self.kind == "chosen" else SMALL


@lru_cache(maxsize=64)
def label_columns(
    curves: tuple[ErrorCurve, ...], chosen: int, thumbs: tuple[Thumb, ...], ends: Span, span: Span
) -> Columns:
    """A row for each name in a wide picture, and one for each that a narrow one has room for.

    Those with the fewest places come first.
    """
    shown = curves[chosen]
    important = [
        *_thumbs(thumbs, ends, span),
        *_best(shown, span),
        *_chosen(shown, chosen, span),
        *_causes(shown, span),
        *_exact(curves, span),
    ]
    others = [_other(curve, nth, span) for nth, curve in enumerate(curves) if nth != chosen]
    sets = {False: [*important, *chain.from_iterable(others)], True: important}
    rows = [
        row for narrow, labels in sets.items() for row in _rows(labels, curves, chosen, narrow, ends, span)
    ]
    return {name: np.array([row[k] for row in rows]) for k, name in enumerate(_COLUMNS)}


_COLUMNS = ("name", "kind", "stencil", "h_at", "at", "dx", "dy", "align", "narrow")


def _rows(
    labels: Sequence[_Label], curves: Sequence[ErrorCurve], chosen: int, narrow: bool, ends: Span, span: Span
) -> list[tuple[object, ...]]:
    size = SIZES[narrow]
    pixels = _pixels(ends, span, size)
    names = [Name(label.text, label.size, pixels(label.anchors), label.offsets) for label in labels]
    places = placed(names, _obstacles(curves, chosen, pixels, span), size)
    return [
        (label.text, LABEL_KINDS.index(label.kind), label.stencil, *label.anchors[place.anchor].tolist(),
         place.offset.dx, place.offset.dy, place.offset.align, narrow)
        for label, place in zip(labels, places, strict=True)
    ]  # fmt: skip


def _pixels(ends: Span, span: Span, size: tuple[float, float]) -> Callable[[Floats], Floats]:
    across, up = size[0] / (ends[1] - ends[0]), (size[1] - 6) / (span[1] - span[0])
    return lambda at: np.stack([(at[:, 0] - ends[0]) * across, size[1] - (at[:, 1] - span[0]) * up], axis=1)


def _obstacles(
    curves: Sequence[ErrorCurve], chosen: int, pixels: Callable[[Floats], Floats], span: Span
) -> Floats:
    """What names should leave free: the marks of the best h, the line of the chosen formula, the others."""
    marks, causes = mark_columns(curves[chosen], span), cause_columns(curves[chosen], span)
    drawn = [(_points(curve, span), 3.0 if nth == chosen else 1.0) for nth, curve in enumerate(curves)]
    drawn += [(np.stack([marks["h_at"], marks["at"]], axis=1), 40.0)]
    drawn += [
        (np.stack([causes["h_at"][mine], causes["at"][mine]], axis=1), 1.0)
        for mine in (causes["cause"] == cause for cause in range(3))
    ]
    parts = [(_finer(pixels(points.astype(np.float64))), weight) for points, weight in drawn if len(points)]
    weighed = [np.column_stack([points, np.full(len(points), weight)]) for points, weight in parts]
    return np.vstack([np.empty((0, 3)), *weighed])


def _finer(points: Floats) -> Floats:
    """The points and some between neighbours, so that a steep line is met too."""
    steps = np.arange((len(points) - 1) * _FINE + 1) / _FINE
    nth = np.arange(len(points))
    return np.stack([np.interp(steps, nth, points[:, k]) for k in (0, 1)], axis=1)


def _points(curve: ErrorCurve, span: Span) -> Floats:
    """(log h, height) where there is an error, from the largest h to the smallest."""
    there = np.flatnonzero(np.isfinite(curve.error))
    order = there[np.argsort(-curve.h[there])]
    return np.stack([np.log10(curve.h[order]), heights(curve.error[order], span)], axis=1)


def _some(points: Floats) -> Floats:
    """A few of many anchors, evenly."""
    few: Floats = points[np.unique(np.linspace(0, len(points) - 1, _ANCHORS).round().astype(int))]
    return few


def _chosen(curve: ErrorCurve, nth: int, span: Span) -> list[_Label]:
    """The chosen formula's name, best at the right arm of its line."""
    points = _points(curve, span)
    if not len(points):
        return []
    anchors = _some(points[: len(points) // 2 + 1])
    return [_Label("chosen", nth, curve.stencil.label, anchors, (*_ABOVE, *_BELOW, *_FAR))]


def _other(curve: ErrorCurve, nth: int, span: Span) -> list[_Label]:
    """Another formula's name, best at the lowest place of its line."""
    points = _points(curve, span)
    if not len(points):
        return []
    lowest = points[np.argmin(np.abs(points[:, 0] - log10(curve.best_h)))][None]
    anchors = np.vstack([lowest, _some(points)])
    return [_Label("stencil", nth, curve.stencil.label, anchors, (*_BELOW, *_ABOVE, *_FAR))]


def _best(curve: ErrorCurve, span: Span) -> list[_Label]:
    marks = mark_columns(curve, span)
    kinds, at = marks["kind"].tolist(), np.column_stack([marks["h_at"], marks["at"]]).astype(np.float64)
    return [
        _Label("best", 0, "best found" if kind == FOUND else "predicted best", at[[row]], _ASIDE)
        for row, kind in enumerate(kinds)
    ]


def _causes(curve: ErrorCurve, span: Span) -> list[_Label]:
    """The causes' names, best where their lines leave the error: truncation at small h, rounding at large."""
    columns, order = cause_columns(curve, span), curve.model.order
    power = str(order).translate(_RAISED) if order > 1 else ""
    texts = (f"truncation ∝ h{power}", "rounding ∝ 1/h" if curve.model.slope else "rounding")
    labels = []
    for cause, text in enumerate(texts):
        at = np.stack([columns["h_at"], columns["at"]], axis=1)[columns["cause"] == cause].astype(np.float64)
        inside = at[(at[:, 1] >= span[0] + _ROOM) & (at[:, 1] <= span[1] - _ROOM)]
        if len(inside):
            anchors = _some(inside[np.argsort(inside[:, 0] if cause == 0 else -inside[:, 0])])
            labels.append(_Label(("truncation", "rounding")[cause], 0, text, anchors, (*_ABOVE, *_BELOW)))
    return labels


def _thumbs(thumbs: Sequence[Thumb], ends: Span, span: Span) -> list[_Label]:
    """The rules of thumb, at the top of their lines."""
    columns = thumb_columns(thumbs, ends)
    texts, places = columns["name"].tolist(), columns["h_at"].tolist()
    return [
        _Label("thumb", 0, text, np.array([[place, span[1]]]), _TOP)
        for text, place in zip(texts, places, strict=True)
    ]


def _exact(curves: Sequence[ErrorCurve], span: Span) -> list[_Label]:
    """What the foot stands for, where an error of 0 is drawn there."""
    zeros = [h for curve in curves for h in curve.h[curve.error == 0].tolist()]
    if not zeros:
        return []
    at = np.array([[log10(h), span[0]] for h in sorted(set(zeros))])
    return [_Label("exact", 0, "error 0", _some(at), _ABOVE)]
