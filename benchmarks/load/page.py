"""What a visitor knows of the page: its widgets, what they were set to, and the messages worth keeping."""

from dataclasses import dataclass
from typing import Any

from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

FIELDS = {
    "slider": "double_array_value",
    "number_input": "double_value",
    "text_input": "string_value",
    "text_area": "string_value",
}
_CHARTS = ("vega_lite_chart", "arrow_vega_lite_chart")
_RUNS_KEPT = 2
"""Streamlit's global.maxCachedMessageAge."""


def named(element: Element) -> str:
    """The kind of an element; "chart" for every kind of chart."""
    name = str(element.WhichOneof("type"))
    return "chart" if name in _CHARTS else name


@dataclass(frozen=True)
class Widget:
    """A widget on the page: its id, its kind, what it chooses from, and the fragment it belongs to."""

    identity: str
    kind: str
    options: tuple[str, ...]
    fragment: str


class Page:
    """Widgets by label, messages that need not be sent again, and what was shown.

    `texts` since values were last set, `exceptions` since the page was opened, also in reruns that nobody
    asked for.
    """

    def __init__(self) -> None:
        self._widgets: dict[str, Widget] = {}
        self._values: dict[str, Any] = {}
        self._kept: dict[str, tuple[str, int]] = {}
        self._run = 0
        self.texts: list[str] = []
        self.exceptions: list[str] = []

    def see(self, delta: Delta, name: str, key: str) -> None:
        """Take in one element; `key` is the hash of its message, if the message is worth keeping."""
        element = delta.new_element
        if key:
            self._kept[key] = (name, self._run)
        if name in FIELDS:
            widget = getattr(element, name)
            options = tuple(widget.options) if name == "slider" else ()
            self._widgets[widget.label] = Widget(widget.id, name, options, delta.fragment_id)
        elif name in ("text", "code", "markdown"):
            self.texts.append(element.code.code_text if name == "code" else getattr(element, name).body)
        elif name == "exception":
            self.exceptions.append(element.exception.message)

    def set(self, values: dict[str, Any]) -> str:
        """Remember values by a part of their label; the fragment that holds them all, or "" for the page."""
        self.texts.clear()
        self._values.update({self._label(part): value for part, value in values.items()})
        fragments = {self._widgets[self._label(part)].fragment for part in values}
        return fragments.pop() if len(fragments) == 1 else ""

    def write(self, states: WidgetStates) -> None:
        """Put all values that were set into a message."""
        for label, value in self._values.items():
            self._state(states.widgets.add(), self._widgets[label], value)

    def kept(self) -> list[str]:
        """The hashes of the messages that are here."""
        return list(self._kept)

    def is_chart(self, key: str) -> bool:
        """Whether the message with this hash is a chart; it stays for two more runs."""
        name, _ = self._kept.get(key, ("", 0))
        self._kept[key] = (name, self._run)
        return name == "chart"

    def age(self) -> None:
        """A run is over: let go of what the last runs had no use for."""
        self._run += 1
        self._kept = {key: kept for key, kept in self._kept.items() if kept[1] >= self._run - _RUNS_KEPT}

    def _label(self, part: str) -> str:
        try:
            return next(label for label in self._widgets if part in label)
        except StopIteration:
            raise LookupError(f"there is no widget called {part!r} among {sorted(self._widgets)}") from None

    def _state(self, state: WidgetState, widget: Widget, value: Any) -> None:
        state.id = widget.identity
        if widget.options:
            state.string_array_value.data.append(widget.options[int(value) % len(widget.options)])
        elif widget.kind == "slider":
            state.double_array_value.data.append(float(value))
        else:
            setattr(state, FIELDS[widget.kind], value)
