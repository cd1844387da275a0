"""The session without a browser sends what a browser would send: the value of every widget."""

import pytest
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.widgets import Widget, widget_in


def state_of(widget: Widget) -> WidgetState:
    state = WidgetState()
    widget.write(state)
    return state


def rates(default: int) -> Element:
    element = Element()
    element.slider.id, element.slider.label = "eta", "Learning rate η"
    element.slider.options.extend(["0.1", "0.2", "0.4"])
    element.slider.default.append(default)
    return element


def test_a_slider_over_a_list_sends_the_text_of_its_place_counted_round() -> None:
    widget = widget_in(rates(default=1), "", {})
    assert list(state_of(widget).string_array_value.data) == ["0.2"]
    widget.set(5)
    assert list(state_of(widget).string_array_value.data) == ["0.4"]


def test_a_slider_over_numbers_sends_the_number() -> None:
    element = Element()
    element.slider.id = "plain"
    element.slider.default.append(0.4)
    widget = widget_in(element, "", {})
    assert list(state_of(widget).double_array_value.data) == [0.4]
    widget.set(0.5)
    assert list(state_of(widget).double_array_value.data) == [0.5]


def test_what_a_person_set_stays_when_the_widget_is_drawn_again() -> None:
    known = widget_in(rates(default=0), "", {})
    known.set(2)
    again = widget_in(rates(default=0), "part", {"eta": known})
    assert (again.value, again.fragment) == (["0.4"], "part")


def test_what_the_page_sets_wins_over_what_a_person_set() -> None:
    known = widget_in(rates(default=0), "", {})
    known.set(2)
    element = rates(default=0)
    element.slider.set_value = True
    element.slider.raw_value.append("0.2")
    assert widget_in(element, "", {"eta": known}).value == ["0.2"]


@pytest.mark.parametrize("kind", ["button_group", "selectbox"])
def test_a_choice_that_nobody_touched_sends_its_default(kind: str) -> None:
    element = Element()
    message = getattr(element, kind)
    message.id = "dim"
    if kind == "selectbox":
        message.options.extend(["f(x)", "f(x, y)"])
        message.default = 1
        assert state_of(widget_in(element, "", {})).string_value == "f(x, y)"
    else:
        for option in ("f(x)", "f(x, y)"):
            message.options.add().content = option
        message.default.append(1)
        assert list(state_of(widget_in(element, "", {})).string_array_value.data) == ["f(x, y)"]
