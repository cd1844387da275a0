"""One visitor among many, without a browser: Streamlit's own messages over asyncio.

As in a browser, a change inside a fragment runs that fragment alone, what is asked to run again after a while
is run again, and a message that is already here comes as its hash.
"""

import asyncio
import contextlib
import time
from dataclasses import dataclass, field
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.load.page import Page, named

_EARLY = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_EARLY_FOR_RERUN")
_UNREADABLE = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_WITH_COMPILE_ERROR")


@dataclass
class Rerun:
    """One rerun: seconds from `began` to its last message, bytes, pictures, and exceptions shown."""

    began: float
    seconds: float = 0.0
    received: int = 0
    charts: int = 0
    exceptions: list[str] = field(default_factory=list)


class Visitor:
    """Opens `page` with `query` at `address`; comes from `host`, one of loopback's many addresses."""

    def __init__(self, address: str, page: str = "", query: str = "", host: str = "127.0.0.1") -> None:
        self._url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._place, self._query, self._host = page, query, host
        self.page = Page()
        self._current: Rerun | None = None
        self._asked = self._script = ""
        self._told = 0
        self._served = False
        self._running = ""
        self._finished = asyncio.Event()
        self._again: dict[str, asyncio.Task[None]] = {}

    async def __aenter__(self) -> Self:
        # The second name stands where a browser puts its XSRF token; a visitor without cookies needs none.
        protocols: Any = ["streamlit", "no-token"]
        self._socket: ClientConnection = await connect(
            self._url, subprotocols=protocols, max_size=None, local_addr=(self._host, 0), open_timeout=60
        )
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in (*self._again.values(), self._reader):
            task.cancel()
        await self._socket.close()
        with contextlib.suppress(asyncio.CancelledError):
            await self._reader

    async def rerun(
        self, values: dict[str, Any] | None = None, *, since: float | None = None, patience: float = 60.0
    ) -> Rerun:
        """Set widgets by a part of their label and wait until the script is done with it.

        `since`: when this was due, if it is late (time.perf_counter). Raises TimeoutError after `patience`
        seconds and ConnectionError when the server hangs up.
        """
        self._asked = self.page.set(values or {})
        self._running, self._served, self._finished = "", False, asyncio.Event()
        self._current = rerun = Rerun(time.perf_counter() if since is None else since)
        await self._send(self._asked)
        async with asyncio.timeout(patience):
            await self._finished.wait()
        if self._reader.done():
            self._reader.result()
            raise ConnectionError("the server hung up")
        return rerun

    async def _send(self, fragment: str, *, by_itself: bool = False) -> None:
        message = BackMsg()
        asked = message.rerun_script
        asked.fragment_id, asked.is_auto_rerun = fragment, by_itself
        asked.query_string, asked.page_name, asked.page_script_hash = self._query, self._place, self._script
        asked.cached_message_hashes.extend(self.page.kept())
        self.page.write(asked.widget_states)
        await self._socket.send(message.SerializeToString())

    async def _read(self) -> None:
        """Takes messages until the server hangs up; whoever waits then need not wait any longer."""
        try:
            async for raw in self._socket:
                message = ForwardMsg()
                message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
                if self._current is not None:
                    self._current.received += len(raw)
                self._take(message)
        finally:
            self._finished.set()

    def _take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self._running = message.metadata.run.script_run_id
                if not message.metadata.run.fragment_ids:
                    self._stop(*self._again)
            case "navigation":
                # from now on the page is known by its hash: a rerun that the script asks for needs it
                self._script, self._place = message.navigation.page_script_hash, ""
            case "delta" if message.delta.WhichOneof("type") == "new_element":
                self._see(message.delta, message.hash if message.metadata.cacheable else "")
            case "ref_hash" if self._current is not None:
                self._current.charts += self.page.is_chart(message.ref_hash)
            case "auto_rerun":
                self._run_again(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            case "stop_auto_rerun":
                self._stop(*message.stop_auto_rerun.fragment_ids)
            case "script_finished":
                self._end(message)

    def _see(self, delta: Delta, key: str) -> None:
        name = named(delta.new_element)
        self.page.see(delta, name, key)
        if self._current is not None:
            self._current.charts += name == "chart"

    def _end(self, message: ForwardMsg) -> None:
        """A run is over: the one that was asked for, or another that began before it or by itself.

        A run that ends early has been drawn, but another follows at once, and only then is the page still.
        """
        self.page.age()
        rerun, run = self._current, message.metadata.run
        if rerun is None or run.script_run_id != self._running:
            return
        self._served |= not run.fragment_ids or self._asked in run.fragment_ids
        if not self._served or message.script_finished == _EARLY:
            return
        if message.script_finished == _UNREADABLE:
            self.page.exceptions.append("the page could not be read")
        rerun.exceptions = self.page.exceptions[self._told :]
        self._told = len(self.page.exceptions)
        rerun.seconds = time.perf_counter() - rerun.began
        self._current = None
        self._finished.set()

    def _run_again(self, fragment: str, interval: float) -> None:
        async def again() -> None:
            while True:
                await asyncio.sleep(interval)
                await self._send(fragment, by_itself=True)

        self._stop(fragment)
        self._again[fragment] = asyncio.create_task(again())

    def _stop(self, *fragments: str) -> None:
        for fragment in fragments:
            if fragment in self._again:
                self._again.pop(fragment).cancel()
