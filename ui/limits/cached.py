"""What the page Limits computes, kept for every session."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st

from core.continuity import Breaks, Continuity, breaks, condition_checks, continuity_at
from core.expression import Expression
from core.expression.precise import context
from core.first_principles import DifferenceQuotient, Secants, difference_quotient, secants
from core.limiting.approach import Table, approach_tables, sequence_table
from core.limiting.asking import Answer, symbolic_answer
from core.limiting.closeness import Closeness, closeness
from core.limiting.evidence import Evidence
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
from core.steps import Check
from ui.cached import FUNCTIONS, PICTURES, parsed


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


@st.cache_resource(max_entries=PICTURES, show_spinner=False)
def answer_of(asked: Question) -> Future[Answer]:
    """What the symbols say of a limit, in less than three seconds."""
    return _background().submit(symbolic_answer, asked.function, asked.point, asked.sides)


@lru_cache(maxsize=PICTURES)
def evidence_of(asked: Question) -> Mapping[Side, Evidence]:
    """What the numbers say of a limit, at once."""
    return numeric_witness(asked.function, asked.point, asked.sides)


@st.cache_resource(max_entries=PICTURES, show_spinner=False)
def report_of(asked: Question) -> LimitReport:
    """The verdict over both witnesses; waits for the symbols."""
    return judged(asked.point, evidence_of(asked), answer_of(asked).result())


@lru_cache(maxsize=PICTURES)
def closeness_of(asked: Question, limit: float | None, epsilon: float) -> Closeness:
    """The answer to one ε, for a limit or, with None, for there being none."""
    return closeness(asked.function, asked.point, asked.sides, limit, epsilon)


@lru_cache(maxsize=PICTURES)
def value_of(text: str, a: str) -> Any:
    """f(a) in many digits, nan where there is no value."""
    point = read_point(a)
    return context(DIGITS).nan if point.infinite else value_at(parsed(text, ("x",)), point.place)


@lru_cache(maxsize=PICTURES)
def zoom_of(text: str, a: str, middle: str | None) -> Zoom:
    """A function near a point at every power of ten, about the limit in decimals where there is one."""
    centre = None if middle is None else context(DIGITS).mpf(middle)
    return zoom_levels(parsed(text, ("x",)), read_point(a).place, centre)


@lru_cache(maxsize=PICTURES)
def tables_of(text: str, a: str, rows: int) -> tuple[Table, ...]:
    """Values ever nearer to a point, a table for each side."""
    return approach_tables(parsed(text, ("x",)), read_point(a).place, rows)


@lru_cache(maxsize=1)
def sequence_of(text: str) -> Table:
    """The terms n = 1, 10, … 10¹⁶ of a sequence in n."""
    return sequence_table(parsed(text, ("n",)))


@lru_cache(maxsize=PICTURES)
def continuity_of(text: str, a: str) -> Continuity:
    """The three conditions of continuity at a finite point."""
    return continuity_at(parsed(text, ("x",)), read_point(a).place)


@lru_cache(maxsize=PICTURES)
def continuity_checks_of(text: str, a: str) -> tuple[tuple[Check, ...], ...]:
    """What each of the three conditions was held against."""
    return condition_checks(parsed(text, ("x",)), read_point(a), continuity_of(text, a))


@lru_cache(maxsize=PICTURES)
def breaks_of(text: str, low: float, high: float) -> Breaks:
    """Where a function of x breaks in a window."""
    return breaks(parsed(text, ("x",)), low, high)


@lru_cache(maxsize=PICTURES)
def secants_of(text: str, a: str, widest: float) -> Secants:
    """Secants that become the tangent; raises SettingError where f has no value."""
    return secants(parsed(text, ("x",)), read_point(a).place, widest=widest)


@lru_cache(maxsize=FUNCTIONS)
def quotient_of(text: str) -> DifferenceQuotient:
    """The difference quotient of a function of x, line by line."""
    return difference_quotient(parsed(text, ("x",)))


@lru_cache(maxsize=PICTURES)
def paths_of(text: str) -> tuple[Paths, tuple[Check, ...]]:
    """What the paths to (0, 0) say of a function of x and y, and what their limits were held against."""
    function = parsed(text, ("x", "y"))
    found = paths_to_origin(function)
    return found, path_checks(function, found)


@lru_cache(maxsize=PICTURES)
def row_of(text: str, shape: Shape, reach: float) -> Row:
    """All paths of one shape to (0, 0), with the values of a function of x and y along them."""
    return row_of_paths(parsed(text, ("x", "y")), shape, reach)


@lru_cache(maxsize=PICTURES)
def path_formula_of(text: str, shape: Shape) -> str | None:
    """The limit along all paths of one shape as a formula in LaTeX, where there is one."""
    return formula_latex(parsed(text, ("x", "y")), shape)
