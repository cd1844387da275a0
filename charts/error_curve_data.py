"""The rows behind the error curve: one line for each stencil, the causes of one of them, and its statuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10

import numpy as np

from charts.clipping import Floats
from charts.picture import Columns
from core.differences import ErrorCurve
from core.differencing.thumbs import Thumb
from core.numbers import number

Span = tuple[float, float]

MOST_DECADES = 40
_ROOM = 1.0
_FOOT = 0.1
_LEAST = 1e-300


@dataclass(frozen=True)
class Look:
    """How one status is drawn: a shape, and an accent of the palette. Colour never speaks alone."""

    shape: str
    accent: str


LOOKS = {
    "good": Look("circle", "exact"),
    "truncation dominates": Look("triangle-right", "slope"),
    "rounding dominates": Look("square", "error"),
    "x + h = x": Look("cross", "ascent"),
    "overflow": Look("triangle-up", "quiet"),
    "outside the domain": Look("diamond", "quiet"),
    "no derivative": Look("triangle-down", "quiet"),
    "not applicable": Look("stroke", "quiet"),
}
ORDER = tuple(LOOKS)
CAUSES = ("truncation", "rounding", "sum")
PREDICTED, FOUND = 0, 1
LABEL_KINDS = ("stencil", "chosen", "truncation", "rounding", "best", "thumb", "exact")


def decades(curves: Sequence[ErrorCurve]) -> Span:
    """Whole exponents between which all errors and predicted best errors lie, at most 40 decades apart."""
    seen = [curve.error[np.isfinite(curve.error) & (curve.error > 0)] for curve in curves]
    foretold = [curve.predicted_error for curve in curves if curve.predicted_error > 0]
    known = np.concatenate([*seen, np.array([value for value in foretold if isfinite(value)])])
    known = np.clip(known, _LEAST, 1 / _LEAST)
    if not len(known):
        return -16.0, 1.0
    low, high = floor(log10(float(known.min()))), floor(log10(float(known.max()))) + 1
    room = max(_ROOM, floor((high - low) * _FOOT))
    return float(max(low - room, high - MOST_DECADES)), float(high)


def line_columns(curves: Sequence[ErrorCurve], span: Span) -> Columns:
    """A row for each stencil and h with an error; an error of 0 stands at the foot. `piece` counts gaps."""
    rows = [(nth, curve, np.isfinite(curve.error)) for nth, curve in enumerate(curves)]
    return {
        "h_at": np.concatenate([np.log10(curve.h[there]) for _, curve, there in rows]).astype(np.float32),
        "at": np.concatenate([heights(curve.error[there], span) for _, curve, there in rows]),
        "stencil": np.concatenate([np.full(int(there.sum()), nth) for nth, _, there in rows]).astype(np.int8),
        "piece": np.concatenate([np.cumsum(~there)[there] for _, _, there in rows]).astype(np.int16),
    }


def point_columns(curve: ErrorCurve, span: Span) -> Columns:
    """A row for each h of the chosen stencil; one without an error stands at the top edge."""
    status = curve.status.tolist()
    return {
        "h_at": np.log10(curve.h).astype(np.float32),
        "at": heights(curve.error, span),
        "status": np.array([ORDER.index(name) for name in status], dtype=np.int8),
        "says": np.array([error_words(*row) for row in zip(curve.error.tolist(), status, strict=True)]),
    }


def error_words(error: float, status: str) -> str:
    """What is said of one h."""
    return f"error {number(error, 3)}, {status}" if isfinite(error) else status


def cause_columns(curve: ErrorCurve, span: Span) -> Columns:
    """The two causes and their sum: three lines over every second h, cut where they leave the picture.

    Nothing where the causes are not known.
    """
    h = curve.h[::2] if curve.model.known else curve.h[:0]
    model = curve.model
    lines = (model.truncation(h), model.rounding(h), model.total(h))
    raised = [heights(line, (span[0] - MOST_DECADES, span[1] + MOST_DECADES)) for line in lines]
    shown = [height if line.any() else height[:0] for line, height in zip(lines, raised, strict=True)]
    return {
        "h_at": np.concatenate([np.log10(h)[: len(height)] for height in shown]).astype(np.float32),
        "at": np.concatenate(shown),
        "cause": np.repeat(np.arange(3), [len(height) for height in shown]).astype(np.int8),
    }


def mark_columns(curve: ErrorCurve, span: Span) -> Columns:
    """A row for the predicted best h and one for the best found, where they are numbers."""
    found = (
        (PREDICTED, curve.predicted_h, curve.predicted_error),
        (FOUND, curve.best_h, curve.best_error),
    )
    rows = [row for row in found if isfinite(row[1]) and isfinite(row[2])]
    return {
        "kind": np.array([row[0] for row in rows], dtype=np.int8),
        "h_at": np.log10(np.array([row[1] for row in rows], dtype=np.float64)),
        "at": heights(np.array([row[2] for row in rows], dtype=np.float64), span),
    }


def thumb_columns(thumbs: Sequence[Thumb], ends: Span) -> Columns:
    """A row for each rule of thumb with an error, whose h lies within the picture."""
    rows = [(log10(thumb.h), thumb.text) for thumb in thumbs if isfinite(thumb.error)]
    rows = [row for row in rows if ends[0] < row[0] < ends[1]]
    return {
        "h_at": np.array([row[0] for row in rows], dtype=np.float64),
        "name": np.array([row[1] for row in rows], dtype=np.str_),
    }


def heights(error: Floats, span: Span) -> Floats:
    """log₁₀ of the errors, held between the ends; 0 at the foot, what is no number at the top."""
    known = np.where(np.isfinite(error), np.maximum(error, _LEAST), np.inf)
    return np.clip(np.log10(known), *span).astype(np.float64)
