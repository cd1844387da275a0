"""The next visitor: somebody who opens a page while others do their worst, again and again."""

import asyncio
import threading
from types import TracebackType
from typing import Self

from benchmarks.load.visitor import Visitor

_PAUSE = 1.0


class Neighbour:
    """Opens a page of the server at `address` about once a second while a `with` lasts.

    waited: the seconds of each visit. A visit that fails, or shows an exception, fails the `with`.
    """

    def __init__(self, address: str, page: str) -> None:
        self._address, self._page = address, page
        self._over = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._visits()))
        self._failures: list[Exception] = []
        self.waited: list[float] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        if self._failures and error is None:
            raise self._failures[0]

    async def _visits(self) -> None:
        try:
            while not self._over.is_set():
                await self._visit()
                await asyncio.sleep(_PAUSE)
        except (OSError, TimeoutError, AssertionError) as failure:
            self._failures.append(failure)

    async def _visit(self) -> None:
        clock = asyncio.get_running_loop()
        began = clock.time()
        async with Visitor(self._address, self._page) as visitor:
            rerun = await visitor.rerun()
        self.waited.append(clock.time() - began)
        assert rerun.exceptions == []
        assert rerun.charts
