"""How busy a process was, its children too, and keeping it on one core: read from /proc."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROC = Path("/proc")


def busy_seconds(process: int) -> float:
    """Seconds of processor time that a process and its children have used.

    Fields 14 to 17 of /proc/PID/stat: user and system time, its own and of children that ended (proc(5)).
    Where there is no /proc: seconds of the clock, which say the same as long as the machine is idle.
    """
    if not PROC.joinpath("self", "stat").exists():
        return time.perf_counter()
    try:
        fields = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0  # It ended since it was listed, and its parent has counted it.
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(busy_seconds, children(process)))


def children(process: int) -> list[int]:
    """The processes that any thread of this one has started and that are alive."""
    lists = (PROC / str(process) / "task").glob("*/children")
    return [int(child) for listed in lists for child in listed.read_text().split()]


@contextmanager
def pinned(process: int) -> Iterator[None]:
    """Keep the threads of a process, and those they start, on the first core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    _keep_on(process, {min(allowed)})
    try:
        yield
    finally:
        _keep_on(process, allowed)


def _keep_on(process: int, cores: set[int]) -> None:
    for thread in (PROC / str(process) / "task").iterdir():
        with suppress(ProcessLookupError):  # A thread may end meanwhile.
            os.sched_setaffinity(int(thread.name), cores)


def load() -> tuple[float, ...]:
    """How many processes wanted a core in the last 1, 5 and 15 minutes; empty where nobody counts them."""
    return tuple(round(average, 1) for average in os.getloadavg()) if hasattr(os, "getloadavg") else ()
