"""One person's connection to a Streamlit server without a browser: Streamlit's own messages."""

import socket
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

WIDGETS = {"slider": "double_array_value", "number_input": "double_value", "text_input": "string_value"}


@dataclass(frozen=True)
class Rerun:
    """What one rerun took: seconds from the request to its last message, and bytes received."""

    seconds: float
    received: int
    charts: int
    exceptions: int


@dataclass(frozen=True)
class Widget:
    """A widget on the page: its id, its kind, what it chooses from, and the fragment it belongs to."""

    identity: str
    kind: str
    options: tuple[str, ...]
    fragment: str


class Session:
    """Connects to `address`, opens `page` with `query`, and reruns it with changed widgets."""

    def __init__(self, address: str, page: str = "", query: str = "") -> None:
        # The second name stands where a browser puts its XSRF token; a session without cookies needs none.
        protocols: Any = ["streamlit", "no-token"]
        url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = connect(url, subprotocols=protocols, max_size=None, compression=None)
        self._socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._page, self._query = page, query
        self._widgets: dict[str, Widget] = {}
        self._values: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def rerun(self, **values: Any) -> Rerun:
        """Set widgets by a part of their label (spaces as _) and wait for the script to finish.

        As in a browser, a change inside a fragment runs that fragment alone.
        """
        self._values.update(values)
        message = BackMsg()
        message.rerun_script.fragment_id = self._fragment_of(values)
        message.rerun_script.query_string = self._query
        message.rerun_script.page_name = self._page
        for label, value in self._values.items():
            self._state(message, self._widget(label), value)
        started = time.perf_counter()
        self._socket.send(message.SerializeToString())
        return self._until_finished(started)

    def _fragment_of(self, values: dict[str, Any]) -> str:
        """The fragment that holds all these widgets, or "" for the whole page."""
        fragments = {self._widget(label).fragment for label in values}
        return fragments.pop() if len(fragments) == 1 else ""

    def _widget(self, label: str) -> Widget:
        asked = label.replace("_", " ")
        return next(widget for known, widget in self._widgets.items() if asked in known)

    def _state(self, message: BackMsg, widget: Widget, value: Any) -> None:
        state = message.rerun_script.widget_states.widgets.add()
        state.id = widget.identity
        if widget.options:
            state.string_array_value.data.append(widget.options[int(value) % len(widget.options)])
        elif widget.kind == "slider":
            state.double_array_value.data.append(float(value))
        else:
            setattr(state, WIDGETS[widget.kind], value)

    def _until_finished(self, started: float) -> Rerun:
        received = charts = exceptions = 0
        while True:
            # Acknowledge at once, as a browser does: else the kernel waits 40 ms and the wait is measured.
            self._socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            raw = self._socket.recv(timeout=120)
            received += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                name = element.WhichOneof("type")
                charts += name in {"vega_lite_chart", "arrow_vega_lite_chart"}
                exceptions += name == "exception"
                if name in WIDGETS:
                    widget = getattr(element, name)
                    options = tuple(widget.options) if name == "slider" else ()
                    fragment = message.delta.fragment_id
                    self._widgets[widget.label] = Widget(widget.id, name, options, fragment)
            elif kind == "script_finished":
                return Rerun(time.perf_counter() - started, received, charts, exceptions)
