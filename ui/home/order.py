"""The order of the course: what each lesson answers, and what it needs from those before it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A lesson's place on the map. `needs` says what it takes from each earlier lesson, by its name."""

    answers: str
    needs: Mapping[str, str]


PLACES: Mapping[str, Place] = {
    "limits": Place(
        "What f comes to near a point where it may have no value at all, and how sure that is.", {}
    ),
    "numerical_error": Place(
        "What a computer makes of (f(x + h) − f(x))/h, and which h leaves the least error.",
        {"limits": "a slope is a limit as h goes to 0"},
    ),
    "derivative_rules": Place(
        "Any formula taken apart into sums, products, quotients and chains, every line checked.",
        {"limits": "each rule is a limit, worked out once"},
    ),
    "gradient": Place(
        "The steepest way up from any place of a surface, and the slope in any other direction.",
        {"derivative_rules": "a partial derivative is a derivative with the rest held still"},
    ),
    "hessian_newton": Place(
        "Whether a level place is a minimum, a maximum or a saddle, and the step that bends with the ground.",
        {"gradient": "the Hessian says how the gradient turns"},
    ),
    "gd_vs_ascent": Place(
        "Step after step down or up a slope; with a memory, in a race, and from everywhere at once.",
        {"gradient": "every step follows it, or goes against it"},
    ),
    "learning_rate": Place(
        "Which rates creep, arrive, overshoot or fly off, said before the run and measured after it.",
        {
            "gd_vs_ascent": "its steps, now longer or shorter",
            "hessian_newton": "curvature sets the largest rate",
        },
    ),
    "training": Place(
        "What a line, a neuron and a small network learn from data, with every gradient shown.",
        {
            "derivative_rules": "backpropagation is the chain rule",
            "learning_rate": "a loss is a surface too, and its rates obey the same law",
        },
    ),
}
