"""A deadline for work in this very thread, where no worker process can be started."""

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")


class OutOfTime(BaseException):
    """The time is up. Not an Exception, so that no handler inside the work can swallow it."""


def within(work: Callable[[], Result], seconds: float) -> Result:
    """What `work` returns; raises OutOfTime at the first function call or line after so many seconds.

    A single call into compiled code is not cut short. Where a tracer is at work already, it keeps its place.
    """
    if sys.gettrace() is not None:
        return work()
    end = time.monotonic() + seconds

    def watch(_frame: FrameType, _event: str, _argument: Any) -> Any:
        if time.monotonic() > end:
            raise OutOfTime
        return watch

    sys.settrace(watch)
    try:
        return work()
    finally:
        sys.settrace(None)
