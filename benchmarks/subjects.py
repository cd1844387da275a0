"""What is measured: every lesson, some with more than one picture, and the bare page beside them."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import ROOT
from ui.course import LESSONS

CURVES = tuple(f"x^2 - {a}x + {b}" for a in range(2, 6) for b in range(3))
CURVES += tuple(f"e^x - {a} log(x + {a})" for a in range(2, 8)) + tuple(
    f"sin({a}x) + x^2/{a}" for a in range(2, 8)
)
SURFACES = tuple(f"{a} - x^2(x-{b})y^2(y-{b})/90" for a in (80, 85) for b in range(3, 7))
SURFACES += tuple(f"(x^2 + y - {a})^2 + (x + y^2 - {b})^2" for a in range(9, 13) for b in range(5, 9))
SEEDS = tuple(range(1, 25))
LINE = "data=noisy_line&batch=30"
NETWORK = "model=network&data=two_moons&hidden=8&batch=100"
APP = ROOT / "streamlit_app.py"


@dataclass(frozen=True)
class Subject:
    """A page to measure: its script and path, the labels of what is moved, and 24 functions to type.

    Training has no function; another seed is other data.

    `notch` is what one position of the slider is worth to Streamlit: 1 where it slides over a list.
    """

    name: str
    script: Path
    page: str
    slider: str
    field: str
    functions: tuple[str | int, ...]
    query: str = ""
    notch: float = 1.0

    def at(self, address: str) -> str:
        """The page as a browser asks for it."""
        return f"{address}/{self.page}?{self.query}"


BARE = Subject("bare page", ROOT / "benchmarks" / "bare.py", "", "Learning rate", "f(x)", CURVES, notch=0.01)
SUBJECTS = (
    Subject("Limits", APP, "limits", "ε", "f(x)", CURVES),
    Subject("Numerical Error", APP, "numerical_error", "Step h", "f(x)", CURVES, "x0=3&h=1e-12"),
    Subject("Derivative Rules", APP, "derivative_rules", "Place x₀", "f(x)", CURVES),
    Subject("Gradient, point", APP, "gradient", "Point x", "f(x, y)", SURFACES, "px=-2&py=1"),
    Subject("Gradient, angle", APP, "gradient", "Direction u", "f(x, y)", SURFACES, "angle=-90"),
    Subject("Hessian/Newton, f(x, y)", APP, "hessian_newton", "Point x", "f(x, y)", SURFACES, "px=-2&py=1"),
    Subject("Hessian/Newton, f(x)", APP, "hessian_newton", "Point x₀", "f(x)", CURVES, "dim=1&x0=-2"),
    *(
        Subject(f"{lesson.label}, {field}", APP, lesson.name, "Learning rate", field, functions, query)
        for lesson in LESSONS
        if lesson.section == "Optimisation"
        for field, functions, query in (("f(x)", CURVES, ""), ("f(x, y)", SURFACES, "dim=2&eta=0.01"))
    ),
    Subject(
        "Race of four", APP, "gd_vs_ascent", "Learning rate", "f(x, y)", SURFACES, "dim=2&eta=0.01&tab=Race"
    ),
    Subject("Training, line", APP, "training", "Learning rate", "Seed", SEEDS, f"{LINE}&eta=0.001"),
    Subject("Training, network", APP, "training", "Learning rate", "Seed", SEEDS, f"{NETWORK}&eta=0.001"),
)


def subjects_named(part: str) -> tuple[Subject, ...]:
    """Those whose name holds `part`; LookupError when none does."""
    found = tuple(subject for subject in SUBJECTS if part.lower() in subject.name.lower())
    if not found:
        raise LookupError(f"no subject is named {part!r}: " + ", ".join(subject.name for subject in SUBJECTS))
    return found
