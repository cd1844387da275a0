"""One person's connection to a Streamlit server without a browser: Streamlit's own messages."""

import socket
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from benchmarks.widgets import KINDS, Widget, widget_in

EARLY = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_EARLY_FOR_RERUN")
RUNS_KEPT = 2  # Streamlit's global.maxCachedMessageAge


@dataclass(frozen=True)
class Rerun:
    """What one rerun took: seconds from the request to its last message, and bytes received."""

    seconds: float
    received: int
    charts: int
    exceptions: int


class Session:
    """Connects to `address`, opens `page` with `query`, and reruns it with changed widgets.

    As a browser does, it sends the value of every widget along, runs the fragment alone in which a widget
    was changed, and has a message that is already here told by its hash.
    """

    def __init__(self, address: str, page: str = "", query: str = "") -> None:
        # The second name stands where a browser puts its XSRF token; a session without cookies needs none.
        protocols: Any = ["streamlit", "no-token"]
        url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = connect(url, subprotocols=protocols, max_size=None, compression=None)
        self._socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._page, self._script, self._query = page, "", query
        self._widgets: dict[str, Widget] = {}
        self._drawn: set[str] = set()
        self._kept: dict[str, tuple[str, int]] = {}
        self._runs = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def rerun(self, **values: Any) -> Rerun:
        """Set widgets by a part of their label (spaces as _) and wait for the script to finish."""
        changed = [self._widget(label) for label in values]
        for widget, value in zip(changed, values.values(), strict=True):
            widget.set(value)
        fragments = {widget.fragment for widget in changed}
        fragment = fragments.pop() if len(fragments) == 1 else ""
        started = time.perf_counter()
        self._socket.send(self._wish(fragment).SerializeToString())
        rerun = self._until_finished(started)
        self._forget(fragment)
        return rerun

    def _wish(self, fragment: str) -> BackMsg:
        message = BackMsg()
        wish = message.rerun_script
        wish.fragment_id, wish.query_string = fragment, self._query
        wish.page_name, wish.page_script_hash = self._page, self._script
        wish.cached_message_hashes.extend(self._kept)
        for widget in self._widgets.values():
            widget.write(wish.widget_states.widgets.add())
        return message

    def _widget(self, label: str) -> Widget:
        asked = label.replace("_", " ")
        return next(widget for widget in self._widgets.values() if asked in widget.label)

    def _until_finished(self, started: float) -> Rerun:
        received = charts = exceptions = 0
        self._drawn.clear()
        while True:
            # Acknowledge at once, as a browser does: else the kernel waits 40 ms and the wait is measured.
            self._socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            raw = self._socket.recv(timeout=120)
            received += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            name = self._element(message)
            charts += name in {"vega_lite_chart", "arrow_vega_lite_chart"}
            exceptions += name == "exception"
            if message.WhichOneof("type") == "script_finished" and message.script_finished != EARLY:
                return Rerun(time.perf_counter() - started, received, charts, exceptions)

    def _element(self, message: ForwardMsg) -> str:
        """The kind of element that a message draws, whether it comes whole or as its hash; "" for others."""
        kind, name, key = message.WhichOneof("type"), "", message.hash
        if kind == "navigation":
            # from now on the page is known by its hash: a rerun that the script asks for needs it
            self._script, self._page = message.navigation.page_script_hash, ""
        if kind == "ref_hash":
            key = message.ref_hash
            name, _ = self._kept[key]
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            name = str(message.delta.new_element.WhichOneof("type"))
            if name in KINDS:
                self._draw(message.delta)
        if key and (kind == "ref_hash" or message.metadata.cacheable):
            self._kept[key] = (name, self._runs)
        return name

    def _draw(self, delta: Delta) -> None:
        widget = widget_in(delta.new_element, delta.fragment_id, self._widgets)
        self._widgets[widget.identity] = widget
        self._drawn.add(widget.identity)

    def _forget(self, fragment: str) -> None:
        """Let go of widgets this run no longer drew, and of messages that the last runs had no use for."""
        self._runs += 1
        self._kept = {key: kept for key, kept in self._kept.items() if kept[1] >= self._runs - RUNS_KEPT}
        for identity, widget in list(self._widgets.items()):
            if identity not in self._drawn and fragment in ("", widget.fragment):
                del self._widgets[identity]
