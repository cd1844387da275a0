"""What the page Derivative Rules computes, kept for every session."""

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from core.answers import Judgement, judge
from core.computational_graph import (
    Dependencies,
    Graph,
    backward_steps,
    computational_graph,
    dependencies,
    forward_steps,
)
from core.derivation import Derivation, HigherDerivatives, differentiate, higher_derivatives
from core.derivation.writing.hand import Notation
from core.derivative_facts.approximations import Approximations, approximations
from core.derivative_facts.heights import heights
from core.derivative_facts.monotony import Monotony, monotony
from core.derivative_facts.nonsmooth import SlopeReport, slope_report
from core.derivative_facts.tangents import Tangents, tangents
from core.derivative_facts.taylor import Taylor, taylor, taylor_steps
from core.gradient import gradient_field, slope_check
from core.limiting.neighbourhood import as_point
from core.rule_table import RuleRow, worked_rule
from core.sampling import Curve, sample_curve
from core.steps import Check, Step
from ui.cached import FUNCTIONS, PICTURES, curve_of, parsed


@lru_cache(maxsize=FUNCTIONS)
def derivation_of(text: str) -> Derivation:
    """The derivative of a function of x by the rules."""
    return differentiate(parsed(text, ("x",)))


@lru_cache(maxsize=PICTURES)
def derivation_steps_of(text: str, notation: Notation) -> tuple[Step, ...]:
    """The derivation on the blackboard."""
    return derivation_of(text).written(notation)


@lru_cache(maxsize=FUNCTIONS)
def higher_of(text: str, order: int) -> HigherDerivatives:
    """f′, f″ and so on, as far as the formulas stay readable."""
    return higher_derivatives(parsed(text, ("x",)), order=order)


@lru_cache(maxsize=PICTURES)
def derivative_curves_of(
    text: str, order: int, low: float, high: float, view: tuple[float, float]
) -> tuple[Curve, ...]:
    """The curves of f, for a picture of the values in `view`, and its derivatives at their own heights."""
    function, formulas = parsed(text, ("x",)), higher_of(text, order).formulas
    views = [heights(function, formula, low, high, view) for formula in formulas]
    below = (sample_curve(f, low, high, view=own) for f, own in zip(formulas, views, strict=True))
    return (curve_of(text, low, high, view), *below)


@lru_cache(maxsize=PICTURES)
def rule_curves_of(row: RuleRow, x: tuple[float, float], y: tuple[float, float]) -> tuple[Curve, Curve]:
    """The curves of a rule's example and of its derivative, for a picture of x and y between these ends."""
    worked = worked_rule(row)
    return sample_curve(worked.function, *x, view=y), sample_curve(worked.derivative, *x, view=y)


@lru_cache(maxsize=PICTURES)
def tangents_of(text: str, order: int, low: float, high: float, x0: float) -> Tangents:
    """The tangents along a curve, with one at x0."""
    return tangents(parsed(text, ("x",)), higher_of(text, order).formulas, low, high, x0)


@lru_cache(maxsize=PICTURES)
def monotony_of(text: str, low: float, high: float) -> Monotony:
    """Where a function of x rises and falls, and where it turns."""
    return monotony(parsed(text, ("x",)), low, high)


@dataclass(frozen=True)
class SlopeAt:
    """f and f′ at one place, NaN where there is none; the check where there is a slope."""

    value: float
    slope: float
    check: Check | None


@lru_cache(maxsize=PICTURES)
def slope_at(text: str, x0: float) -> SlopeAt:
    """The slope of a function of x at a place, exactly and by differences."""
    function = parsed(text, ("x",))
    value, (slope,) = gradient_field(function).at((x0,))
    check = slope_check(function, (x0,)) if isfinite(value) and isfinite(slope) else None
    return SlopeAt(value, float(slope), check)


@lru_cache(maxsize=PICTURES)
def slope_report_of(text: str, x0: float) -> SlopeReport:
    """What both sides say of the slope; raises SettingError where f has no value."""
    return slope_report(parsed(text, ("x",)), x0)


@lru_cache(maxsize=PICTURES)
def judgement_of(text: str, answer: str) -> Judgement:
    """Whether the answer is the derivative of the function, and what it looks like if it is not."""
    return judge(parsed(text, ("x",)), parsed(answer, ("x",)))


@lru_cache(maxsize=PICTURES)
def taylor_of(text: str, x0: float) -> Taylor:
    """The Taylor polynomials at a place; raises SettingError where f has no value."""
    return taylor(parsed(text, ("x",)), x0)


@lru_cache(maxsize=PICTURES)
def taylor_steps_of(text: str, x0: float) -> tuple[Step, ...]:
    """One step for each coefficient."""
    return taylor_steps(taylor_of(text, x0))


@lru_cache(maxsize=PICTURES)
def approximations_of(text: str, x0: float, low: float, high: float) -> Approximations:
    """The Taylor polynomials across a window."""
    return approximations(taylor_of(text, x0), low, high)


@lru_cache(maxsize=PICTURES)
def graph_of(text: str, x0: float) -> Graph:
    """The function as a graph of operations, with what flows through it at a place."""
    return computational_graph(parsed(text, ("x",)), (as_point(x0),))


@lru_cache(maxsize=PICTURES)
def forward_of(text: str, x0: float) -> tuple[Step, ...]:
    """The values, one node after another."""
    return forward_steps(graph_of(text, x0))


@lru_cache(maxsize=PICTURES)
def backward_of(text: str, x0: float) -> tuple[Step, ...]:
    """The derivatives, one node after another, from the last back to x."""
    return backward_steps(graph_of(text, x0))


@lru_cache(maxsize=PICTURES)
def dependencies_of(z: str, x: str, y: str) -> Dependencies:
    """z(x, y) with x(t) and y(t), and dz/dt over both paths."""
    inner = {"x": parsed(x, ("t",)), "y": parsed(y, ("t",))}
    return dependencies(parsed(z, ("x", "y")), inner)
