"""What a key press sends over the wire and when the answer is there, as a browser sees it."""

import statistics
from typing import Any

from playwright.sync_api import Page

from benchmarks.measuring.browsing import press


class Wire:
    """Listens to the requests and web sockets of a page (Chrome DevTools Protocol, domain Network)."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._asked: list[float] = []
        self._answered: list[float] = []
        self._bytes = 0.0
        network = page.context.new_cdp_session(page)
        network.on("Network.requestWillBeSent", self._ask)
        network.on("Network.webSocketFrameSent", self._ask)
        network.on("Network.loadingFinished", self._load)
        network.on("Network.webSocketFrameReceived", self._receive)
        network.send("Network.enable")

    def presses(self, count: int) -> tuple[float, float]:
        """Medians of a key press: milliseconds from what it asks to the last answer, kilobytes received."""
        found = [self._press() for _ in range(count)]
        return statistics.median(time for time, _ in found), statistics.median(size for _, size in found)

    def _press(self) -> tuple[float, float]:
        self._asked, self._answered, self._bytes = [], [], 0.0
        press(self._page)
        return 1000 * (max(self._answered) - min(self._asked)), self._bytes / 1000

    def _ask(self, event: dict[str, Any]) -> None:
        self._asked.append(event["timestamp"])

    def _load(self, event: dict[str, Any]) -> None:
        self._answered.append(event["timestamp"])
        self._bytes += event["encodedDataLength"]

    def _receive(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        self._answered.append(event["timestamp"])
        self._bytes += len(frame["payloadData"]) * (1 if frame["opcode"] == 1 else 3 / 4)  # else base64
