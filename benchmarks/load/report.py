"""The figures of a load test, as a table to read."""

import statistics
from collections import Counter
from collections.abc import Iterable

from benchmarks.load.driving import Done, Record
from benchmarks.load.processes import Weight

_COLUMNS = ("", "reruns", "p50", "p95", "p99", "max", "kB")


def percentile(seconds: Iterable[float], part: float) -> float:
    """The value that `part` of all do not exceed (nearest rank); NaN for none.

    >>> percentile([4.0, 1.0, 3.0, 2.0], 0.5)
    2.0
    """
    ranked = sorted(seconds)
    if not ranked:
        return float("nan")
    return ranked[max(0, -int(-part * len(ranked) // 1) - 1)]


def table(done: Iterable[Done]) -> str:
    """Milliseconds for every lesson and kind of deed, and for all that was done on open pages."""
    rows: dict[str, list[Done]] = {"slider and typed": [], "slider": [], "typed": [], "opened": []}
    for one in done:
        rows[one.what].append(one)
        rows.setdefault(f"{one.lesson}, {one.what}", []).append(one)
        if one.what != "opened":
            rows["slider and typed"].append(one)
    lines = [f"{_COLUMNS[0]:28}" + "".join(f"{title:>9}" for title in _COLUMNS[1:])]
    return "\n".join(lines + [_row(title, row) for title, row in rows.items() if row])


def _row(title: str, done: list[Done]) -> str:
    seconds = [one.rerun.seconds for one in done]
    times = [1000 * percentile(seconds, part) for part in (0.5, 0.95, 0.99, 1)]
    size = statistics.median(one.rerun.received for one in done) / 1000
    return f"{title:28}{len(done):9}" + "".join(f"{time:9.0f}" for time in times) + f"{size:9.0f}"


def faults(record: Record) -> str:
    """How often a visitor began late, and each error with how often it came."""
    lines = [f"{record.late} moves were not answered before the next was due; {len(record.errors)} errors"]
    return "\n".join(
        lines + [f"  {times} × {error}" for error, times in Counter(record.errors).most_common(10)]
    )


def cost(before: Weight, after: Weight, reruns: int, seconds: float) -> str:
    """Processor time for each rerun, and reruns in a second of one core's time."""
    used = after.seconds - before.seconds
    each = 1000 * used / max(reruns, 1)
    return (
        f"{reruns / seconds:.1f} reruns a second, {used / seconds:.2f} cores in use, "
        f"{each:.1f} ms of processor time a rerun, so {1000 / each:.0f} reruns a second and core"
    )
