"""How the server's time grows with what a person asks for, beside how the work itself grows."""

import math
import statistics
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial

from benchmarks.computing.course import HIMMELBLAU, MOONS, PARABOLA, RATES, SURFACE
from benchmarks.computing.work import milliseconds
from benchmarks.measuring.server import Visitor
from benchmarks.serving import Served
from benchmarks.subjects import APP, SURFACES, Subject
from core.basins import basins
from core.descent import run
from core.expression import parse
from core.learning_rate.sweep import sweep
from core.many_starts import grid_starts, many_starts
from core.models import model_named
from core.optimizers import OPTIMIZERS
from core.race import race, usual
from core.sampling.surface_grid import surface_grid
from core.training import train

AGAIN = 5
WINDOW = ((-1.0, 7.0), (-1.0, 7.0))
AROUND = ((-5.0, 5.0), (-5.0, 5.0))
SMALL = 1e-4  # a rate so small that no run ends before its last step
Timed = Callable[[int], float]


@dataclass(frozen=True)
class Growing:
    """Something that is asked for in sizes; its work grows as size ** work. `time` is in milliseconds."""

    name: str
    sizes: tuple[int, ...]
    work: float
    time: Timed


@dataclass(frozen=True)
class Growth:
    """The medians found, and the exponent of the time over the last three sizes."""

    name: str
    sizes: tuple[int, ...]
    milliseconds: tuple[float, ...]
    work: float
    exponent: float


def growth(growing: Growing) -> Growth:
    """Time every size."""
    times = tuple(growing.time(size) for size in growing.sizes)
    return Growth(growing.name, growing.sizes, times, growing.work, exponent(growing.sizes[-3:], times[-3:]))


def exponent(sizes: tuple[int, ...], times: tuple[float, ...]) -> float:
    """The slope of log(time) over log(size), by least squares.

    >>> exponent((10, 20, 40), (3.0, 12.0, 48.0))
    2.0
    """
    u, v = [math.log(size) for size in sizes], [math.log(time) for time in times]
    return round(statistics.linear_regression(u, v).slope, 9)


def _computed(work: Callable[[int], object]) -> Timed:
    return lambda size: statistics.median(milliseconds(partial(work, size)) for _ in range(AGAIN))


def _trained(hidden: int, epochs: int) -> object:
    network = model_named("network", hidden, "sigmoid")
    return train(network, MOONS, rate=0.001, batch=32, epochs=epochs, seed=1)


FOUR_VALLEYS = parse(HIMMELBLAU, ("x", "y"))
COMPUTED = (
    Growing(
        "steps of a run",
        (10, 30, 100, 300, 1000),
        1,
        _computed(lambda n: run(SURFACE, [0.5, 0.6], rate=SMALL, steps=n)),
    ),
    Growing(
        "optimisers in a race of 200 steps",
        (1, 2, 4, 8, len(OPTIMIZERS)),
        1,
        _computed(lambda n: race(SURFACE, [0.5, 0.6], [usual(name) for name in list(OPTIMIZERS)[:n]])),
    ),
    Growing(
        "starts of 200 steps at once",
        (16, 64, 256, 1024),
        1,
        _computed(lambda n: many_starts(SURFACE, grid_starts(WINDOW, n), "gd", SMALL, 200)),
    ),
    Growing(
        "rates in a sweep", (25, 50, 100, 200), 1, _computed(lambda n: sweep(PARABOLA, [0.0], RATES[:n]))
    ),
    Growing(
        "basins on n × n starts",
        (25, 50, 100, 200),
        2,
        _computed(lambda n: basins(FOUR_VALLEYS, AROUND, cells=n)),
    ),
    Growing(
        "heights on n × n cells",
        (12, 24, 48, 96),
        2,
        _computed(lambda n: surface_grid(SURFACE, WINDOW, n)),
    ),
    Growing("hidden units, 20 epochs", (1, 2, 4, 8), 1, _computed(lambda n: _trained(hidden=n, epochs=20))),
    Growing(
        "epochs, 8 hidden units", (10, 30, 100, 300), 1, _computed(lambda n: _trained(hidden=8, epochs=n))
    ),
)

PAGE = Subject("growth", APP, "", "Learning rate", "f(x, y)", SURFACES, notch=0.5)  # small rates: long runs
PAGES = (
    ("page GD vs Ascent, steps", (10, 30, 100, 300, 1000), "gd_vs_ascent", "dim=2&steps={}"),
    ("page Learning Rate, steps", (10, 30, 100, 300, 1000), "learning_rate", "dim=2&steps={}"),
    (
        "page Race, steps of each of four",
        (10, 30, 100, 300, 1000),
        "gd_vs_ascent",
        "dim=2&tab=Race&length={}",
    ),
    ("page Many starts, starts", (16, 64, 256, 1024), "gd_vs_ascent", "dim=2&tab=Many starts&starts={}"),
)


def pages(served: Served) -> tuple[Growing, ...]:
    """A moved slider on pages that were asked for more and more, over the socket."""
    return tuple(
        Growing(name, sizes, 1, partial(_moved, served, replace(PAGE, page=page), query))
        for name, sizes, page, query in PAGES
    )


def _moved(served: Served, subject: Subject, query: str, size: int) -> float:
    with ExitStack() as stack:
        visitor = Visitor(stack, replace(subject, query=query.format(size)), served)
        return 1000 * statistics.median(rerun.seconds for rerun in visitor.slides_warm(0))
