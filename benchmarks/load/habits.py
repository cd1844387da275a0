"""What a visitor of each lesson does: the slider that is moved, and functions nobody has typed before."""

from collections.abc import Callable
from dataclasses import dataclass

CURVES = ("x^2 - {a}x + {b}", "e^x - {a} log(x + {b})", "sin({a}x) + x^2/{b}")
SURFACES = ("(x^2 + y - {a})^2 + (x + y^2 - {b})^2", "8{a} - x^2(x-{b})y^2(y-{b})/90")


def formula(patterns: tuple[str, ...]) -> Callable[[int], str]:
    """Formulas by number, each another one: numbers with two digits behind the point, as people type them.

    >>> formula(CURVES)(7)
    'e^x - 2.07 log(x + 3)'
    """

    def numbered(number: int) -> str:
        a = 2 + number % 700 / 100
        return patterns[number % len(patterns)].format(a=f"{a:g}", b=3 + number // 700 % 6)

    return numbered


@dataclass(frozen=True)
class Habit:
    """A lesson with its slider, a field to type into, what is typed there by number, and where it begins."""

    lesson: str
    slider: str
    field: str
    typed: Callable[[int], str | int]
    query: str = ""


HABITS = (
    Habit("limits", "ε", "f(x)", formula(CURVES)),
    Habit("numerical_error", "Step h", "f(x)", formula(CURVES), "x0=3"),
    Habit("derivative_rules", "Place x₀", "f(x)", formula(CURVES)),
    Habit("gradient", "Point x", "f(x, y)", formula(SURFACES)),
    Habit("hessian_newton", "Point x", "f(x, y)", formula(SURFACES)),
    Habit("gd_vs_ascent", "Learning rate", "f(x)", formula(CURVES)),
    Habit("learning_rate", "Learning rate", "f(x, y)", formula(SURFACES), "dim=2&eta=0.01"),
    # it has no function: another seed is other data
    Habit("training", "Learning rate", "Seed", lambda number: number % 9999, "data=noisy_line&batch=30"),
)
