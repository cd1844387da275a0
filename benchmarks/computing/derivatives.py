"""`python -m benchmarks.computing.derivatives`: the predicted best h beside what libraries choose.

|estimate − f′(x)| / max(1, |f′(x)|) and evaluations of f in float64, for 30 functions, all in float64. The
prediction is made from exact higher derivatives, which the libraries do not have: it costs 39 evaluations in
many digits, once for each point, and shows what a stencil can do at best.
"""

import importlib
import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.differences import STENCILS, error_curve
from core.expression import Expression, parse

# By name: the two libraries ship no type information, and nothing else here may need them.
SCIPY = importlib.import_module("scipy.differentiate")
NUMDIFFTOOLS = importlib.import_module("numdifftools")

CASES = (
    ("x^2", 3.0), ("x^3", 2.0), ("x^10", 1.1), ("x^5 - 3x^2 + 1", 1.3), ("x^2 - 4x + 4", 2.5),
    ("exp(x)", 1.0), ("x exp(x)", 1.0), ("exp(10x)", 1.0), ("exp(-x^2)", 0.7), ("2^x", 1.5),
    ("exp(sin(x^2))/(1 + x^4)", 0.7), ("log(x)", 2.0), ("log(1 + x^2)", 2.0), ("sqrt(x)", 2.0),
    ("cbrt(x)", 8.0),
    ("1/x", 3.0), ("1/(1 + 25x^2)", 0.2), ("sin(x)", 1.0), ("sin(x)", 1000.0), ("sin(100x)", 0.5),
    ("sin(1/x)", 0.1), ("sin(1/x)", 0.01), ("cos(x)", 0.0), ("tan(x)", 1.0), ("asin(x)", 0.3),
    ("atan(x)", 1.0), ("cosh(x)", 1.0), ("tanh(x)", 0.5), ("sigmoid(x)", 0.3), ("softplus(x)", -1.0),
)  # fmt: skip


@dataclass
class Counted:
    """A function that counts the places it is evaluated at."""

    e: Expression
    places: int = 0

    def __call__(self, x: Any) -> Any:
        """f(x) for a number or an array."""
        self.places += np.size(x)
        return self.e(x)


@dataclass(frozen=True)
class Found:
    """One way's relative error and how often it evaluated f."""

    error: float
    evaluations: int


def of_stencil(name: str) -> Callable[[Expression, float, Any], Found]:
    def found(e: Expression, x: float, truth: Any) -> Found:
        h = error_curve(e, x, name).predicted_h
        estimate = float(error_curve(e, x, name, h=[h]).estimate[0])
        return Found(relative(estimate, truth), STENCILS[name].evaluations)

    return found


def of_scipy(e: Expression, x: float, truth: Any) -> Found:
    counted = Counted(e)
    result = SCIPY.derivative(counted, np.float64(x))
    return Found(relative(float(result.df), truth), counted.places)


def of_numdifftools(e: Expression, x: float, truth: Any) -> Found:
    counted = Counted(e)
    estimate = float(np.ravel(NUMDIFFTOOLS.Derivative(counted)(x))[0])
    return Found(relative(estimate, truth), counted.places)


def relative(estimate: float, truth: Any) -> float:
    return float(abs(estimate - truth)) / max(1.0, abs(float(truth)))


WAYS: dict[str, Callable[[Expression, float, Any], Found]] = {
    **{row.label: of_stencil(name) for name, row in STENCILS.items()},
    "scipy": of_scipy,
    "numdifftools": of_numdifftools,
}


def main() -> None:
    """Print error and evaluations side by side, and their middles below."""
    print(f"{'':32}" + "".join(f"{way:>19}" for way in WAYS))
    columns: dict[str, list[Found]] = {way: [] for way in WAYS}
    for text, x in CASES:
        e = parse(text)
        truth = error_curve(e, x).facts.truth
        for way, find in WAYS.items():
            columns[way].append(find(e, x, truth))
        name = f"{text}, x = {x:g}"
        print(f"{name:32}" + "".join(shown(column[-1]) for column in columns.values()), flush=True)
    print(f"{'median':32}" + "".join(shown(middle(column)) for column in columns.values()))
    print(f"{'worst':32}" + "".join(shown(worst(column)) for column in columns.values()))


def shown(found: Found) -> str:
    error = "nan" if math.isnan(found.error) else f"{found.error:.0e}"
    return f"{error:>12} ({found.evaluations:>4})"


def middle(column: list[Found]) -> Found:
    evaluations = statistics.median(found.evaluations for found in column)
    return Found(statistics.median(found.error for found in column), round(evaluations))


def worst(column: list[Found]) -> Found:
    return Found(max(found.error for found in column), max(found.evaluations for found in column))


if __name__ == "__main__":
    main()
