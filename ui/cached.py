"""Every cache of what a page shows: keyed by text and numbers, bounded, shared by all sessions.

Python's own cache looks a key up in microseconds; Streamlit's hashes each part of it, 4 ms in every rerun of
Learning Rate, and is used only where a single answer must be forgotten.
What is kept is immutable by agreement: expressions, curves and traces are never changed after they are made.
"""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Any

import streamlit as st

from core.answers import Judgement, judge
from core.comparison import Mirror, mirror
from core.computational_graph import (
    Dependencies,
    Graph,
    backward_steps,
    computational_graph,
    dependencies,
    forward_steps,
)
from core.continuity import Breaks, Continuity, breaks, condition_checks, continuity_at
from core.contours import LevelCurves, level_curves
from core.derivation import Derivation, HigherDerivatives, differentiate, higher_derivatives
from core.derivation.writing.hand import Notation
from core.derivative_facts.approximations import Approximations, approximations
from core.derivative_facts.heights import heights
from core.derivative_facts.monotony import Monotony, monotony
from core.derivative_facts.nonsmooth import SlopeReport, slope_report
from core.derivative_facts.tangents import Tangents, tangents
from core.derivative_facts.taylor import Taylor, taylor, taylor_steps
from core.descent import Sense, Trace, run
from core.differences import ErrorCurve, error_curve
from core.differencing.no_derivative import Point as NoSlope
from core.differencing.no_derivative import point_without_derivative
from core.differencing.thumbs import Thumb, thumbs
from core.differencing.verdict import Verdict as StepVerdict
from core.differencing.verdict import verdict as step_verdict
from core.dual import Way, dual_steps, three_ways
from core.expression import Expression, parse
from core.expression.precise import context
from core.first_principles import DifferenceQuotient, Secants, difference_quotient, secants
from core.float_errors.accumulation import accumulated
from core.float_errors.number_range import ends, exponential, log_sum_exp
from core.float_errors.one_minus_cosine import one_minus_cosine
from core.float_errors.pi import rounded_pi
from core.float_errors.quadratic_formula import quadratic_roots
from core.float_errors.round_off import decimal_sum
from core.float_errors.sweeps import exponential_sweep, log_sum_exp_sweep, quadratic_sweep
from core.float_errors.truncation import truncated_series
from core.floating.epsilon import landings, machine_epsilon
from core.floating.gaps import gaps
from core.floats import Microscope, microscope
from core.gradient import gradient_field, slope_check
from core.limiting.approach import Table, approach_tables, sequence_table
from core.limiting.asking import Answer, symbolic_answer
from core.limiting.closeness import Closeness, closeness
from core.limiting.evidence import Evidence
from core.limiting.neighbourhood import as_point
from core.limiting.plane import (
    Paths,
    Row,
    Shape,
    formula_latex,
    path_checks,
    paths_to_origin,
    row_of_paths,
)
from core.limiting.point import Point, Side, read_point
from core.limiting.value import value_at
from core.limiting.zoom import DIGITS, Zoom, zoom_levels
from core.limits import LimitReport, judged, numeric_witness, wanted_sides
from core.printed_tables.oscillation import OscillationRow, fixed_step, scaled_step
from core.printed_tables.panels import Panels, panels
from core.printed_tables.shrinking_h import PrintedRow, printed_rows
from core.rate_verdict import Outcome, outcome
from core.rule_table import RuleRow, worked_rule
from core.sampling import Curve, sample_curve
from core.steps import Check, LazySteps, Step
from core.sweep import Sweep, sweep
from core.verdict import Verdict, verdict
from core.windows import Window, curve_window, plane_window

_FUNCTIONS = 500
_PICTURES = 200
SWEEP_STEPS = 500


@lru_cache(maxsize=_FUNCTIONS)
def parsed(text: str, variables: tuple[str, ...]) -> Expression:
    """The function of a text; raises ExpressionError."""
    return parse(text, variables)


@lru_cache(maxsize=_PICTURES)
def view_of(text: str, variables: tuple[str, ...], start: tuple[float, ...]) -> Window:
    """The piece of the plane worth looking at, with the start in it."""
    function = parsed(text, variables)
    field = gradient_field(function)
    if len(variables) == 1:
        return curve_window(function, lambda x: field.over(x[:, None])[1][:, 0], start[0])
    return plane_window(function, lambda points: field.over(points)[1], (start[0], start[1]))


@lru_cache(maxsize=_PICTURES)
def curve_of(text: str, low: float, high: float, view: tuple[float, float]) -> Curve:
    """The curve of a function of x over low ≤ x ≤ high, for a picture of the values in `view`."""
    return sample_curve(parsed(text, ("x",)), low, high, view=view)


@lru_cache(maxsize=_PICTURES)
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


@lru_cache(maxsize=_PICTURES)
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


@lru_cache(maxsize=_PICTURES)
def verdict_of(asked: RunSetting, sense: Sense) -> Verdict:
    """What one run did, in a sentence, with its check."""
    return verdict(asked.function, run_of(asked, sense))


@lru_cache(maxsize=_PICTURES)
def mirror_of(asked: RunSetting) -> Mirror:
    """Ascent on −f beside descent on f; raises SettingError for what cannot be run."""
    return mirror(asked.function, asked.start, asked.optimizer, asked.eta, asked.steps)


@lru_cache(maxsize=_PICTURES)
def outcome_of(asked: RunSetting) -> Outcome:
    """What the rate did to a run of plain descent; raises SettingError for what cannot be run."""
    return outcome(asked.function, run_of(asked), asked.eta, asked.steps)


@lru_cache(maxsize=_PICTURES)
def sweep_of(
    text: str, variables: tuple[str, ...], start: tuple[float, ...], rates: tuple[float, ...], schedule: str
) -> Sweep:
    """The same run for many rates, at most SWEEP_STEPS steps each."""
    return sweep(parsed(text, variables), start, rates, SWEEP_STEPS, schedule)


@dataclass(frozen=True)
class Question:
    """Where a limit is asked for, as text: of which function of x, at which point, from which side."""

    text: str
    a: str
    side: str

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, ("x",))

    @property
    def point(self) -> Point:
        """The point itself."""
        return read_point(self.a)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that are looked at; at ±∞ the one there is."""
        return wanted_sides(self.point, self.side)


@lru_cache(maxsize=1)
def _background() -> ThreadPoolExecutor:
    """Threads that wait for the symbolic workers; the workers themselves are few."""
    return ThreadPoolExecutor(32, thread_name_prefix="symbols")


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def answer_of(asked: Question) -> Future[Answer]:
    """What the symbols say of a limit, in less than three seconds."""
    return _background().submit(symbolic_answer, asked.function, asked.point, asked.sides)


@lru_cache(maxsize=_PICTURES)
def evidence_of(asked: Question) -> Mapping[Side, Evidence]:
    """What the numbers say of a limit, at once."""
    return numeric_witness(asked.function, asked.point, asked.sides)


@st.cache_resource(max_entries=_PICTURES, show_spinner=False)
def report_of(asked: Question) -> LimitReport:
    """The verdict over both witnesses; waits for the symbols."""
    return judged(asked.point, evidence_of(asked), answer_of(asked).result())


@lru_cache(maxsize=_PICTURES)
def closeness_of(asked: Question, limit: float | None, epsilon: float) -> Closeness:
    """The answer to one ε, for a limit or, with None, for there being none."""
    return closeness(asked.function, asked.point, asked.sides, limit, epsilon)


@lru_cache(maxsize=_PICTURES)
def value_of(text: str, a: str) -> Any:
    """f(a) in many digits, nan where there is no value."""
    point = read_point(a)
    return context(DIGITS).nan if point.infinite else value_at(parsed(text, ("x",)), point.place)


@lru_cache(maxsize=_PICTURES)
def zoom_of(text: str, a: str, middle: str | None) -> Zoom:
    """A function near a point at every power of ten, about the limit in decimals where there is one."""
    centre = None if middle is None else context(DIGITS).mpf(middle)
    return zoom_levels(parsed(text, ("x",)), read_point(a).place, centre)


@lru_cache(maxsize=_PICTURES)
def tables_of(text: str, a: str, rows: int) -> tuple[Table, ...]:
    """Values ever nearer to a point, a table for each side."""
    return approach_tables(parsed(text, ("x",)), read_point(a).place, rows)


@lru_cache(maxsize=1)
def sequence_of(text: str) -> Table:
    """The terms n = 1, 10, … 10¹⁶ of a sequence in n."""
    return sequence_table(parsed(text, ("n",)))


@lru_cache(maxsize=_PICTURES)
def continuity_of(text: str, a: str) -> Continuity:
    """The three conditions of continuity at a finite point."""
    return continuity_at(parsed(text, ("x",)), read_point(a).place)


@lru_cache(maxsize=_PICTURES)
def continuity_checks_of(text: str, a: str) -> tuple[tuple[Check, ...], ...]:
    """What each of the three conditions was held against."""
    return condition_checks(parsed(text, ("x",)), read_point(a), continuity_of(text, a))


@lru_cache(maxsize=_PICTURES)
def breaks_of(text: str, low: float, high: float) -> Breaks:
    """Where a function of x breaks in a window."""
    return breaks(parsed(text, ("x",)), low, high)


@lru_cache(maxsize=_PICTURES)
def secants_of(text: str, a: str, widest: float) -> Secants:
    """Secants that become the tangent; raises SettingError where f has no value."""
    return secants(parsed(text, ("x",)), read_point(a).place, widest=widest)


@lru_cache(maxsize=_FUNCTIONS)
def quotient_of(text: str) -> DifferenceQuotient:
    """The difference quotient of a function of x, line by line."""
    return difference_quotient(parsed(text, ("x",)))


@lru_cache(maxsize=_PICTURES)
def paths_of(text: str) -> tuple[Paths, tuple[Check, ...]]:
    """What the paths to (0, 0) say of a function of x and y, and what their limits were held against."""
    function = parsed(text, ("x", "y"))
    found = paths_to_origin(function)
    return found, path_checks(function, found)


@lru_cache(maxsize=_PICTURES)
def row_of(text: str, shape: Shape, reach: float) -> Row:
    """All paths of one shape to (0, 0), with the values of a function of x and y along them."""
    return row_of_paths(parsed(text, ("x", "y")), shape, reach)


@lru_cache(maxsize=_PICTURES)
def path_formula_of(text: str, shape: Shape) -> str | None:
    """The limit along all paths of one shape as a formula in LaTeX, where there is one."""
    return formula_latex(parsed(text, ("x", "y")), shape)


@lru_cache(maxsize=_PICTURES)
def printed_table(text: str, x0: float) -> tuple[PrintedRow, ...]:
    """Difference quotients at x0 for the h of the slides."""
    return printed_rows(parsed(text, ("x",)), x0)


@lru_cache(maxsize=1)
def fixed_step_table() -> tuple[OscillationRow, ...]:
    """sin(1/x) with one h for all places."""
    return fixed_step()


@lru_cache(maxsize=_PICTURES)
def scaled_step_table(fraction: float) -> tuple[OscillationRow, ...]:
    """sin(1/x) with an h that follows the local period."""
    return scaled_step(fraction)


@lru_cache(maxsize=_PICTURES)
def panels_of(low: float, high: float, count: int) -> Panels:
    """sin(1/x) and its slope at equally spaced places."""
    return panels(low, high, count)


@lru_cache(maxsize=_PICTURES)
def dual_steps_of(text: str, x0: float) -> LazySteps:
    """The worked pass of dual numbers."""
    return dual_steps(parsed(text, ("x",)), x0)


@lru_cache(maxsize=_PICTURES)
def three_ways_of(text: str, x0: float, h: float) -> tuple[Way, ...]:
    """Symbolic, numerical and automatic differentiation, side by side."""
    return three_ways(parsed(text, ("x",)), x0, h)


@lru_cache(maxsize=_PICTURES)
def microscope_of(text: str, x0: float, h: float, dtype: str) -> Microscope:
    """One difference quotient, operation by operation; raises SettingError for what cannot be computed."""
    return microscope(parsed(text, ("x",)), x0, h, dtype)


@lru_cache(maxsize=_PICTURES)
def error_curve_of(text: str, x0: float, stencil: str, dtype: str, h: tuple[float, ...]) -> ErrorCurve:
    """The error of a difference formula for these h; raises SettingError for what cannot be used."""
    return error_curve(parsed(text, ("x",)), x0, stencil, dtype, h)


@lru_cache(maxsize=_PICTURES)
def step_verdict_of(text: str, x0: float, h: float, dtype: str, stencil: str) -> StepVerdict:
    """What one h does; raises SettingError for what cannot be used."""
    return step_verdict(parsed(text, ("x",)), x0, h, dtype, stencil)


@lru_cache(maxsize=_PICTURES)
def no_slope_at(text: str, x0: float, dtype: str) -> NoSlope | None:
    """The kind of place where f has no slope, and what the formulas report there; None where it has one."""
    return point_without_derivative(parsed(text, ("x",)), x0, dtype)


@lru_cache(maxsize=_PICTURES)
def thumbs_of(text: str, x0: float, dtype: str, stencil: str) -> tuple[Thumb, ...]:
    """The rules of thumb for h, and what each is worth."""
    function = parsed(text, ("x",))
    return thumbs(function, error_curve(function, x0, stencil, dtype))


@lru_cache(maxsize=_FUNCTIONS)
def derivation_of(text: str) -> Derivation:
    """The derivative of a function of x by the rules."""
    return differentiate(parsed(text, ("x",)))


@lru_cache(maxsize=_PICTURES)
def derivation_steps_of(text: str, notation: Notation) -> tuple[Step, ...]:
    """The derivation on the blackboard."""
    return derivation_of(text).written(notation)


@lru_cache(maxsize=_FUNCTIONS)
def higher_of(text: str, order: int) -> HigherDerivatives:
    """f′, f″ and so on, as far as the formulas stay readable."""
    return higher_derivatives(parsed(text, ("x",)), order=order)


@lru_cache(maxsize=_PICTURES)
def derivative_curves_of(
    text: str, order: int, low: float, high: float, view: tuple[float, float]
) -> tuple[Curve, ...]:
    """The curves of f, for a picture of the values in `view`, and its derivatives at their own heights."""
    function, formulas = parsed(text, ("x",)), higher_of(text, order).formulas
    views = [heights(function, formula, low, high, view) for formula in formulas]
    below = (sample_curve(f, low, high, view=own) for f, own in zip(formulas, views, strict=True))
    return (curve_of(text, low, high, view), *below)


@lru_cache(maxsize=_PICTURES)
def rule_curves_of(row: RuleRow, x: tuple[float, float], y: tuple[float, float]) -> tuple[Curve, Curve]:
    """The curves of a rule's example and of its derivative, for a picture of x and y between these ends."""
    worked = worked_rule(row)
    return sample_curve(worked.function, *x, view=y), sample_curve(worked.derivative, *x, view=y)


@lru_cache(maxsize=_PICTURES)
def tangents_of(text: str, order: int, low: float, high: float, x0: float) -> Tangents:
    """The tangents along a curve, with one at x0."""
    return tangents(parsed(text, ("x",)), higher_of(text, order).formulas, low, high, x0)


@lru_cache(maxsize=_PICTURES)
def monotony_of(text: str, low: float, high: float) -> Monotony:
    """Where a function of x rises and falls, and where it turns."""
    return monotony(parsed(text, ("x",)), low, high)


@dataclass(frozen=True)
class SlopeAt:
    """f and f′ at one place, NaN where there is none; the check where there is a slope."""

    value: float
    slope: float
    check: Check | None


@lru_cache(maxsize=_PICTURES)
def slope_at(text: str, x0: float) -> SlopeAt:
    """The slope of a function of x at a place, exactly and by differences."""
    function = parsed(text, ("x",))
    value, (slope,) = gradient_field(function).at((x0,))
    check = slope_check(function, (x0,)) if isfinite(value) and isfinite(slope) else None
    return SlopeAt(value, float(slope), check)


@lru_cache(maxsize=_PICTURES)
def slope_report_of(text: str, x0: float) -> SlopeReport:
    """What both sides say of the slope; raises SettingError where f has no value."""
    return slope_report(parsed(text, ("x",)), x0)


@lru_cache(maxsize=_PICTURES)
def judgement_of(text: str, answer: str) -> Judgement:
    """Whether the answer is the derivative of the function, and what it looks like if it is not."""
    return judge(parsed(text, ("x",)), parsed(answer, ("x",)))


@lru_cache(maxsize=_PICTURES)
def taylor_of(text: str, x0: float) -> Taylor:
    """The Taylor polynomials at a place; raises SettingError where f has no value."""
    return taylor(parsed(text, ("x",)), x0)


@lru_cache(maxsize=_PICTURES)
def taylor_steps_of(text: str, x0: float) -> tuple[Step, ...]:
    """One step for each coefficient."""
    return taylor_steps(taylor_of(text, x0))


@lru_cache(maxsize=_PICTURES)
def approximations_of(text: str, x0: float, low: float, high: float) -> Approximations:
    """The Taylor polynomials across a window."""
    return approximations(taylor_of(text, x0), low, high)


@lru_cache(maxsize=_PICTURES)
def graph_of(text: str, x0: float) -> Graph:
    """The function as a graph of operations, with what flows through it at a place."""
    return computational_graph(parsed(text, ("x",)), (as_point(x0),))


@lru_cache(maxsize=_PICTURES)
def forward_of(text: str, x0: float) -> tuple[Step, ...]:
    """The values, one node after another."""
    return forward_steps(graph_of(text, x0))


@lru_cache(maxsize=_PICTURES)
def backward_of(text: str, x0: float) -> tuple[Step, ...]:
    """The derivatives, one node after another, from the last back to x."""
    return backward_steps(graph_of(text, x0))


@lru_cache(maxsize=_PICTURES)
def dependencies_of(z: str, x: str, y: str) -> Dependencies:
    """z(x, y) with x(t) and y(t), and dz/dt over both paths."""
    inner = {"x": parsed(x, ("t",)), "y": parsed(y, ("t",))}
    return dependencies(parsed(z, ("x", "y")), inner)


_kept = lru_cache(maxsize=_PICTURES)
epsilon_of = _kept(machine_epsilon)
landings_of = _kept(landings)
gaps_of = _kept(gaps)
decimal_sum_of = _kept(decimal_sum)
rounded_pi_of = _kept(rounded_pi)
truncated_series_of = _kept(truncated_series)
exponential_of = _kept(exponential)
log_sum_exp_of = _kept(log_sum_exp)
ends_of = _kept(ends)
quadratic_roots_of = _kept(quadratic_roots)
one_minus_cosine_of = _kept(one_minus_cosine)
exponential_sweep_of = _kept(exponential_sweep)
log_sum_exp_sweep_of = _kept(log_sum_exp_sweep)
quadratic_sweep_of = _kept(quadratic_sweep)
accumulated_of = _kept(accumulated)
