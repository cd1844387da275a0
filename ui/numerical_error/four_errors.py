"""The tab of the four errors, and of what they add up to: each with something to move."""

from collections.abc import Callable, Mapping
from math import log10

import streamlit as st

from charts.accumulation import accumulation_chart
from charts.float_pictures import cosine_chart, pi_chart, series_chart, sweep_chart
from charts.picture import Picture
from core.float_errors.truncation import SERIES
from core.steps import Check
from ui import checks, messages, pictures
from ui.controls import choice, number, slider
from ui.messages import explained
from ui.numerical_error.cached import (
    accumulated_of,
    decimal_sum_of,
    ends_of,
    exponential_of,
    exponential_sweep_of,
    log_sum_exp_of,
    log_sum_exp_sweep_of,
    one_minus_cosine_of,
    quadratic_roots_of,
    quadratic_sweep_of,
    rounded_pi_of,
    truncated_series_of,
)
from ui.numerical_error.setting import Setting
from ui.shell import dark
from ui.steps import show

_ICON = ":gray[:material/arrow_forward:]"


def four_errors(setting: Setting) -> None:
    """One of them at a time, in the chosen number format."""
    titles = {name: title for name, (title, _) in PARTS.items()}
    part = PARTS[choice("error", titles, bare=True)][1]
    with explained():
        part(setting.dtype)


def _say(sentence: str, check: Check | None) -> None:
    if check is None:
        messages.tell(sentence, _ICON)
    else:
        checks.said(sentence, check, _ICON)


def _round_off(dtype: str) -> None:
    left, right = st.columns(2, gap="large")
    with left, explained():
        seen = rounded_pi_of(int(slider("digits")), dtype)
        pictures.show(pi_chart(rounded=seen, dark=dark()), "digits of pi")
        _say(seen.verdict, seen.check)
    with right:
        terms = []
        for column, name in zip(st.columns(2), ("a", "b"), strict=True):
            with column:
                terms.append(number(name))
        added = decimal_sum_of(terms[0], terms[1], dtype)
        _say(added.verdict, added.check)
    for place, step in enumerate(added.steps):
        show(step, f"sum-{place}")


def _truncation(dtype: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="large"):
        name = choice("series", {"exp": "eˣ", "sin": "sin x"}, bare=True)
        st.latex(SERIES[name].latex, width="content")
    left, right = st.columns(2, gap="large")
    with left:
        at = slider("at")
    with right:
        terms = int(slider("terms"))
    seen = truncated_series_of(name, at, terms, dtype)
    with left:
        _say(seen.verdict, seen.check)
    with right:
        pictures.show(series_chart(cut=seen, dark=dark()), "series")


def _range(dtype: str) -> None:
    left, right = st.columns(2, gap="large")
    with left, explained():
        x = slider("power")
        power = exponential_of(x, dtype)
        sweep = exponential_sweep_of(dtype)
        shown = sweep_chart(sweep=sweep, at=x, title="x", words=power.verdict, dark=dark())
        pictures.show(shown, "exponential")
        _say(power.verdict, power.check)
    with right, explained():
        shift = slider("shift")
        total = log_sum_exp_of((shift, shift + 1, shift + 2), dtype)
        sweep = log_sum_exp_sweep_of(dtype)
        shown = sweep_chart(sweep=sweep, at=shift, title="s", words=total.verdict, dark=dark())
        pictures.show(shown, "log-sum-exp")
        _say(total.verdict, total.check)
    seen = ends_of(dtype)
    rows = (seen.largest, seen.smallest_normal, seen.smallest, seen.beyond_largest, seen.below_smallest)
    st.table({row.name: [row.text] for row in rows}, hide_index=True, border="horizontal")


def _cancellation(dtype: str) -> None:
    left, right = st.columns(2, gap="large")
    below = st.container()
    with left, explained():
        b = slider("coefficient")
        roots = quadratic_roots_of(1.0, b, 1.0, dtype)
        pictures.show(_roots_picture(b, roots.verdict, dtype), "roots")
        _say(roots.verdict, roots.check)
        with below:
            for place, step in enumerate(roots.steps):
                show(step, f"root-{place}")
    with right, explained():
        seen = one_minus_cosine_of(slider("near"), dtype)
        pictures.show(cosine_chart(shown=seen, dark=dark()), "one minus cosine")
        _say(seen.verdict, seen.check)


def _roots_picture(b: float, words: str, dtype: str) -> Picture:
    at = log10(abs(b)) if b else 0.0
    sweep = quadratic_sweep_of(dtype)
    return sweep_chart(sweep=sweep, at=at, title="b", words=words, across="power", dark=dark())


def _accumulation(dtype: str) -> None:
    left, right = st.columns([1, 3], gap="large")
    with left:
        term = number("term")
    with right:
        count = int(slider("count"))
    seen = accumulated_of(term, count, dtype)
    pictures.show(accumulation_chart(accumulation=seen, dark=dark()), "accumulation")
    _say(seen.verdict, seen.check)


PARTS: Mapping[str, tuple[str, Callable[[str], None]]] = {
    "round-off": ("Round-off", _round_off),
    "truncation": ("Truncation", _truncation),
    "range": ("Overflow and underflow", _range),
    "cancellation": ("Cancellation", _cancellation),
    "accumulation": ("A million times", _accumulation),
}
"""Every part by its key in the address: its title, and what it shows."""
