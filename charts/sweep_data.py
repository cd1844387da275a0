"""The rows behind the sweep: steps to arrive against η, and what became of the rates that did not."""

from dataclasses import dataclass
from math import isfinite, log10

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Floats
from charts.picture import Columns
from core.numbers import number


@dataclass(frozen=True)
class Fate:
    """One outcome of `core.learning_rate.sweep`: the words in the strip where they fit or else the short one,
    what is said of one rate, and its accent.
    """

    word: str
    short: str
    sentence: str
    accent: str


ARRIVES = "arrives"
FATES = {
    ARRIVES: Fate("", "", "arrives", "descent"),
    "not yet": Fate("not there yet", "slow", "not there after {most} steps", "quiet"),
    "diverged": Fate("diverges", "∞", "diverges", "error"),
    "left the domain": Fate("leaves the domain", "leaves", "leaves the domain of f", "slope"),
    "another valley": Fate("another valley", "other", "settles in another valley", "ascent"),
    "no slope": Fate("no slope", "kink", "lands where f has no slope", "quiet"),
}
ORDER = tuple(FATES)


def sweep_columns(rate: Floats, steps: Floats, outcome: NDArray[np.str_], most: int) -> Columns:
    """A row for each rate, ascending: exponents of η and of the steps, and what is said of it.

    0 steps, at the minimum from the start, stand with 1 at the foot of the picture. `piece` counts the gaps.
    """
    order = np.argsort(rate)
    rate, steps, outcome = rate[order], steps[order], outcome[order]
    arrives = np.isfinite(steps)
    return {
        "eta_at": np.log10(rate),
        "steps_at": np.log10(np.clip(np.where(arrives, steps, 1.0), 1.0, most)).astype(np.float32),
        "arrives": arrives,
        "piece": np.cumsum(~arrives).astype(np.int16),
        "says": np.array([_says(*row, most) for row in zip(steps.tolist(), outcome.tolist(), strict=True)]),
    }


def _says(steps: float, outcome: str, most: int) -> str:
    if isfinite(steps):
        return f"arrives after {steps:.0f} {'step' if steps == 1 else 'steps'}"
    return FATES[outcome].sentence.format(most=most)


def strip_columns(rate: Floats, steps: Floats, outcome: NDArray[np.str_]) -> Columns:
    """A row for each stretch of rates with one outcome other than arriving, halfway to its neighbours."""
    order = np.argsort(rate)
    at, kind = np.log10(rate[order]), np.where(np.isfinite(steps[order]), ARRIVES, outcome[order])
    edges = np.concatenate([at[:1], (at[1:] + at[:-1]) / 2, at[-1:]])
    first = np.flatnonzero(np.concatenate([[True], kind[1:] != kind[:-1]]))
    last = np.append(first[1:], len(kind))
    kept = kind[first] != ARRIVES
    fates = kind[first[kept]].tolist()
    return {
        "from": edges[first[kept]],
        "to": edges[last[kept]],
        "middle": (edges[first[kept]] + edges[last[kept]]) / 2,
        "fate": np.array([ORDER.index(fate) for fate in fates], dtype=np.int8),
        "word": np.array([FATES[fate].word for fate in fates], dtype=np.str_),
        "short": np.array([FATES[fate].short for fate in fates], dtype=np.str_),
    }


def limit_columns(best: float | None, limit: float | None, span: tuple[float, float]) -> Columns:
    """A row for each predicted rate inside the span of exponents."""
    named = (("best", best), ("limit", limit))
    rows = [
        (row, log10(rate), f"{name} {number(rate, 4)}")
        for row, (name, rate) in enumerate(named)
        if rate is not None and isfinite(rate) and rate > 0 and span[0] <= log10(rate) <= span[1]
    ]
    places, exponents, names = zip(*rows, strict=True) if rows else ([], [], [])
    return {
        "row": np.array(places, dtype=np.int8),
        "eta_at": np.array(exponents, dtype=np.float64),
        "name": np.array(names, dtype=np.str_),
    }
