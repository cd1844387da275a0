"""`python -m benchmarks`: what every lesson costs, beside a bare Streamlit page in the same run."""

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import limits
from benchmarks.computation import print_table
from benchmarks.redraw import Slider, redraw_milliseconds
from benchmarks.serving import ROOT, server
from benchmarks.session import Rerun, Session
from ui.course import LESSONS


@dataclass(frozen=True)
class Subject:
    """A page to measure: its script and path, the labels of what is moved, and new functions to type.

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
SUBJECTS = (
    Subject("bare page", ROOT / "benchmarks" / "bare.py", "", "Learning rate", "f(x)", CURVES, notch=0.01),
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


TITLES = ("slider, server", "new f, server", "slider, sent", "slider, redrawn", "ratio to bare")


@dataclass(frozen=True)
class Cost:
    """Medians: a moved slider on the server and sent, a new function on the server."""

    slider: float
    kilobytes: float
    function: float


def median_milliseconds(reruns: Iterable[Rerun]) -> float:
    return 1000 * statistics.median(rerun.seconds for rerun in reruns)


def measured(session: Session, change: Callable[[Session], Iterable[Rerun]]) -> list[Rerun]:
    reruns = list(change(session))
    if any(rerun.exceptions for rerun in reruns):
        raise RuntimeError("a rerun ended in an exception, so its time says nothing")
    return reruns


def cost(subject: Subject, address: str) -> Cost:
    """What one page costs over the socket, without a browser."""
    with Session(address, subject.page, subject.query) as session:
        session.rerun()
        warm = measured(
            session, lambda s: [s.rerun(**{subject.slider: k * subject.notch}) for k in range(20, 65)]
        )[5:]
        new = measured(session, lambda s: [s.rerun(**{subject.field: text}) for text in subject.functions])
    kilobytes = statistics.median(rerun.received for rerun in warm) / 1000
    return Cost(median_milliseconds(warm), kilobytes, median_milliseconds(new))


def main() -> None:
    """Print one table; the last column is the redraw time as a multiple of the bare page's."""
    print(f"{'':24}" + "".join(f"{title:>17}" for title in TITLES))
    with server(SUBJECTS[0].script) as bare:
        for subject in SUBJECTS:
            with server(subject.script) as address:
                found = cost(subject, address)
                own = Slider(f"{address}/{subject.page}?{subject.query}", subject.slider)
                beside, redrawn = redraw_milliseconds((Slider(bare, SUBJECTS[0].slider), own))
            print(
                f"{subject.name:24}{found.slider:14.0f} ms{found.function:14.0f} ms{found.kilobytes:14.0f} kB"
                f"{redrawn:14.0f} ms{redrawn / beside:16.2f}×",
                flush=True,
            )
    print_table()
    print_table(limits.WORKS)


if __name__ == "__main__":
    main()
