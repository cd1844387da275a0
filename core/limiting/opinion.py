"""The symbolic witness's answer as it arrives from the worker, read with the language's own parser."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any, Literal

import sympy

from core.expression import Expression, ExpressionError, parse
from core.expression.precise import context, precise_value
from core.limiting.sampling_near import DIGITS

Kind = Literal["finite", "+inf", "-inf", "oscillates", "unbounded", "unknown", "none"]

NO_OPINION: Mapping[str, Any] = {"kind": "unknown"}


@dataclass(frozen=True)
class Opinion:
    """What the symbols say: an exact number, ±∞, an oscillation, or nothing.

    "unbounded": values grow, and SymPy does not say with which sign. "unknown": SymPy has no answer. "none":
    it was not heard, and `sentence` says why.
    """

    kind: Kind
    number: Expression | None = None
    band: tuple[float, float] | None = None
    sentence: str = ""

    @property
    def value(self) -> sympy.Expr | None:
        """The exact finite limit."""
        return None if self.number is None else self.number.sympy

    @cached_property
    def limit(self) -> Any:
        """The limit as an mpf, ±inf too; nan where there is none."""
        mp = context(DIGITS)
        if self.number is not None:
            return precise_value(self.number.tree, {}, DIGITS)
        return {"+inf": mp.inf, "-inf": -mp.inf}.get(self.kind, mp.nan)


def opinion_of(answer: Mapping[str, Any]) -> Opinion:
    """The opinion in a worker's JSON.

    >>> opinion_of({"kind": "finite", "text": "sqrt(2)/2"}).value
    sqrt(2)/2
    """
    try:
        number = parse(answer["text"]) if answer["kind"] == "finite" else None
    except ExpressionError:
        return Opinion("none", sentence="The exact value is a number too large or too long for this app.")
    return Opinion(answer["kind"], number, _band(answer.get("band")))


def _band(ends: list[float | None] | None) -> tuple[float, float] | None:
    if ends is None:
        return None
    low, high = ends
    return (-inf if low is None else low, inf if high is None else high)
