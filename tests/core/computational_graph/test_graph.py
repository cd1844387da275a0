"""Values forward, derivatives backward: reverse mode on the typed function, node by node."""

import math

import pytest
from hypothesis import HealthCheck, given, settings

from core.computational_graph import Graph, backward_steps, computational_graph, forward_steps
from core.computational_graph.graph import operations
from core.expression import Expression, parse
from core.expression.printer import text
from core.gradient import gradient_at
from tests.core.expression.trees import functions


def graph(typed: str, *point: float, variables: tuple[str, ...] = ("x",)) -> Graph:
    return computational_graph(parse(typed, variables), point)


def test_the_nodes_come_after_their_inputs_and_equal_parts_are_one_node() -> None:
    nodes = operations(parse("sin(x^2) + 3x^2"))
    assert [f"{node.name} = {text(node.operation)}" for node in nodes] == [
        "x = x",
        "v_1 = x^2",
        "v_2 = sin(v_1)",
        "v_3 = 3*v_1",
        "v_4 = v_2 + v_3",
    ]


def test_values_and_adjoints_of_a_small_graph_by_hand() -> None:
    found = graph("(x + y)*y", 3, 2, variables=("x", "y"))
    assert {name: int(value) for name, value in found.values.items()} == {"x": 3, "y": 2, "v_1": 5, "v_2": 10}
    assert {name: int(value) for name, value in found.adjoints.items()} == {
        "v_2": 1,
        "v_1": 2,
        "x": 2,
        "y": 7,
    }
    assert found.gradient == (2.0, 7.0)


def test_a_node_used_twice_collects_from_both() -> None:
    found = graph("x*sin(x)", 0.5)
    assert found.consumers["x"] == ("v_1", "v_2")
    assert found.gradient[0] == pytest.approx(math.sin(0.5) + 0.5 * math.cos(0.5), rel=1e-15)


def test_a_variable_that_is_not_used_has_derivative_0() -> None:
    found = graph("x^2", 3, 1, variables=("x", "y"))
    assert found.gradient == (6.0, 0.0)
    steps = backward_steps(found)
    assert [step.why for step in steps if step.latex == r"\bar{y} = 0"] == ["f does not depend on it."]


def test_a_constant_function_is_a_graph_without_operations_on_x() -> None:
    found = graph("7", 2)
    assert found.value == 7.0 and found.gradient == (0.0,)


def test_branches_and_corners_pass_on_the_slope_of_the_side_in_force() -> None:
    assert graph("{x < 1: x^2, 3x} + |x|", 2).gradient == (4.0,)
    assert graph("max(x, 4 - x)", 1).gradient == (-1.0,)


def test_outside_the_domain_and_at_a_corner_there_is_no_derivative() -> None:
    outside = graph("log(x)", -1)
    assert math.isnan(outside.value) and outside.sentence == "f has no value at x = −1."
    corner = graph("|x|", 0)
    assert corner.value == 0.0 and math.isnan(corner.gradient[0])
    assert corner.sentence == "f has no derivative at x = 0."
    assert graph("x^2", 1).sentence == ""


def test_forward_steps_put_numbers_in_and_check_them() -> None:
    first, *_, last = forward_steps(graph("sin(x^2) + 3x^2", 0.5))
    assert first.title == "Value of v1"
    assert first.latex == r"\begin{aligned} v_{1} &= x^{2} \\ &= 0.5^{2} \\ &= 0.25 \end{aligned}"
    assert last.check is not None and last.check.holds


def test_backward_steps_start_at_f_and_end_at_the_variable() -> None:
    steps = backward_steps(graph("sin(x^2) + 3x^2", 0.5))
    assert steps[0].latex == r"\bar{v}_{4} = \frac{df}{df} = 1"
    assert steps[-1].title == "Derivative of f by x"
    collected = next(step for step in steps if step.title.endswith("v1"))
    assert [step.title for step in collected.substeps] == ["From v2 to v1", "From v3 to v1"]
    assert all(step.check is not None and step.check.holds for step in steps)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(functions())
def test_one_pass_backward_gives_the_gradient_of_the_symbolic_way(e: Expression) -> None:
    point = (0.4371, -1.3917)
    found, expected = computational_graph(e, point), gradient_at(e, point).vector
    for mine, theirs in zip(found.gradient, expected, strict=True):
        if math.isfinite(mine) and math.isfinite(theirs):
            assert mine == pytest.approx(theirs, rel=1e-6, abs=1e-9)
    steps = (*forward_steps(found), *backward_steps(found))
    assert all(step.latex.count("{") == step.latex.count("}") for step in steps)
