"""What the page Numerical Error computes, kept for every session."""

from functools import lru_cache

from core.differences import ErrorCurve, error_curve
from core.differencing.no_derivative import Point as NoSlope
from core.differencing.no_derivative import point_without_derivative
from core.differencing.thumbs import Thumb, thumbs
from core.differencing.verdict import Verdict as StepVerdict
from core.differencing.verdict import verdict as step_verdict
from core.dual import Way, dual_steps, three_ways
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
from core.printed_tables.oscillation import OscillationRow, fixed_step, scaled_step
from core.printed_tables.panels import Panels, panels
from core.printed_tables.shrinking_h import PrintedRow, printed_rows
from core.steps import LazySteps
from ui.cached import PICTURES, parsed


@lru_cache(maxsize=PICTURES)
def printed_table(text: str, x0: float) -> tuple[PrintedRow, ...]:
    """Difference quotients at x0 for the h of the slides."""
    return printed_rows(parsed(text, ("x",)), x0)


@lru_cache(maxsize=1)
def fixed_step_table() -> tuple[OscillationRow, ...]:
    """sin(1/x) with one h for all places."""
    return fixed_step()


@lru_cache(maxsize=PICTURES)
def scaled_step_table(fraction: float) -> tuple[OscillationRow, ...]:
    """sin(1/x) with an h that follows the local period."""
    return scaled_step(fraction)


@lru_cache(maxsize=PICTURES)
def panels_of(low: float, high: float, count: int) -> Panels:
    """sin(1/x) and its slope at equally spaced places."""
    return panels(low, high, count)


@lru_cache(maxsize=PICTURES)
def dual_steps_of(text: str, x0: float) -> LazySteps:
    """The worked pass of dual numbers."""
    return dual_steps(parsed(text, ("x",)), x0)


@lru_cache(maxsize=PICTURES)
def three_ways_of(text: str, x0: float, h: float) -> tuple[Way, ...]:
    """Symbolic, numerical and automatic differentiation, side by side."""
    return three_ways(parsed(text, ("x",)), x0, h)


@lru_cache(maxsize=PICTURES)
def microscope_of(text: str, x0: float, h: float, dtype: str) -> Microscope:
    """One difference quotient, operation by operation; raises SettingError for what cannot be computed."""
    return microscope(parsed(text, ("x",)), x0, h, dtype)


@lru_cache(maxsize=PICTURES)
def error_curve_of(text: str, x0: float, stencil: str, dtype: str, h: tuple[float, ...]) -> ErrorCurve:
    """The error of a difference formula for these h; raises SettingError for what cannot be used."""
    return error_curve(parsed(text, ("x",)), x0, stencil, dtype, h)


@lru_cache(maxsize=PICTURES)
def step_verdict_of(text: str, x0: float, h: float, dtype: str, stencil: str) -> StepVerdict:
    """What one h does; raises SettingError for what cannot be used."""
    return step_verdict(parsed(text, ("x",)), x0, h, dtype, stencil)


@lru_cache(maxsize=PICTURES)
def no_slope_at(text: str, x0: float, dtype: str) -> NoSlope | None:
    """The kind of place where f has no slope, and what the formulas report there; None where it has one."""
    return point_without_derivative(parsed(text, ("x",)), x0, dtype)


@lru_cache(maxsize=PICTURES)
def thumbs_of(text: str, x0: float, dtype: str, stencil: str) -> tuple[Thumb, ...]:
    """The rules of thumb for h, and what each is worth."""
    function = parsed(text, ("x",))
    return thumbs(function, error_curve(function, x0, stencil, dtype))


_kept = lru_cache(maxsize=PICTURES)

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
