"""What a person sets: functions, numbers, choices. Each control shows and keeps one key of the address.

The value goes to Streamlit twice: in the session, which counts, and as the control's default. A browser in a
hurry may skip a run's message; a control that it then draws for the first time starts from its default.
"""

from collections.abc import Mapping, Sequence
from time import monotonic

import streamlit as st

from core.descent import start_keys
from ui import address, messages
from ui.keys import Value, canonical
from ui.knobs import KNOBS, Row, key_name, rail

_EXACT_WIDTH = 140
_LEAST_PLAIN, _LEAST_LONG = 1e-4, 1e6
_IN_FLIGHT = 1.0  # seconds in which a box may still answer with what it showed before

# Round numbers close enough together for a slider that multiplies: each is at most a quarter above the last.
_MANTISSAS = (1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9)
RAILS: Mapping[str, tuple[float | int, ...]] = {
    "eta": (*(float(f"{m}e{p}") for p in range(-4, 1) for m in _MANTISSAS), 10.0),
    "eps": (*(float(f"{m}e{p}") for p in range(-4, 1) for m in _MANTISSAS), 10.0),
    "x0": tuple(k / 10 for k in range(-50, 51)),
    "px": tuple(k / 10 for k in range(-50, 51)),
    "py": tuple(k / 10 for k in range(-50, 51)),
    "angle": tuple(range(-180, 181, 5)),
    "base": tuple(k / 10 for k in range(1, 101)),
    "h": (*(float(f"{m}e{p}") for p in range(-17, 0) for m in (1, 2, 5)), 1.0),
    "fraction": (*(float(f"{m}e{p}") for p in range(-7, 0) for m in (1, 2, 5)), 1.0),
    "lo": tuple(-k / 100 for k in range(1, 11)),
    "hi": tuple(k / 100 for k in range(1, 11)),
    "places": tuple(range(100, 1001, 100)),
    "addend": tuple(float(f"{m}e{p}") for p in range(-18, 0) for m in (1, 1.2, 2, 5)),
    "digits": tuple(range(1, 31)),
    "at": tuple(range(-30, 31)),
    "terms": tuple(range(1, 101)),
    "power": (*range(-800, 0, 10), *range(-20, 21), *range(30, 801, 10), 709),
    "shift": (*range(-1000, 0, 100), *range(0, 100, 10), *range(100, 1001, 50), 11_000),
    "coefficient": tuple(10.0**k for k in range(1, 13)),
    "near": tuple(float(f"{m}e{p}") for p in range(-10, 0) for m in (1, 2, 5)),
    "count": (*(m * 10**p for p in range(6) for m in (1, 2, 5)), 1_000_000),
    "force": tuple(k / 10 for k in range(1, 61)),
    "golf_eta": (*(float(f"{m}e{p}") for p in range(-7, -2) for m in (1, 1.2, 1.5, 2, 3, 5, 7)), 0.01),
    "yhat": (0.001, *(k / 100 for k in range(1, 100)), 0.999),
    "batch": (1, 2, 3, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 250, 500),
    "epochs": (1, 2, 3, 5, 10, 20, 30, 50, 60, 100, 150, 200, 300, 500, 1000, 1500, 2000),
    **{name: rail(knob) for name, knob in KNOBS.items()},
}


def number(name: str, step: float = 0.1, label: str = "") -> float:
    """A box for an exact number; the arrows move it by `step`. `label`: where it is called otherwise here."""
    begin(name)
    shown, called = address.number(name), label or address.key_of(name).label
    _keep(name, st.number_input(called, value=shown, key=name, step=step, format="%g"))
    return address.number(name)


def whole_number(name: str) -> int:
    """A box for a whole number."""
    begin(name)
    shown = address.whole(name)
    _keep(name, st.number_input(address.key_of(name).label, value=shown, key=name, step=1, format="%d"))
    return address.whole(name)


def start_and_steps(dimension: int, count: str = "steps") -> tuple[tuple[float, ...], int]:
    """Where a run starts and how many steps it takes, side by side; `count` is the key of the latter."""
    keys = start_keys(dimension)
    with st.container(horizontal=True, gap="small"):
        return tuple(number(key) for key in keys), whole_number(count)


def optional_number(name: str) -> float | None:
    """A box for an exact number that may stay empty; empty means automatic."""
    begin(name)
    label = address.key_of(name).label
    _keep(name, st.number_input(label, value=None, key=name, step=0.1, format="%g", placeholder="automatic"))
    return address.optional(name)


def slider(name: str, stops: Sequence[float] = ()) -> float:
    """A slider over the round numbers of `RAILS`, and a box for the exact one: both are the same value.

    `stops`: what it stops at instead, where that depends on something else.
    """
    begin(name)
    shown = address.number(name)
    rail = sorted({*(stops or RAILS[name]), shown})
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _keep(name, st.select_slider(address.key_of(name).label, rail, shown, canonical, key=name))
        _exact(name)
    _note(name)
    return address.number(name)


def choice(name: str, labels: Mapping[str, str], *, bare: bool = False) -> str:
    """One of a few, by its label; `bare` where the options say by themselves what they are."""
    begin(name)
    chosen = st.segmented_control(
        address.key_of(name).label,
        list(labels),
        default=address.text(name),
        format_func=labels.__getitem__,
        key=name,
        required=True,
        label_visibility="collapsed" if bare else "visible",
    )
    _keep(name, chosen)
    return address.text(name)


def menu(name: str, labels: Mapping[str, str]) -> str:
    """One of many, by its label, in a list that opens."""
    begin(name)
    key, shown = address.key_of(name), list(labels).index(address.text(name))
    _keep(name, st.selectbox(key.label, list(labels), shown, labels.__getitem__, key=name))
    return address.text(name)


def several(name: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Any of many, by their labels, in the order they were picked."""
    begin(name)
    shown = address.several(name)
    picked = st.multiselect(
        address.key_of(name).label, list(labels), shown, format_func=labels.__getitem__, key=name
    )
    _keep(name, tuple(picked))
    return address.several(name)


def knob_values(row: Row) -> tuple[tuple[str, float], ...]:
    """The row's knobs as the page now holds them, by name."""
    return tuple((knob.name, address.number(key_name(row, knob))) for knob in row.knobs)


def knobs(row: Row) -> None:
    """A slider for each knob of a row."""
    for knob in row.knobs:
        slider(key_name(row, knob))


def switch(name: str) -> bool:
    """On or off."""
    begin(name)
    _keep(name, st.toggle(address.key_of(name).label, address.value(name) is True, key=name))
    return address.value(name) is True


def _exact(name: str) -> None:
    """The box beside a slider: the same value, to be typed.

    It stays the same box for every value: a new one for each cost the browser 11 ms of every redraw.
    """
    key, current = f"{name}: exactly", address.number(name)
    shown = st.session_state.get(f"{key}, shown")
    if key not in st.session_state or shown != current:
        st.session_state[f"{key}, before"] = {**_in_flight(key), shown: monotonic()}
        st.session_state[key] = st.session_state[f"{key}, shown"] = current
    st.number_input(
        f"{address.key_of(name).label}, exactly",
        value=current,
        key=key,
        step=1 if isinstance(current, int) else None,
        format=_written(current),
        label_visibility="collapsed",
        width=_EXACT_WIDTH,
        on_change=_from_exact,
        args=(name, key),
    )


def _written(value: float) -> str:
    """The format in which a number fits into its box.

    >>> _written(500), _written(0.01), _written(1e-6)
    ('%d', '%g', '%e')
    """
    if isinstance(value, int):
        return "%d"
    return "%g" if value == 0 or _LEAST_PLAIN <= abs(value) < _LEAST_LONG else "%e"


def _from_exact(name: str, key: str) -> None:
    """Take over what was typed.

    In a hurry the box may still answer with what it showed before the slider moved, and would push the slider
    back: such an answer is not taken.
    """
    typed = st.session_state[key]
    if typed in _in_flight(key):
        st.session_state[key] = address.number(name)
    else:
        address.go({name: typed}, entry=False)


def _in_flight(key: str) -> dict[float | None, float]:
    """What a box showed before, and when that was replaced, as long as it may still answer so."""
    before: dict[float | None, float] = st.session_state.get(f"{key}, before", {})
    return {value: at for value, at in before.items() if monotonic() - at < _IN_FLIGHT}


def begin(name: str) -> None:
    """A control that comes back on screen shows what the page holds."""
    if name not in st.session_state:
        st.session_state[name] = address.value(name)


def _keep(name: str, entered: Value) -> None:
    """Keep what a control shows; what cannot be kept is said under it."""
    with messages.explained():
        address.keep(name, entered)


def _note(name: str) -> None:
    if name in address.notes():
        messages.tell(address.notes()[name])
