"""Every cache decorator of the app: keyed by text and numbers, bounded, shared by all sessions.

What is kept is immutable by agreement: expressions, curves and traces are never changed after they are made.
"""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class RunSetting:
    """What a run is computed from, as text and numbers: the function, the start, how far, how often."""

    text: str
    variables: tuple[str, ...]
    start: tuple[float, ...]
    eta: float
    steps: int
    optimizer: str = "gd"
    schedule: str = "constant"

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, self.variables)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def run_of(asked: RunSetting, sense: Sense = "descent") -> Trace:
    """One run of descent or ascent; raises SettingError for what cannot be run."""
    return run(
        asked.function,
        asked.start,
        asked.optimizer,
        asked.eta,
        asked.steps,
        sense,
        schedule=asked.schedule,
    )


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def verdict_of(asked: RunSetting, sense: Sense) -> Verdict:
    """What one run did, in a sentence, with its check."""
    return verdict(asked.function, run_of(asked, sense))


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def mirror_of(asked: RunSetting) -> Mirror:
    """Ascent on −f beside descent on f; raises SettingError for what cannot be run."""
    return mirror(asked.function, asked.start, asked.optimizer, asked.eta, asked.steps)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def outcome_of(asked: RunSetting) -> Outcome:
    """What the rate did to a run of plain descent; raises SettingError for what cannot be run."""
    return outcome(asked.function, run_of(asked), asked.eta, asked.steps)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def sweep_of(
    text: str, variables: tuple[str, ...], start: tuple[float, ...], rates: tuple[float, ...], schedule: str
) -> Sweep:
    """The same run for many rates, at most SWEEP_STEPS steps each."""
    return sweep(parsed(text, variables), start, rates, SWEEP_STEPS, schedule)
