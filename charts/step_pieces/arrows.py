"""The arrows of every step as rows: laid end to end, lengthened where they would be too short to see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Protocol

import numpy as np

from charts.clipping import Box, Floats, cut_segments, onto_box
from charts.picture import Columns
from core.numbers import number

SHORT, LONG = 0.14, 0.35
"""Of the window's smaller side: a longest arrow below SHORT is lengthened, to LONG at most."""

TIMES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000)
NEARLY = 0.02
"""Two arrows that differ by less than this part of the longer one are one."""

LAST = "sum"
KINDS = ("bare", "memory", "gradient", "decay", LAST)
SAYS = {
    "bare": "gradient alone",
    "memory": "memory",
    "gradient": "gradient",
    "decay": "decay",
    LAST: "step",
}


class Part(Protocol):
    """One cause of a step and what it adds, as in `core.step_pieces.Part`."""

    @property
    def kind(self) -> str: ...
    @property
    def vector(self) -> Floats: ...


class Pieces(Protocol):
    """The arrows of step k, as in `core.step_pieces.StepPieces`."""

    @property
    def k(self) -> int: ...
    @property
    def start(self) -> Floats: ...
    @property
    def bare(self) -> Floats: ...
    @property
    def parts(self) -> Sequence[Part]: ...
    @property
    def step(self) -> Floats: ...


@dataclass(frozen=True, eq=False)
class Arrow:
    """One arrow of step k, from a to b in the units of the picture."""

    k: int
    kind: str
    a: Floats
    b: Floats


def arrows(pieces: Pieces, window: Box) -> Iterator[Arrow]:
    """The bare gradient step where it differs, the parts end to end, and the sum; all lengthened alike."""
    times = lengthened(pieces, window)
    parts = [part for part in pieces.parts if part.vector.any()]
    at = pieces.start
    if all(_apart(pieces.bare, vector) for vector in (pieces.step, *(part.vector for part in parts))):
        yield Arrow(pieces.k, "bare", at, at + times * pieces.bare)
    for part in parts if len(parts) > 1 else []:
        yield Arrow(pieces.k, part.kind, at, at + times * part.vector)
        at = at + times * part.vector
    yield Arrow(pieces.k, LAST, pieces.start, pieces.start + times * pieces.step)


def lengthened(pieces: Pieces, window: Box) -> int:
    """How many times their length the arrows of a step are drawn, 1 where that is long enough."""
    side = min(high - low for low, high in window)
    longest = max(hypot(*vector) for vector in (pieces.step, *(part.vector for part in pieces.parts)))
    if not 0 < longest < SHORT * side:
        return 1
    return max(times for times in TIMES if times * longest <= LONG * side)


def _apart(one: Floats, other: Floats) -> bool:
    with np.errstate(invalid="ignore"):
        off = hypot(*(one - other))
    return not off <= NEARLY * max(hypot(*one), hypot(*other))


def arrow_columns(every: Sequence[Pieces], window: Box) -> dict[str, Columns]:
    """For each kind its arrows (columns k, ax, ay, bx, by, says), cut at the frame; none without an end."""
    return cut_columns([arrow for pieces in every for arrow in arrows(pieces, window)], window)


def cut_columns(found: Sequence[Arrow], window: Box) -> dict[str, Columns]:
    """The rows of these arrows in the plane, kind by kind."""
    return {kind: _columns([arrow for arrow in found if arrow.kind == kind], window) for kind in KINDS}


def _columns(found: Sequence[Arrow], window: Box) -> Columns:
    ends = np.array([[arrow.a, arrow.b] for arrow in found]).reshape(-1, 2, 2)
    a, b, drawn = cut_segments(ends[:, 0], ends[:, 1], window)
    return {
        "k": np.array([arrow.k for arrow in found], dtype=np.int16)[drawn],
        "ax": a[drawn, 0],
        "ay": a[drawn, 1],
        "bx": b[drawn, 0],
        "by": b[drawn, 1],
        # the list beside the map tells which is which
        "says": np.full(int(drawn.sum()), ""),
    }


def step_columns(every: Sequence[Pieces], places: Floats, window: Box) -> Columns:
    """One row a step: where it begins, one of `places` (m, 2), set on the frame where that is outside."""
    place, beyond = onto_box(places, window)
    return {
        "k": np.array([pieces.k for pieces in every], dtype=np.int16),
        "x": place[:, 0],
        "y": place[:, 1],
        "ox": beyond[:, 0],
        "oy": beyond[:, 1],
    }


def list_columns(every: Sequence[Pieces], places: Floats, across: Box, window: Box) -> Columns:
    """The sum in words, line by line: k, line (from 0), kind, says, and `most`, the last line of any step.

    `across` is the window that the arrows' length is judged by, `window` that of the places where they begin.
    """
    beyond: list[bool] = (onto_box(places, window)[1] != 0).any(axis=1).tolist()
    rows = [
        (pieces.k, line, *told)
        for pieces, place, outside in zip(every, places, beyond, strict=True)
        for line, told in enumerate(_lines(pieces, across, place if outside else None))
    ]
    k, at, kind, says = zip(*rows, strict=True)
    return {
        "k": np.array(k, dtype=np.int16),
        "line": np.array(at, dtype=np.int8),
        "most": np.full(len(at), max(at), dtype=np.int8),
        "kind": np.array(kind, dtype=np.str_),
        "says": np.array(says, dtype=np.str_),
    }


def _lines(pieces: Pieces, across: Box, outside: Floats | None) -> Iterator[tuple[str, str]]:
    """The parts and their sum; the bare gradient step where it is drawn, how much longer all is drawn, and
    where the step begins if that is outside the picture.
    """
    parts, drawn = pieces.parts, {arrow.kind for arrow in arrows(pieces, across)}
    if len(parts) > 1:
        yield from ((part.kind, f"{SAYS[part.kind]} {_vector(part.vector)}") for part in parts)
    yield LAST, f"step {pieces.k} {_vector(pieces.step)}"
    if "bare" in drawn:
        yield "bare", f"{SAYS['bare']} {_vector(pieces.bare)}"
    if (times := lengthened(pieces, across)) > 1:
        yield "times", f"arrows {number(times)} times as long"
    if outside is not None:
        yield "times", f"begins at {_vector(outside)}"


def sentence(pieces: Pieces) -> str:
    """The sum in a sentence."""
    sums = " + ".join(f"{SAYS[part.kind]} {_vector(part.vector)}" for part in pieces.parts)
    return f"Step {pieces.k}: {sums} = {_vector(pieces.step)}."


def _vector(values: Floats) -> str:
    """(−0.2, 0.3) in the plane, −0.2 on a line."""
    shown = ", ".join(number(float(value), 3) for value in values)
    return shown if len(values) == 1 else f"({shown})"
