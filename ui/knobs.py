"""The knobs of optimisers, schedules and data sets: a key of the address for each, from their tables."""

from collections.abc import Mapping
from math import floor, isclose, log10

from core.datasets import DATASETS
from core.datasets.dataset import Dataset
from core.optimizers import OPTIMIZERS, Knob, Optimizer
from core.schedules import SCHEDULES, Schedule

Row = Optimizer | Schedule | Dataset
Table = Mapping[str, Optimizer] | Mapping[str, Schedule] | Mapping[str, Dataset]

_NOTCHES = 50


def key_name(row: Row, knob: Knob) -> str:
    """The key of one knob of one row.

    >>> key_name(OPTIMIZERS["momentum"], OPTIMIZERS["momentum"].knobs[0])
    'momentum_beta'
    """
    return f"{row.name}_{knob.name}"


def knobs_of(table: Table) -> dict[str, Knob]:
    """Every knob of a table by its key."""
    return {key_name(row, knob): knob for row in table.values() for knob in row.knobs}


def rail(knob: Knob) -> tuple[float, ...]:
    """The round numbers a slider stops at, with both ends and the default among them.

    >>> rail(Knob("q", "q", 0.5, 0.05, 0.25))[:4]
    (0.05, 0.055, 0.06, 0.065)
    >>> rail(Knob("c", "c", 1e-4, 1e-6, 1e-5, log=True))
    (1e-06, 2e-06, 5e-06, 1e-05, 0.0001)
    """
    between = _powers(knob) if knob.log else _evenly(knob)
    return tuple(sorted({float(stop) for stop in (knob.low, knob.default, knob.high, *between)}))


def _powers(knob: Knob) -> list[float]:
    """1, 2, 5 times the powers of ten between the ends."""
    powers = range(floor(log10(knob.low)), floor(log10(knob.high)) + 1)
    stops = (float(f"{mantissa}e{power}") for power in powers for mantissa in (1, 2, 5))
    return [stop for stop in stops if knob.low < stop < knob.high]


def _evenly(knob: Knob) -> list[float]:
    """Multiples of a round number between the ends, about fifty of them."""
    least = (knob.high - knob.low) / _NOTCHES
    power = floor(log10(least))
    notch = next(m * 10.0**power for m in (1, 2, 5, 10) if m * 10.0**power >= least * (1 - 1e-2))
    first, last = floor(knob.low / notch) + 1, floor(knob.high / notch)
    stops = [round(count * notch, 12) for count in range(first, last + 1)]
    return [stop for stop in stops if not isclose(stop, knob.high)]


KNOBS: dict[str, Knob] = knobs_of(OPTIMIZERS) | knobs_of(SCHEDULES) | knobs_of(DATASETS)
"""The knobs of all tables by their keys."""
