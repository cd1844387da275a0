"""The named examples of a lesson: picking one, going back to it, and what to notice in it."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.examples import EXAMPLES, Example
from ui import address, messages

PICKER = "examples"


def example_picker(lesson: str) -> None:
    """The examples of the lesson, and the way back to the one in hand."""
    picker = st.popover("Examples", icon=":material/lightbulb:", key=PICKER, on_change="rerun")
    if picker.open:
        with picker, st.container(gap=None):
            for example in EXAMPLES.get(lesson, ()):
                st.button(
                    example.title,
                    key=f"example: {example.name}",
                    type="tertiary",
                    on_click=_take,
                    args=(lesson, example.name),
                )
    st.button(
        "Reset",
        help="Reset to the example in hand",
        icon=":material/restart_alt:",
        key="reset to example",
        on_click=_take,
        args=(lesson, st.session_state.get(_taken(lesson), "")),
    )


def what_to_notice(lesson: str) -> None:
    """What the example on screen shows, as long as its values stand."""
    example = example_on_screen(EXAMPLES.get(lesson, ()), address.text)
    if example is not None:
        messages.tell(example.notice, icon=":gray[:material/lightbulb:]")


def example_on_screen(examples: Sequence[Example], text_of: Callable[[str], str]) -> Example | None:
    """The example all of whose values are on screen; of several the one that names most."""
    shown = [one for one in examples if all(text_of(name) == text for name, text in one.values.items())]
    return max(shown, key=lambda one: len(one.values), default=None)


def take_neighbour(lesson: str, by: int) -> None:
    """Set the example `by` places after the one on screen, or after the one in hand, round and round."""
    names = [example.name for example in EXAMPLES[lesson]]
    shown = example_on_screen(EXAMPLES[lesson], address.text)
    here = shown.name if shown else st.session_state.get(_taken(lesson), "")
    place = names.index(here) if here in names else -1 if by > 0 else 0
    _take(lesson, names[(place + by) % len(names)])


def _take(lesson: str, name: str) -> None:
    """Set an example, and everything it does not name to the default; without a name, all defaults."""
    st.session_state[PICKER] = False
    st.session_state[_taken(lesson)] = name
    values = {example.name: example.values for example in EXAMPLES.get(lesson, ())}
    address.restart(values.get(name, {}))


def _taken(lesson: str) -> str:
    return f"example in hand: {lesson}"
