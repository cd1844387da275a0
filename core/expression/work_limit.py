"""A bound on the work of code that has none of its own.

SymPy evaluates while it builds, and what it tries (primes, resultants, thousands of digits) follows no rule
by which a tree could be measured. So its function calls are counted while it runs: no slower machine refuses
more. What SymPy remembers from formulas before counts as done, so a text close to the limit may pass later.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")


class TooMuchWork(BaseException):
    """The calls allowed are used up. Not an Exception, so that no handler inside the work can swallow it."""


def limited(work: Callable[[], Result], most_calls: int) -> Result:
    """What `work` returns; raises TooMuchWork after so many function calls in this thread.

    Where a profiler is at work already, it keeps its place and nothing is counted.
    """
    if sys.getprofile() is not None:
        return work()
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call"
        if calls > most_calls:
            raise TooMuchWork

    sys.setprofile(count)
    try:
        return work()
    finally:
        sys.setprofile(None)
