"""Every claim in the notice of every example, computed again."""

import mpmath
import numpy as np
import pytest

from core.descent import Trace, run, start_keys
from core.examples import EXAMPLES, Example
from core.expression import Expression, parse
from core.numbers import number
from core.optimizers import OPTIMIZERS
from tests.core.examples.claims import Claims

GD_VS_ASCENT = {example.name: example for example in EXAMPLES["gd_vs_ascent"]}
KEYS = {"dim", "f", "x0", "g", "px", "py", "eta", "steps", "optimizer"}
CLAIMS = Claims[Example]()


def function(example: Example) -> Expression:
    values = example.values
    return parse(values["f"]) if values["dim"] == "1" else parse(values["g"], ("x", "y"))


def trace(example: Example, sense: str = "descent", **changed: str) -> Trace:
    """The run of an example, with some of its values changed."""
    values = example.values | changed
    start = [float(values[key]) for key in start_keys(int(values["dim"]))]
    eta, steps = float(values["eta"]), int(values["steps"])
    return run(function(example), start, values["optimizer"], eta, steps, sense)


@pytest.mark.parametrize("lesson", EXAMPLES)
def test_names_and_titles_are_unique_within_a_lesson(lesson: str) -> None:
    examples = EXAMPLES[lesson]
    assert len({example.name for example in examples}) == len({example.title for example in examples})
    assert len({example.name for example in examples}) == len(examples)
    assert all(example.lesson == lesson for example in examples)


@pytest.mark.parametrize("example", GD_VS_ASCENT.values(), ids=GD_VS_ASCENT)
def test_an_example_sets_exactly_the_keys_of_its_dimension(example: Example) -> None:
    own = {"f", "x0"} if example.values["dim"] == "1" else {"g", "px", "py"}
    assert set(example.values) == {"dim", "eta", "steps", "optimizer"} | own
    assert set(example.values) <= KEYS
    assert example.values["optimizer"] in OPTIMIZERS


@pytest.mark.parametrize("example", GD_VS_ASCENT.values(), ids=GD_VS_ASCENT)
def test_descent_and_ascent_both_run(example: Example) -> None:
    for sense in ("descent", "ascent"):
        result = trace(example, sense)
        assert result.steps >= 1 and result.status.sentence.endswith(".")


@pytest.mark.parametrize("example", GD_VS_ASCENT.values(), ids=GD_VS_ASCENT)
def test_what_the_notice_claims_is_so(example: Example) -> None:
    CLAIMS[example.name](example)


def test_no_claim_is_left_over() -> None:
    assert set(CLAIMS) == set(GD_VS_ASCENT)


def shown(values: np.ndarray) -> list[str]:
    return [number(float(value)) for value in values]


def has(example: Example, *texts: str) -> None:
    """The computed numbers stand in the notice as they are written here."""
    assert all(text in example.notice for text in texts), (texts, example.notice)


@CLAIMS.of("parabola")
def _parabola(example: Example) -> None:
    down, up = trace(example), trace(example, "ascent")
    has(example, *shown(down.x[1:, 0]))
    assert down.step[1:] / down.step[:-1] == pytest.approx(0.2)
    assert up.step[0] == -down.step[0] and up.step[1:] / up.step[:-1] == pytest.approx(1.8)


@CLAIMS.of("parabola-turned-over")
def _turned_over(example: Example) -> None:
    up = trace(example, "ascent")
    has(example, *shown(up.x[1:, 0]))
    assert up.x.tolist() == trace(GD_VS_ASCENT["parabola"]).x.tolist()


@CLAIMS.of("omega")
def _omega(example: Example) -> None:
    down, up = trace(example), trace(example, "ascent")
    omega = float(mpmath.lambertw(1).real)
    near = int(np.argmax(np.abs(down.x[:, 0] - omega) <= 1e-6))
    has(example, number(down.gradient[0, 0]), number(omega), f"after {near} steps", number(up.x[1, 0]))
    assert np.argmax(np.abs(down.step[:, 0])) == 0
    assert down.status.kind == "converged"
    assert up.status.kind == "left-domain" and up.status.step == 1


@CLAIMS.of("square")
def _square(example: Example) -> None:
    down = trace(example)
    assert down.x[1:] / down.x[:-1] == pytest.approx(0.8)
    has(example, ", ".join(shown(down.x[:4, 0])), number(down.x[20, 0]))


@CLAIMS.of("surface-85")
def _surface(example: Example) -> None:
    down = trace(example)
    near = int(np.argmax(np.linalg.norm(down.x - 4, axis=1) <= 1e-6))
    has(example, f"({', '.join(shown(down.x[1]))})", f"After {near} steps")
    assert np.linalg.norm(down.step[0]) < 0.01
    assert down.status.kind == "converged"


@CLAIMS.of("hopping")
def _hopping(example: Example) -> None:
    has(example, ", ".join(shown(trace(example).x[:4, 0])))
    assert trace(example, eta="0.99", steps="1000").status.kind == "converged"
    assert trace(example, eta="1.01", steps="1000").status.kind == "diverged"


@CLAIMS.of("overshooting")
def _overshooting(example: Example) -> None:
    down = trace(example)
    has(example, ", ".join(shown(down.x[:4, 0])))
    assert np.all(np.diff(down.f) > 0)
    assert np.all(down.step * down.x[:-1] < 0)


@CLAIMS.of("normalised")
def _normalised(example: Example) -> None:
    hopping, plain = trace(example), trace(example, optimizer="gd")
    assert np.abs(hopping.step) == pytest.approx(0.4)
    rounded = [f"{value:.1f}".rstrip("0").rstrip(".").replace("-", "−") for value in hopping.x[:6, 0]]
    has(example, ", ".join(rounded[:3]), ", ".join(rounded[3:]), ", ".join(shown(plain.x[:4, 0])))
    assert hopping.status.kind == "step-limit"


@CLAIMS.of("no-minimum")
def _no_minimum(example: Example) -> None:
    down = trace(example)
    assert np.all(np.diff(down.f) < 0) and np.all(np.diff(np.abs(down.gradient[:, 0])) < 0)
    assert down.status.kind == "step-limit"
    assert np.all(np.diff(np.abs(down.step[:, 0])) < 0)


@CLAIMS.of("two-valleys")
def _two_valleys(example: Example) -> None:
    e = function(example)
    right, left = trace(example), trace(example, x0="0")
    assert right.status.kind == left.status.kind == "converged"
    has(example, number(right.x[-1, 0]), number(left.x[-1, 0], 4))
    assert float(e(left.x[-1, 0])) < float(e(right.x[-1, 0]))


@CLAIMS.of("level-spot")
def _level_spot(example: Example) -> None:
    down, below = trace(example), trace(example, x0="-0.1")
    assert np.all(np.diff(down.x[:, 0]) < 0) and 0 < down.x[-1, 0] < 0.02
    assert trace(example, x0="0").status.kind == "critical-start"
    assert float(function(example)(-0.01)) < 0 == float(function(example)(0.0))
    assert below.status.kind == "diverged"


@CLAIMS.of("corner")
def _corner(example: Example) -> None:
    down, hopping = trace(example), trace(example, eta="0.4")
    assert down.status.kind == "no-gradient" and down.status.step == 2 and down.x[-1, 0] == 0
    assert np.abs(hopping.x[2:, 0]) == pytest.approx(0.2) and np.all(np.diff(np.sign(hopping.x[2:, 0])) != 0)
    assert np.abs(hopping.gradient).tolist() == [[1.0]] * 11


@CLAIMS.of("flat-bottom")
def _flat_bottom(example: Example) -> None:
    down = trace(example)
    assert down.status.kind == "converged" and down.x[-1, 0] == pytest.approx(0.8)
    e = function(example)
    assert e(np.linspace(-1, 1, 21)).tolist() == [0.0] * 21 and np.all(e(np.array([-1.1, 1.1])) > 0)


@CLAIMS.of("saddle")
def _saddle(example: Example) -> None:
    down = trace(example)
    assert down.x[1:] / down.x[:-1] == pytest.approx(np.tile([0.8, 1.2], (40, 1)))
    distance = np.linalg.norm(down.x, axis=1)
    nearest = int(np.argmin(distance))
    assert 0 < nearest < 40 and distance[nearest] < 0.1 < 1 < distance[-1]
    exact = trace(example, py="0")
    assert np.all(exact.x[:, 1] == 0) and exact.x[1:, 0] / exact.x[:-1, 0] == pytest.approx(0.8)


@CLAIMS.of("himmelblau")
def _himmelblau(example: Example) -> None:
    down, up = trace(example), trace(example, "ascent")
    assert down.status.kind == up.status.kind == "converged"
    assert down.x[-1] == pytest.approx([3, 2], abs=1e-6) and down.f[-1] < 1e-12
    has(example, f"({', '.join(shown(up.x[-1]))})")
    minima = {
        tuple(np.round(trace(example, px=px, py=py).x[-1], 4)) for px in ("-4", "4") for py in ("-4", "4")
    }
    assert len(minima) == 4
    assert all(float(function(example)(*where)) < 1e-6 for where in minima)


@CLAIMS.of("banana")
def _banana(example: Example) -> None:
    down = trace(example)
    off_the_valley = np.abs(down.x[:, 1] - down.x[:, 0] ** 2)
    assert off_the_valley[0] > 0.4 > 0.1 > off_the_valley[10]
    assert function(example)(1.0, 1.0) == 0
    assert down.steps == 1000 and np.linalg.norm(down.x[-1] - 1) > 0.5


@CLAIMS.of("hill-and-hollow")
def _hill_and_hollow(example: Example) -> None:
    down, up = trace(example), trace(example, "ascent")
    assert down.status.kind == up.status.kind == "converged"
    root = 0.5**0.5
    assert down.x[-1] == pytest.approx([-root, 0], abs=1e-5)
    assert up.x[-1] == pytest.approx([root, 0], abs=1e-5)
    has(example, f"({number(-root)}, 0)", f"({number(root)}, 0)")
