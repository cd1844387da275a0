"""The chain rule over all paths of z(x(t), y(t))."""

import math

import pytest

from core.computational_graph import Dependencies, dependencies, path_steps
from core.errors import CalculusError
from core.expression import parse


def tree(z: str, **inner: str) -> Dependencies:
    functions = {name: parse(text, ("t",)) for name, text in inner.items()}
    return dependencies(parse(z, tuple(inner)), functions)


def test_the_example_of_the_sources_comes_out_right() -> None:
    found = tree("x^2 - 3x y + 2y^2", x="3sin(2t)", y="4cos(2t)")
    assert str(found.formula) == "-46*sin(4*t) - 72*cos(4*t)"
    assert found.simplification.sentence.startswith("Products of sines and cosines become sums")


def test_each_edge_carries_its_derivative() -> None:
    found = tree("x^2 - 3x y + 2y^2", x="3sin(2t)", y="4cos(2t)")
    assert {name: str(one.formula) for name, one in found.partials.items()} == {
        "x": "2*x - 3*y",
        "y": "-3*x + 4*y",
    }
    assert {name: str(one.formula) for name, one in found.slopes.items()} == {
        "x": "6*cos(2*t)",
        "y": "-8*sin(2*t)",
    }


def test_a_composition_that_would_take_minutes_is_refused_at_once() -> None:
    with pytest.raises(CalculusError, match="One function put into the other is too much here"):
        tree("(x^90 + y)^29", x="(t + 1)^30", y="t")


@pytest.mark.parametrize(
    ("z", "x", "y", "expected"),
    [
        ("x y", "t^2", "t^3", lambda t: 5 * t**4),
        ("x/y", "e^t", "t", lambda t: math.exp(t) / t - math.exp(t) / t**2),
        ("sqrt(x^2 + y^2)", "cos(t)", "sin(t)", lambda t: 0.0 * t),
        ("x^y", "t", "t", lambda t: t**t * (math.log(t) + 1)),
    ],
)
def test_the_sum_over_the_paths_is_the_derivative_of_the_composite(z, x, y, expected) -> None:
    found = tree(z, x=x, y=y)
    assert float(found.formula(1.3)) == pytest.approx(expected(1.3), rel=1e-13, abs=1e-15)
    for formula in (found.total, found.formula.tree):
        check = found.check(formula)
        assert check is not None and check.holds


def test_the_steps_walk_the_edges_and_end_in_t() -> None:
    steps = path_steps(tree("x y", x="t^2", y="t^3"))
    assert [step.title for step in steps] == [
        "Chain rule over all paths",
        "Edge from z to x",
        "Edge from x to t",
        "Edge from z to y",
        "Edge from y to t",
        "Edges multiplied, paths added",
        "Everything in t",
        "Simplify",
    ]
    assert all(step.check is None or step.check.holds for step in steps)
    assert steps[1].substeps and steps[-1].check is not None
    assert r"\frac{\partial z}{\partial x} \cdot \frac{dx}{dt}" in steps[0].latex


def test_an_input_without_an_inner_function_is_refused() -> None:
    with pytest.raises(ValueError, match="each input"):
        dependencies(parse("x y", ("x", "y")), {"x": parse("t", ("t",))})
    with pytest.raises(ValueError, match="same single variable"):
        dependencies(parse("x y", ("x", "y")), {"x": parse("t", ("t",)), "y": parse("z", ("z",))})
