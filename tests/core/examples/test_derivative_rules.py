"""Every claim in the notices of Derivative Rules, computed again."""

import math

import pytest

from core.answers import judge
from core.computational_graph import dependencies
from core.continuity import breaks
from core.derivation import differentiate, higher_derivatives
from core.derivative_facts.monotony import monotony
from core.derivative_facts.nonsmooth import slope_report
from core.derivative_facts.taylor import taylor
from core.examples import EXAMPLES, Example
from core.expression import Expression, parse
from tests.core.examples.claims import Claims

EXAMPLE = {example.name: example for example in EXAMPLES["derivative_rules"]}
CLAIMS = Claims[Expression]()


def rules(f: Expression) -> list[str]:
    return [node.rule.name for node in differentiate(f).tree.nodes()]


def test_the_claims_of_every_example_are_computed_below() -> None:
    assert set(CLAIMS) == set(EXAMPLE)


@pytest.mark.parametrize("example", EXAMPLE.values(), ids=EXAMPLE)
def test_what_there_is_to_notice_is_true(example: Example) -> None:
    CLAIMS[example.name](parse(example.values["f"]))


@CLAIMS.of("bump")
def a_product_a_chain_and_a_power(f: Expression) -> None:
    used = rules(f)
    assert used[0] == "product" and "chain" in used and "power" in used
    assert [(point.x, point.kind) for point in monotony(f, -2.5, 2.5).stationary] == [
        (-1.0, "minimum"),
        (1.0, "maximum"),
    ]


@CLAIMS.of("product")
def the_slope_is_two_x_plus_one(f: Expression) -> None:
    assert judge(f, parse("2x + 1")).is_right
    assert [point.x for point in monotony(f, -5.0, 5.0).stationary] == [-0.5]


@CLAIMS.of("nested")
def the_chain_rule_twice(f: Expression) -> None:
    tree = differentiate(f).tree
    assert rules(f).count("chain") == 2
    assert [node.letter for node in tree.nodes() if node.letter] == ["u", "v"]
    assert judge(f, parse("2x cos(e^(x^2)) e^(x^2)")).is_right


@CLAIMS.of("quotient")
def three_quarters_and_a_pole(f: Expression) -> None:
    assert rules(f)[0] == "quotient"
    assert float(differentiate(f).formula(1.0)) == 0.75
    assert [(place.x, place.kind) for place in breaks(f, -5.0, 5.0).places] == [(-1.0, "infinite")]


@CLAIMS.of("orders")
def four_times_and_back_again(f: Expression) -> None:
    found = [str(formula) for formula in higher_derivatives(f, order=4).formulas]
    assert found == ["cos(x)", "-sin(x)", "-cos(x)", "sin(x)"]


@CLAIMS.of("approximation")
def the_tangent_and_the_parabola(f: Expression) -> None:
    expansion = taylor(f, 0)
    assert [str(expansion.polynomial(k)) for k in (1, 2)] == ["1 + x", "1 + x + x^2/2"]
    missed = [math.e - float(expansion.polynomial(k)(1.0)) for k in (1, 2)]
    assert missed == pytest.approx([0.718, 0.218], abs=5e-4)


@CLAIMS.of("level")
def a_saddle(f: Expression) -> None:
    (point,) = monotony(f, -2.0, 2.0).points
    assert (point.x, point.kind, point.is_stationary) == (0.0, "saddle", True)


@CLAIMS.of("corner")
def a_minimum_without_a_slope(f: Expression) -> None:
    (point,) = monotony(f, -2.0, 2.0).points
    report = slope_report(f, 0)
    assert (point.kind, point.is_stationary) == ("minimum", False)
    assert (float(report.left.limit), float(report.right.limit)) == (-1.0, 1.0)


@CLAIMS.of("paths")
def the_paths_add_up(f: Expression) -> None:
    assert str(f)
    x, y = (parse(text, ("t",)) for text in ("3sin(2t)", "4cos(2t)"))
    found = dependencies(parse("x^2 - 3x y + 2y^2", ("x", "y")), {"x": x, "y": y})
    assert str(found.formula) == "-46*sin(4*t) - 72*cos(4*t)"
