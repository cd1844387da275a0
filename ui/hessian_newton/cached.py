"""What the page Hessian and Newton computes, kept for every session."""

from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache

import numpy as np
import streamlit as st

from core.basins import Basins, basins, complex_basins
from core.basins.complex_roots import complex_window
from core.convexity import Chord, Convexity, chord, convexity
from core.critical_points.exact import ExactPlaces, exact_places
from core.critical_points.points import CriticalMap, critical_points
from core.curvature import curvature_check
from core.derivative_facts.heights import heights
from core.derivative_facts.orders import derivatives
from core.descent import Trace, run
from core.hessian import ConvexRegion, convex_region, hessian_steps
from core.newton import NewtonRun, Target, newton_run
from core.newton.columns import derivative_of, same_step_check
from core.newton.comparison import Row, side_by_side
from core.newton.many_digits import Digits, digits_right
from core.newton.replay import newton_step_check
from core.newton.target import Aim
from core.newton.worked import newton_steps
from core.quadratic_model import QuadraticModel, Ray, error_along, quadratic_model, trusted_outline
from core.sampling import Curve, sample_curve
from core.sampling.contours import LevelCurves
from core.sampling.surface_grid import SurfaceGrid, surface_grid
from core.second_derivative import second_derivative_steps
from core.steps import Check, LazySteps
from ui.cached import PICTURES, levels_of, parsed

XY, Z = ("x", "y"), ("z",)
SHOWN_DESCENT = 100
Range = tuple[float, float]
Box = tuple[Range, Range]
Point = tuple[float, ...]


@lru_cache(maxsize=PICTURES)
def critical_of(text: str, box: Box) -> CriticalMap:
    """All critical points of a function of x and y in a window."""
    return critical_points(parsed(text, XY), box)


@lru_cache(maxsize=1)
def _background() -> ThreadPoolExecutor:
    """Threads that wait for the symbolic workers."""
    return ThreadPoolExecutor(8, thread_name_prefix="exact places")


@st.cache_resource(max_entries=PICTURES, show_spinner=False)
def exact_of(text: str, box: Box) -> Future[ExactPlaces]:
    """The exact coordinates of those points, as far as SymPy has them in time."""
    return _background().submit(exact_places, parsed(text, XY), critical_of(text, box).points)


@lru_cache(maxsize=PICTURES)
def region_of(text: str, box: Box) -> ConvexRegion:
    """Where in a window a function of x and y is convex."""
    return convex_region(parsed(text, XY), box)


@lru_cache(maxsize=PICTURES)
def hessian_check_of(text: str, point: Point) -> Check:
    """The Hessian at a point against difference quotients."""
    return curvature_check(parsed(text, XY), point)


@lru_cache(maxsize=PICTURES)
def hessian_steps_of(text: str, point: Point) -> LazySteps:
    """The Hessian on the blackboard."""
    return hessian_steps(parsed(text, XY), point)


@lru_cache(maxsize=PICTURES)
def model_of(text: str, point: Point) -> QuadraticModel | None:
    """The quadratic model at a point, None where there is none."""
    return quadratic_model(parsed(text, XY), point)


@lru_cache(maxsize=PICTURES)
def ray_of(text: str, point: Point, degrees: float, reach: float) -> Ray | None:
    """The model's error along a ray."""
    model = model_of(text, point)
    if model is None:
        return None
    return error_along(parsed(text, XY), model, float(np.radians(degrees)), reach)


@lru_cache(maxsize=PICTURES)
def outline_of(text: str, point: Point, reach: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """How far the model is trusted all around; no row without a model."""
    model = model_of(text, point)
    return np.empty((0, 2)) if model is None else trusted_outline(parsed(text, XY), model, reach)


@lru_cache(maxsize=PICTURES)
def model_levels_of(text: str, point: Point, box: Box) -> LevelCurves | None:
    """The model's level curves, at every other level of the function's own."""
    model = model_of(text, point)
    return None if model is None else model.levels(box, levels_of(text, *box))


@lru_cache(maxsize=PICTURES)
def surface_of(text: str, box: Box) -> SurfaceGrid:
    """The heights of a function of x and y over a window."""
    return surface_grid(parsed(text, XY), box)


@lru_cache(maxsize=PICTURES)
def run_of(text: str, variables: tuple[str, ...], start: Point, method: str, aim: Aim) -> NewtonRun:
    """One run of Newton's method or of a remedy; raises SettingError for a start without a value."""
    return newton_run(Target(parsed(text, variables), aim), start, method)


@lru_cache(maxsize=PICTURES)
def digits_of(run: NewtonRun) -> Digits | None:
    """The digits that are right after each step of a run that arrives."""
    return digits_right(run)


@lru_cache(maxsize=PICTURES)
def newton_steps_of(run: NewtonRun) -> LazySteps:
    """A run on the blackboard."""
    return newton_steps(run)


@lru_cache(maxsize=PICTURES)
def last_step_check_of(run: NewtonRun) -> Check | None:
    """Where a run ended, its last step taken again; None without a step or a second way."""
    last = len(run.x) - 1
    return newton_step_check(run, last) if last else None


@lru_cache(maxsize=PICTURES)
def descent_of(text: str, variables: tuple[str, ...], start: Point) -> Trace:
    """The first steps of gradient descent with backtracking from the same start."""
    e = parsed(text, variables)
    return run(e, start, rate=1.0, steps=SHOWN_DESCENT, tolerance=1e-8, schedule="backtracking")


@lru_cache(maxsize=PICTURES)
def comparison_of(text: str, variables: tuple[str, ...], start: Point) -> tuple[Row, ...]:
    """Every method and gradient descent from one start, with steps and cost."""
    return side_by_side(parsed(text, variables), start)


@lru_cache(maxsize=PICTURES)
def same_step_of(text: str, x0: float) -> Check:
    """Minimising f against looking for a root of f′."""
    return same_step_check(parsed(text, ("x",)), x0)


@lru_cache(maxsize=PICTURES)
def basins_of(text: str, variables: tuple[str, ...], box: Box, method: str, aim: Aim) -> Basins:
    """Where each start of a window is taken."""
    return basins(parsed(text, variables), box[: len(variables)], method, aim=aim)


@lru_cache(maxsize=PICTURES)
def complex_of(text: str) -> Basins | None:
    """The basins of a polynomial's complex roots, None for no polynomial."""
    e = parsed(text, Z)
    return complex_basins(e, complex_window(e))


@lru_cache(maxsize=PICTURES)
def second_curve_of(text: str, x: Range, view: Range) -> tuple[Curve, Range]:
    """The curve of f″ and its heights, where f lies in `view`; a gap where the formula is too long."""
    e = parsed(text, ("x",))
    found = derivatives(e, 2)
    if len(found) < 2:
        return Curve(np.array(x), np.full(2, np.nan), (-1.0, 1.0)), (-1.0, 1.0)
    own = heights(e, found[1], *x, view)
    return sample_curve(found[1], *x, view=own), own


@lru_cache(maxsize=PICTURES)
def slope_curve_of(text: str, x: Range, view: Range) -> tuple[Curve, Range]:
    """The curve of f′ and its heights with 0 among them, where f lies in `view`."""
    e = parsed(text, ("x",))
    slope = derivative_of(e)
    low, high = heights(e, slope, *x, view)
    spare = 0.08 * (high - low)
    own = (min(low, 0.0) - spare, max(high, 0.0) + spare)
    return sample_curve(slope, *x, view=own), own


@lru_cache(maxsize=PICTURES)
def second_derivative_steps_of(text: str, x0: float) -> LazySteps:
    """The second-derivative test on the blackboard."""
    return second_derivative_steps(parsed(text, ("x",)), x0)


@lru_cache(maxsize=PICTURES)
def convexity_of(text: str, low: float, high: float) -> Convexity:
    """The verdict of the chords; raises SettingError where f has no value between the ends."""
    return convexity(parsed(text, ("x",)), low, high)


@lru_cache(maxsize=PICTURES)
def chord_of(text: str, left: float, right: float) -> Chord:
    """One chord, in many digits."""
    return chord(parsed(text, ("x",)), left, right)
