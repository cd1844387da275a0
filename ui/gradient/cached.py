"""What the page Gradient computes, kept for every session."""

from functools import lru_cache
from math import isfinite

from core.jacobian import Composition, LocalMap, Squares, composition, determinant_check, jacobian, squares
from core.path_chain import PathChain, Walk, path_chain, rate_check
from core.sampling.surface_grid import SurfaceGrid, surface_grid
from core.slopes import (
    ArrowField,
    Cuts,
    Dial,
    LevelCurve,
    Standing,
    StraightCut,
    arrow_field,
    clairaut_steps,
    cuts,
    dial,
    direction_steps,
    gradient_steps,
    level_curve,
    mixed_steps,
    partial_steps,
    slope_towards,
    standing,
    straight_section,
    view_window,
)
from core.steps import Check, Step
from core.tangent_plane import TangentPlane, tangent_plane
from core.three_variables import VARIABLES, SpaceGradient, space_gradient
from core.windows import Window
from ui.cached import FUNCTIONS, PICTURES, parsed, vector

PLANE = ("x", "y")
Point = tuple[float, float]


@lru_cache(maxsize=PICTURES)
def window_of(text: str, point: Point) -> Window:
    """The piece of the plane worth looking at, with room for an arrow around the point."""
    return view_window(parsed(text, PLANE), point)


@lru_cache(maxsize=PICTURES)
def standing_of(text: str, point: Point) -> Standing:
    """Which way is up at the point, or why that cannot be said."""
    return standing(parsed(text, PLANE), point)


@lru_cache(maxsize=PICTURES)
def through_of(text: str, point: Point, window: Window) -> LevelCurve:
    """The level curve through the point."""
    return level_curve(parsed(text, PLANE), point, window)


@lru_cache(maxsize=PICTURES)
def field_of(text: str, window: Window) -> ArrowField:
    """The gradient all over the window."""
    return arrow_field(parsed(text, PLANE), window)


@lru_cache(maxsize=PICTURES)
def dial_of(text: str, point: Point) -> Dial:
    """The slope in every direction."""
    return dial(parsed(text, PLANE), point)


@lru_cache(maxsize=PICTURES)
def slope_of(text: str, point: Point, angle: float) -> float:
    """The slope in one direction, NaN for none."""
    return slope_towards(parsed(text, PLANE), point, angle)


@lru_cache(maxsize=PICTURES)
def cuts_of(text: str, point: Point, window: Window) -> Cuts:
    """The cuts along both axes."""
    return cuts(parsed(text, PLANE), point, window)


@lru_cache(maxsize=PICTURES)
def section_of(text: str, point: Point, angle: float, window: Window) -> StraightCut:
    """The cut in one direction."""
    return straight_section(parsed(text, PLANE), point, angle, window)


@lru_cache(maxsize=PICTURES)
def partial_steps_of(text: str, point: Point, axis: int) -> tuple[Step, ...]:
    """∂f/∂x or ∂f/∂y by the rules, and the point put in."""
    return partial_steps(parsed(text, PLANE), point, axis)


@lru_cache(maxsize=PICTURES)
def gradient_steps_of(text: str, point: Point) -> tuple[Step, ...]:
    """The gradient worked out; where there is none, the slopes from both sides instead."""
    return gradient_steps(parsed(text, PLANE), point)


@lru_cache(maxsize=PICTURES)
def direction_steps_of(text: str, point: Point, angle: float) -> tuple[Step, ...]:
    """The slope in one direction worked out."""
    return direction_steps(parsed(text, PLANE), point, angle)


@lru_cache(maxsize=PICTURES)
def second_steps_of(text: str, point: Point) -> tuple[Step, ...]:
    """Both mixed second derivatives, and why they agree."""
    return (*mixed_steps(parsed(text, PLANE), point), *clairaut_steps())


@lru_cache(maxsize=PICTURES)
def surface_of(text: str, window: Window) -> SurfaceGrid:
    """The heights over the window."""
    return surface_grid(parsed(text, PLANE), (window.x, window.y))


@lru_cache(maxsize=PICTURES)
def plane_of(text: str, point: Point) -> TangentPlane:
    """The tangent plane, or why there is none."""
    return tangent_plane(parsed(text, PLANE), point)


@lru_cache(maxsize=FUNCTIONS)
def space_of(text: str, place: tuple[float, float, float]) -> SpaceGradient:
    """The gradient of a function of three variables."""
    return space_gradient(parsed(text, VARIABLES), place)


@lru_cache(maxsize=PICTURES)
def local_map_of(text: str, place: tuple[float, ...]) -> LocalMap:
    """A vector function and its Jacobian at a place."""
    return jacobian(vector(text)).at(place)


@lru_cache(maxsize=PICTURES)
def determinant_check_of(text: str, place: tuple[float, ...]) -> Check | None:
    """The determinant a second way; None where there is none."""
    local = local_map_of(text, place)
    return None if local.missing or local.determinant is None else determinant_check(local, local.determinant)


@lru_cache(maxsize=PICTURES)
def squares_of(text: str, place: Point) -> Squares:
    """What a small square becomes."""
    return squares(vector(text), place)


@lru_cache(maxsize=PICTURES)
def composition_of(outer: str, inner: str) -> Composition:
    """One vector function inside another; raises CalculusError where they do not fit together."""
    return composition(vector(outer), vector(inner, "g"))


@lru_cache(maxsize=PICTURES)
def chain_of(z: str, x: str, y: str) -> PathChain:
    """z along a path; raises CalculusError where that is too large a formula."""
    return path_chain(parsed(z, PLANE), parsed(x, ("t",)), parsed(y, ("t",)))


@lru_cache(maxsize=PICTURES)
def rate_check_of(z: str, x: str, y: str, t: float) -> Check | None:
    """dz/dt at one t a second way; None where there is none."""
    chain = chain_of(z, x, y)
    moving = chain.at(t)
    return rate_check(chain, moving) if isfinite(moving.rate) else None


@lru_cache(maxsize=PICTURES)
def walk_of(z: str, x: str, y: str, low: float, high: float) -> Walk:
    """The point all along its path; raises SettingError for a range of t that is none."""
    return chain_of(z, x, y).walk(low, high)
