"""Over two hundred functions, half of them with derivatives from published suites: every node is right."""

import pytest

from core.derivation import differentiate
from core.expression import parse
from core.expression.functions import FUNCTIONS
from tests.core.derivation.judging import places_of, same_values, wrong_nodes
from tests.core.derivation.published import PUBLISHED

AROUND_EACH_FUNCTION = ("{}", "x*{}", "{}^2", "1/(2 + {})")
INSIDE = ("x", "x/2 + 1", "e^(-x)")

KINKED = (
    "|x^2 - 1|",
    "x|x|",
    "max(x, x^2, 1)",
    "min(sin(x), cos(x), 1/2)",
    "floor(2x) + ceil(x/3)",
    "step(x) - sign(x - 1)",
    "{x < 0: -x, x^2}",
    "{x <= 1: x, 1 < x < 2: x^2, 4}",
    "{0 < x <= 1: log(x)}",
    "{x = 0: 0, sin(x)/x}",
    "relu(1 - relu(x))",
    "|sin(x)|^(2/3)",
    "sign(x) |x|^(1/3)",
    "(x^2 + 1)^(x/3)",
    "sin(cos(tan(x/3)))",
)


def own_functions() -> list[str]:
    """Each function of the language: of x, a line, an exponential; in a product, a power, a quotient."""
    calls = []
    for row in FUNCTIONS.values():
        more = "" if row.arity[0] == 1 else ", 1/3"
        calls += [f"{row.name}({inside}{more})" for inside in INSIDE]
        calls += [around.format(f"{row.name}(x{more})") for around in AROUND_EACH_FUNCTION[1:]]
    return [*calls, *KINKED]


def test_there_are_over_two_hundred_functions_half_of_them_published() -> None:
    ours = own_functions()
    assert len(set(ours)) >= 100 and len({f for f, _ in PUBLISHED}) >= 100
    assert {name for name in FUNCTIONS if any(f"{name}(" in f for f in ours)} == set(FUNCTIONS)


@pytest.mark.parametrize(("function", "expected"), PUBLISHED)
def test_the_derivative_is_the_published_one_and_every_node_is_right(function: str, expected: str) -> None:
    derivation = differentiate(parse(function))
    places = places_of(parse(function).tree, "x", {})
    assert places
    assert same_values(derivation.formula.tree, parse(expected).tree, places)
    assert wrong_nodes(derivation.tree, {}) == []


@pytest.mark.parametrize("function", own_functions())
def test_every_node_is_right_and_all_checks_hold(function: str) -> None:
    derivation = differentiate(parse(function))
    assert places_of(parse(function).tree, "x", {})
    assert wrong_nodes(derivation.tree, {}) == []
    assert derivation.checks
    assert [check for check in derivation.checks if not check.holds] == []
