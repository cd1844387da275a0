"""A piece of work to time, and how it is timed."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """One thing to compute; the aim, in milliseconds, is the one the lessons were designed for."""

    name: str
    aim: float
    times: Callable[[], list[float]]


def milliseconds(work: Callable[[], object]) -> float:
    """What one call takes."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def repeated(work: Callable[[], object]) -> Callable[[], list[float]]:
    """Time the same work nine times."""
    return lambda: [milliseconds(work) for _ in range(9)]
