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


class Session:
    """Connects to `address`, opens `page` with `query`, and reruns it with changed widgets."""

    def __init__(self, address: str, page: str = "", query: str = "") -> None:
        # The second name stands where a browser puts its XSRF token; a session without cookies needs none.
        protocols: Any = ["streamlit", "no-token"]
        url = address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = connect(url, subprotocols=protocols, max_size=None, compression=None)
        self._socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._page, self._query = page, query
        self._labels: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        self._values: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def rerun(self, **values: Any) -> Rerun:
        """Set widgets by a part of their label (spaces as _) and wait for the script to finish."""
        self._values.update(values)
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_name = self._page
        for label, value in self._values.items():
            self._state(message, label.replace("_", " "), value)
        started = time.perf_counter()
        self._socket.send(message.SerializeToString())
        return self._until_finished(started)

    def _state(self, message: BackMsg, label: str, value: Any) -> None:
        identity, kind, options = next(entry for known, entry in self._labels.items() if label in known)
        state = message.rerun_script.widget_states.widgets.add()
        state.id = identity
        if options:
            state.string_array_value.data.append(options[int(value) % len(options)])
        elif kind == "slider":
            state.double_array_value.data.append(float(value))
        else:
            setattr(state, WIDGETS[kind], value)

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
                    self._labels[widget.label] = (widget.id, name, options)
            elif kind == "script_finished":
                return Rerun(time.perf_counter() - started, received, charts, exceptions)
