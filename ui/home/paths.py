"""Ready ways through the course: lists of steps that open a lesson at the example and the part meant."""

from dataclasses import dataclass

from core.examples import EXAMPLES
from ui.tabs import KEY


@dataclass(frozen=True)
class Stop:
    """One step of a path: `minutes` at an example and a part of a lesson; "" for a page that has none."""

    title: str
    minutes: int
    lesson: str
    example: str = ""
    tab: str = ""

    @property
    def values(self) -> dict[str, str]:
        """The address of this step; LookupError for an example there is not.

        >>> Stop("A slope", 5, "derivative_rules", "product", "Graph").values
        {'f': '(x - 2)(x + 3)', 'x0': '1', 'order': '1', 'tab': 'Graph'}
        """
        if not self.example:
            return {}
        return {**_example(self.lesson, self.example), KEY: self.tab}


@dataclass(frozen=True)
class Path:
    """A way through the course, for whom it is, and its steps."""

    name: str
    purpose: str
    stops: tuple[Stop, ...]

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(stop.minutes for stop in self.stops)

    @property
    def label(self) -> str:
        """The name with its minutes, unless it tells them.

        >>> [path.label for path in PATHS][:2]
        ['60 minutes before the exam', 'Numerical analysis · 70 min']
        """
        return self.name if self.name.startswith(f"{self.minutes} ") else f"{self.name} · {self.minutes} min"


def _example(lesson: str, name: str) -> dict[str, str]:
    for example in EXAMPLES[lesson]:
        if example.name == name:
            return example.values
    raise LookupError(f"{lesson} has no example {name}")


PATHS: tuple[Path, ...] = (
    Path(
        "60 minutes before the exam",
        "One worked answer for each kind of question.",
        (
            Stop("A limit from both sides", 8, "limits", "hole", "Steps"),
            Stop("Continuous here, or not", 6, "limits", "no-limit", "Continuity"),
            Stop("Product rule and chain rule, line by line", 10, "derivative_rules", "bump", "Steps"),
            Stop("A quotient: differentiate it yourself", 6, "derivative_rules", "quotient", "Your turn"),
            Stop("A gradient by hand", 8, "gradient", "bowl", "Steps"),
            Stop("Minimum, maximum or saddle", 8, "hessian_newton", "saddle", "Hessian"),
            Stop("Five steps of gradient descent", 6, "gd_vs_ascent", "parabola", "Steps"),
            Stop("A rate that overshoots", 4, "learning_rate", "large", "Steps"),
            Stop("What is often believed and false", 4, "myths"),
        ),
    ),
    Path(
        "Numerical analysis",
        "What floating point makes of calculus, and how methods live with it.",
        (
            Stop("A limit read off tables", 8, "limits", "sine-over-x", "Tables"),
            Stop("One difference quotient, digit by digit", 8, "numerical_error", "parabola", "One h"),
            Stop("Two errors, and the h between them", 8, "numerical_error", "parabola", "Best h"),
            Stop("Where x + h is x", 6, "numerical_error", "absorbed", "Machine ε"),
            Stop("Digits that cancel", 10, "numerical_error", "cancelling", "Four errors"),
            Stop("A step without cancellation", 6, "numerical_error", "complex-step", "The way out"),
            Stop("Taylor’s polynomials and their error", 8, "derivative_rules", "approximation", "Taylor"),
            Stop("Newton’s method: digits that double", 10, "hessian_newton", "omega", "Newton"),
            Stop("Which root a start is taken to", 6, "hessian_newton", "cube-roots", "Basins"),
        ),
    ),
    Path(
        "Optimisation for ML",
        "From one slope to a small network that learns.",
        (
            Stop("Which way is up", 8, "gradient", "bump", "Direction"),
            Stop("Level, and no minimum: a saddle", 8, "hessian_newton", "saddle", "Critical points"),
            Stop("A run over a surface", 8, "gd_vs_ascent", "surface-85", "Steps"),
            Stop("Every start ends somewhere", 6, "gd_vs_ascent", "himmelblau", "Many starts"),
            Stop("Optimisers race down a valley", 8, "gd_vs_ascent", "banana", "Race"),
            Stop("The largest rate a bowl allows", 8, "learning_rate", "narrow-bowl", "Steps"),
            Stop("Let the function choose the rate", 6, "learning_rate", "backtracking", "Steps"),
            Stop("A line is trained", 8, "training", "three-points", "Loss"),
            Stop("Backpropagation, edge by edge", 10, "training", "xor-network", "Backpropagation"),
            Stop("A boundary that bends", 8, "training", "two-moons", "Data"),
        ),
    ),
)
