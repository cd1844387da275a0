"""Every cache decorator of the app: keyed by text and numbers, bounded, shared by all sessions.

What is kept is immutable by agreement: expressions, curves and traces are never changed after they are made.
"""

import numpy as np
import streamlit as st

from core.comparison import Mirror, mirror
from core.contours import LevelCurves, level_curves
from core.descent import Sense, Trace, run
from core.expression import Expression, parse
from core.gradient import gradient_field
from core.rate_verdict import Outcome, outcome
from core.sampling import Curve, sample_curve
from core.sweep import Sweep, sweep
from core.verdict import Verdict, verdict
from core.windows import Window, curve_window, plane_window

_FUNCTIONS = 500
_PICTURES = 200
SWEEP_STEPS = 500


@st.cache_resource(max_entries=_FUNCTIONS, show_spinner=False)
def parsed(text: str, variables: tuple[str, ...]) -> Expression:
    """The function of a text; raises ExpressionError."""
    return parse(text, variables)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def view_of(text: str, variables: tuple[str, ...], start: tuple[float, ...]) -> Window:
    """The piece of the plane worth looking at, with the start in it."""
    function = parsed(text, variables)
    field = gradient_field(function)
    if len(variables) == 1:
        return curve_window(function, lambda x: field.over(x[:, None])[1][:, 0], start[0])
    return plane_window(function, lambda points: field.over(points)[1], (start[0], start[1]))


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def curve_of(text: str, low: float, high: float, view: tuple[float, float]) -> Curve:
    """The curve of a function of x over low ≤ x ≤ high, for a picture of the values in `view`."""
    return sample_curve(parsed(text, ("x",)), low, high, view=view)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def levels_of(text: str, x: tuple[float, float], y: tuple[float, float]) -> LevelCurves:
    """The level curves of a function of x and y over a rectangle."""
    return level_curves(parsed(text, ("x", "y")), (x, y))


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def run_of(
    text: str,
    variables: tuple[str, ...],
    start: tuple[float, ...],
    optimizer: str,
    rate: float,
    steps: int,
    sense: Sense = "descent",
    schedule: str = "constant",
) -> Trace:
    """One run of descent or ascent; raises SettingError for what cannot be run."""
    return run(parsed(text, variables), start, optimizer, rate, steps, sense, schedule=schedule)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def verdict_of(
    text: str,
    variables: tuple[str, ...],
    start: tuple[float, ...],
    optimizer: str,
    rate: float,
    steps: int,
    sense: Sense,
) -> Verdict:
    """What one run did, in a sentence, with its check."""
    trace = run_of(text, variables, start, optimizer, rate, steps, sense)
    return verdict(parsed(text, variables), trace)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def mirror_of(
    text: str,
    variables: tuple[str, ...],
    start: tuple[float, ...],
    optimizer: str,
    rate: float,
    steps: int,
) -> Mirror:
    """Ascent on −f beside descent on f; raises SettingError for what cannot be run."""
    return mirror(parsed(text, variables), start, optimizer=optimizer, rate=rate, steps=steps)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def outcome_of(
    text: str,
    variables: tuple[str, ...],
    start: tuple[float, ...],
    rate: float,
    steps: int,
    schedule: str,
) -> Outcome:
    """What the rate did to a run of plain descent; raises SettingError for what cannot be run."""
    trace = run_of(text, variables, start, "gd", rate, steps, schedule=schedule)
    return outcome(parsed(text, variables), trace, rate, steps)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def sweep_of(
    text: str,
    variables: tuple[str, ...],
    start: tuple[float, ...],
    decades: tuple[int, int],
    schedule: str,
) -> Sweep:
    """The same run for 200 rates between two powers of ten, at most 500 steps each."""
    rates = np.logspace(*decades, 200)
    return sweep(parsed(text, variables), start, rates, SWEEP_STEPS, schedule)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def swept_once(
    text: str, variables: tuple[str, ...], start: tuple[float, ...], rate: float, schedule: str
) -> Sweep:
    """What the sweep would say of this one rate."""
    return sweep(parsed(text, variables), start, [rate], SWEEP_STEPS, schedule)
