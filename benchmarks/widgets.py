"""The widgets of a page as a browser remembers them: what each one shows is sent along with every rerun."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass
class Widget:
    """A widget: its id and label, its kind, what it chooses from, the fragment it belongs to, its value."""

    identity: str
    label: str
    kind: str
    options: tuple[str, ...]
    fragment: str
    value: Any

    @property
    def field(self) -> str:
        """The field of a WidgetState that holds such a value."""
        return "string_array_value" if self.kind == "slider" and self.options else KINDS[self.kind].field

    def set(self, value: Any) -> None:
        """What a person does; on a slider over a list `value` is a place in it, counted round."""
        if self.kind == "slider":
            self.value = [self.options[int(value) % len(self.options)] if self.options else float(value)]
        else:
            self.value = value

    def write(self, state: WidgetState) -> None:
        """Put the value into a message."""
        state.id = self.identity
        if self.field.endswith("_array_value"):
            getattr(state, self.field).data.extend(self.value)
        elif self.value is not None:
            setattr(state, self.field, self.value)


@dataclass(frozen=True)
class Kind:
    """Where the value of a kind of widget stands: in a state, in its message, and at first."""

    field: str
    value: str
    first: Callable[[Any], Any]


def _plain(widget: Any) -> Any:
    return widget.default


def _several(widget: Any) -> list[Any]:
    options = [getattr(option, "content", option) for option in widget.options]
    return [options[int(nth)] for nth in widget.default] if options else list(widget.default)


def _one(widget: Any) -> str | None:
    return widget.options[widget.default] if widget.HasField("default") else None


KINDS = {
    "slider": Kind("double_array_value", "value", _several),
    "number_input": Kind("double_value", "value", _plain),
    "text_input": Kind("string_value", "value", _plain),
    "text_area": Kind("string_value", "value", _plain),
    "checkbox": Kind("bool_value", "value", _plain),
    "button_group": Kind("string_array_value", "raw_values", _several),
    "multiselect": Kind("string_array_value", "raw_values", _several),
    "selectbox": Kind("string_value", "raw_value", _one),
    "radio": Kind("string_value", "raw_value", _one),
}


def widget_in(element: Element, fragment: str, known: Mapping[str, Widget]) -> Widget:
    """The widget that this message draws; what a person has set in it stays, unless the page sets it."""
    name = str(element.WhichOneof("type"))
    message, kind = getattr(element, name), KINDS[name]
    listed = getattr(message, "options", ())
    options = tuple(str(getattr(option, "content", option)) for option in listed)
    if message.set_value:
        shown = getattr(message, "raw_value" if name == "slider" and options else kind.value)
        value = list(shown) if hasattr(shown, "extend") else shown
    elif message.id in known:
        value = known[message.id].value
    else:
        value = kind.first(message)
    return Widget(message.id, message.label, name, options, fragment, value)
