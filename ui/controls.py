"""What a person sets: functions, numbers, choices. Each control shows and keeps one key of the address."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from core.descent import start_keys
from core.examples import EXAMPLES, Example
from core.expression import Expression, ExpressionError, UnfinishedExpression
from ui import address, messages
from ui.cached import parsed
from ui.keys import FUNCTION_VARIABLES, canonical
from ui.language import language_popover

_EXACT_WIDTH = 132
_LONGEST_TYPED = 1000  # the language stops at 300 with a sentence; beyond this nothing is sent at all

# Round numbers close enough together for a slider that multiplies: each is at most a quarter above the last.
_MANTISSAS = (1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9)
RAILS: Mapping[str, tuple[float | int, ...]] = {
    "eta": (*(float(f"{m}e{p}") for p in range(-4, 1) for m in _MANTISSAS), 10.0),
    "steps": (*range(1, 21), 25, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000),
}


def function_input(name: str, lesson: str) -> Expression:
    """The text under the key `name` with echo, help and examples; the last good function while one types."""
    variables = FUNCTION_VARIABLES[name]
    _begin(name)
    problem = _problem(st.session_state[name], name)
    left, right = st.columns([2, 1], vertical_alignment="bottom", gap="medium")
    with left, st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.text_input(
            address.key_of(name).label,
            key=name,
            live="300ms",
            max_chars=_LONGEST_TYPED,
            autocomplete="off",
            icon=_icon(problem),
        )
        language_popover()
        example_picker(lesson)
    function = parsed(address.text(name), variables)
    with right, st.container(key="echo"):
        if isinstance(problem, UnfinishedExpression):
            messages.tell(str(problem), icon=":gray[:material/more_horiz:]")
        else:
            # A long formula breaks at its signs in a line of text; st.latex would run out of the screen.
            st.markdown(rf"$\displaystyle f({', '.join(variables)}) = {function.latex}$")
    if problem is not None and not isinstance(problem, UnfinishedExpression):
        messages.point_at(st.session_state[name], problem.position, str(problem))
    return function


def number(name: str, step: float = 0.1) -> float:
    """A box for an exact number; the arrows move it by `step`."""
    _begin(name)
    _keep(name, st.number_input(address.key_of(name).label, key=name, step=step, format="%g"))
    return address.number(name)


def whole_number(name: str) -> int:
    """A box for a whole number."""
    _begin(name)
    _keep(name, st.number_input(address.key_of(name).label, key=name, step=1, format="%d"))
    return address.whole(name)


def start_and_steps(dimension: int) -> tuple[tuple[float, ...], int]:
    """Where a run starts and how many steps it takes, side by side."""
    keys = start_keys(dimension)
    *places, last = st.columns(len(keys) + 1, gap="small")
    start = []
    for key, place in zip(keys, places, strict=True):
        with place:
            start.append(number(key))
    with last:
        return tuple(start), whole_number("steps")


def optional_number(name: str) -> float | None:
    """A box for an exact number that may stay empty; empty means automatic."""
    _begin(name)
    label = address.key_of(name).label
    _keep(name, st.number_input(label, value=None, key=name, step=0.1, format="%g", placeholder="automatic"))
    return address.optional(name)


def slider(name: str) -> float:
    """A slider over the round numbers of `RAILS`, and a box for the exact one: both are the same value."""
    _begin(name)
    rail = sorted({*RAILS[name], address.number(name)})
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _keep(name, st.select_slider(address.key_of(name).label, rail, format_func=canonical, key=name))
        _exact(name)
    _note(name)
    return address.number(name)


def choice(name: str, labels: Mapping[str, str], *, bare: bool = False) -> str:
    """One of a few, by its label; `bare` where the options say by themselves what they are."""
    _begin(name)
    chosen = st.segmented_control(
        address.key_of(name).label,
        list(labels),
        format_func=labels.__getitem__,
        key=name,
        required=True,
        label_visibility="collapsed" if bare else "visible",
    )
    _keep(name, chosen)
    return address.text(name)


def menu(name: str, labels: Mapping[str, str]) -> str:
    """One of many, by its label, in a list that opens."""
    _begin(name)
    key = address.key_of(name)
    _keep(name, st.selectbox(key.label, list(labels), format_func=labels.__getitem__, key=name))
    return address.text(name)


def switch(name: str) -> bool:
    """On or off."""
    _begin(name)
    _keep(name, st.toggle(address.key_of(name).label, key=name))
    return address.value(name) is True


def example_picker(lesson: str) -> None:
    """The examples of the lesson, and the way back to the one in hand."""
    picker = st.popover("Examples", icon=":material/lightbulb:", key="examples", on_change="rerun")
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
    """The example all of whose values are on screen."""
    for example in examples:
        if all(text_of(name) == text for name, text in example.values.items()):
            return example
    return None


def _take(lesson: str, name: str) -> None:
    """Set an example, and everything it does not name to the default; without a name, all defaults."""
    st.session_state[_taken(lesson)] = name
    values = {example.name: example.values for example in EXAMPLES.get(lesson, ())}
    address.restart(values.get(name, {}))


def _taken(lesson: str) -> str:
    return f"example in hand: {lesson}"


def _exact(name: str) -> None:
    """The box beside a slider. It is a new box for each value: one that lives on would answer late with the
    value before, and so push the slider back.
    """
    current = address.number(name)
    key = f"{name}: exactly {canonical(current)}"
    st.number_input(
        f"{address.key_of(name).label}, exactly",
        value=current,
        key=key,
        step=1 if isinstance(current, int) else None,
        format="%d" if isinstance(current, int) else "%g",
        label_visibility="collapsed",
        width=_EXACT_WIDTH,
        on_change=_from_exact,
        args=(name, key, current),
    )


def _from_exact(name: str, key: str, shown: float) -> None:
    """Take over what was typed; a box that merely answers late still has the value it was made with."""
    if st.session_state[key] != shown:
        address.go({name: st.session_state[key]}, entry=False)


def _begin(name: str) -> None:
    """A control that comes back on screen shows what the page holds."""
    if name not in st.session_state:
        st.session_state[name] = address.value(name)


def _keep(name: str, entered: str | float | int | bool | None) -> None:
    """Keep what a control shows; what cannot be kept is said under it."""
    with messages.explained():
        address.keep(name, entered)


def _note(name: str) -> None:
    if name in address.notes():
        messages.tell(address.notes()[name])


def _problem(text: str, name: str) -> ExpressionError | None:
    """Keep the text if it is a function; else what is wrong with it."""
    try:
        address.keep(name, text)
    except ExpressionError as error:
        return error
    return None


def _icon(problem: ExpressionError | None) -> str:
    if problem is None:
        return ":material/function:"
    if isinstance(problem, UnfinishedExpression):
        return ":material/more_horiz:"
    return ":material/error:"
