"""The one list of ways to work out a difference quotient, in the order of trial."""

import sympy

from core.first_principles.by_conjugate import absolute, reciprocal_root, root
from core.first_principles.by_expanding import constant, polynomial, rational
from core.first_principles.lines import Line, Method

METHODS: tuple[Method, ...] = (constant, polynomial, rational, root, reciprocal_root, absolute)
"""The simplest method that is able comes first."""


def quotient_lines(f: sympy.Expr) -> list[Line] | None:
    """The lines of the first method that is able, None where differentiation rules are needed."""
    return next((lines for method in METHODS if (lines := method(f)) is not None), None)
