"""The address is the state: a link reopens what was on screen, and Back and Forward lead through it.

The values of a page live here as text, one dict per page in the session. They come from the address when a
page is entered or when Back or Forward was pressed; after that the widgets lead and the address follows.
Defaults are left out of the address. The functions f and g are shared by all lessons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import cast

import streamlit as st

from core.errors import CalculusError
from ui import address_bar
from ui.keys import FUNCTION_VARIABLES, KEYS, PRESENT, Key, Value, canonical, read_function

_PAGE = "address: page"
_VALUES = "address: values"
_FUNCTIONS = "address: functions"
_NOTES = "address: notes"
_REFUSED = "address: refused"
_WRITTEN = "address: written"
_ENTRY = "address: entry"
_TYPING_PAUSE = 2.0  # seconds


@dataclass(frozen=True)
class Written:
    """What the address says: the values, when they were written (None: they came with it), and how.

    A function while it is typed is one entry, however often the typing pauses; numbers and choices stay
    within the entry they are in.
    """

    values: dict[str, str]
    at: float | None = None
    entry: bool = False
    changed: frozenset[str] = frozenset()

    def followed_by(self, values: Mapping[str, str], at: float, asked: bool) -> "Written":
        """The next state of the address; `asked` is the wish for an entry of its own."""
        changed = frozenset(name for name in values if values[name] != self.values.get(name))
        typing = len(changed) == 1 and changed <= FUNCTION_VARIABLES.keys()
        goes_on = typing and changed == self.changed and at - (self.at or -inf) < _TYPING_PAUSE
        return Written(dict(values), at, asked or (typing and not goes_on), changed)


def enter(page: str) -> None:
    """Begin a run of `page`: take over the address if the page is new or Back or Forward was pressed."""
    arrived = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page
    if arrived or address_bar.came_by_history():
        asked = st.query_params.to_dict()
        _all_values()[page], st.session_state[_REFUSED] = resolved(page, asked)
        st.session_state[_NOTES] = {}
        st.session_state[_WRITTEN] = Written(dict(_values()))
        _bring_functions(asked)
        for key in KEYS.get(page, ()):
            st.session_state[key.name] = value(key.name)


def resolved(page: str, asked: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The text of every key as an address asks for it, and the keys whose wish cannot be granted."""
    values, refused = {}, []
    for key in KEYS.get(page, ()):
        try:
            values[key.name] = canonical(key.read(asked.get(key.name, key.default)))
        except CalculusError:
            values[key.name] = key.default
            refused.append(key.name)
    return values, tuple(refused)


def key_of(name: str) -> Key:
    """The row of the table of keys for the page on screen."""
    return next(key for key in KEYS[_page()] if key.name == name)


def has(name: str) -> bool:
    """Whether the page on screen has this key."""
    return _has(_page(), name)


def value(name: str) -> Value:
    """What the page now holds under this key."""
    return key_of(name).read(_values()[name])


def number(name: str) -> float:
    """The number the page now holds under this key."""
    return cast(float, value(name))


def optional(name: str) -> float | None:
    """The number the page now holds under this key, if any."""
    return cast(float | None, value(name))


def whole(name: str) -> int:
    """The whole number the page now holds under this key."""
    return cast(int, value(name))


def several(name: str) -> tuple[str, ...]:
    """The options the page now holds under this key."""
    return cast(tuple[str, ...], value(name))


def text(name: str) -> str:
    """What the page now holds under this key, as the address writes it."""
    return _values()[name]


def keep(name: str, new: Value) -> None:
    """A widget shows this now; the address follows at the end of the run.

    Raises CalculusError for what the key cannot hold; nothing changes then.
    """
    key = key_of(name)
    changed = canonical(key.read(canonical(new)))
    if changed == _values()[name]:
        return
    _values()[name] = changed
    notes().pop(name, None)
    st.session_state[_REFUSED] = tuple(other for other in refused() if other != name)
    if name in FUNCTION_VARIABLES:
        _functions()[name] = changed
        if changed == key.default:  # the next lesson then starts with its own
            del _functions()[name]


def go(values: Mapping[str, Value], *, entry: bool = True) -> None:
    """Set several values at once from a callback: an example, reset, a click.

    Together they are one history entry, or none with entry=False. A value that cannot be used leaves a note
    at its control, and the old one stands.
    """
    for name, new in values.items():
        try:
            keep(name, new)
        except CalculusError as error:
            notes()[name] = str(error)
        else:
            st.session_state[name] = value(name)
    st.session_state[_ENTRY] = entry


def restart(values: Mapping[str, Value]) -> None:
    """Set these values, and the default of every other key of the page; who presents goes on presenting."""
    go({key.name: values.get(key.name, key.default) for key in KEYS[_page()] if key.name != PRESENT})


def follow() -> None:
    """Let the address say what is on screen: the last call of a page."""
    before: Written = st.session_state[_WRITTEN]
    asked = bool(st.session_state.pop(_ENTRY, False))
    if before.values != _values():
        st.session_state[_WRITTEN] = before = before.followed_by(_values(), monotonic(), asked)
    wanted = None if before.at is None else _beyond_defaults(_page())
    address_bar.write(_page(), wanted, entry=before.entry)


def carried(page: str) -> dict[str, str]:
    """The address that leads to `page` from here: the functions in hand, and what was last set there.

    A talk goes on from lesson to lesson, so presenter view is as on the page left, not as last seen there.
    """
    presenting = {PRESENT: _values()[PRESENT]} if is_presenting() and _has(page, PRESENT) else {}
    return {**_plain(page), **_functions(), **presenting}


def shared() -> dict[str, str]:
    """The address of what is on screen, for someone else; whether they present is for them to say."""
    return _plain(_page())


def is_presenting() -> bool:
    """Whether the page on screen is in presenter view."""
    return has(PRESENT) and value(PRESENT) is True


def notes() -> dict[str, str]:
    """A sentence for each control whose last wish could not be granted."""
    return cast(dict[str, str], st.session_state.setdefault(_NOTES, {}))


def refused() -> tuple[str, ...]:
    """The keys of the link that could not be used, as long as they were not set otherwise."""
    return cast(tuple[str, ...], st.session_state.get(_REFUSED, ()))


def _bring_functions(asked: Mapping[str, str]) -> None:
    """Keep the good functions of an address for the lessons to come."""
    for name in FUNCTION_VARIABLES.keys() & asked.keys():
        try:
            _functions()[name] = read_function(asked[name], name=name)
        except CalculusError:
            continue  # the page itself says so when it has a use for this function


def _beyond_defaults(page: str) -> dict[str, str]:
    known = _all_values().get(page, {})
    defaults = {key.name: key.default for key in KEYS.get(page, ())}
    return {name: text for name, text in known.items() if text != defaults[name]}


def _plain(page: str) -> dict[str, str]:
    return {name: text for name, text in _beyond_defaults(page).items() if name != PRESENT}


def _has(page: str, name: str) -> bool:
    return any(key.name == name for key in KEYS.get(page, ()))


def _page() -> str:
    return str(st.session_state[_PAGE])


def _values() -> dict[str, str]:
    return _all_values()[_page()]


def _all_values() -> dict[str, dict[str, str]]:
    return cast(dict[str, dict[str, str]], st.session_state.setdefault(_VALUES, {}))


def _functions() -> dict[str, str]:
    return cast(dict[str, str], st.session_state.setdefault(_FUNCTIONS, {}))
