"""How a script is put together: imports as needed, every definition once, nothing a person typed."""

import ast

import pytest

from core.errors import CalculusError
from core.expression import Expression, parse
from core.expression.python_source import NUMPY
from core.expression.tree import Binary
from core.limiting.point import read_point
from core.take_home import derivative_rules_script, limits_script
from core.take_home.script import MOST_CHARACTERS, Function, written


def lines(text: str) -> str:
    e = parse(text)
    return written("Why?", e, [Function("f", e.variables, e.tree, NUMPY, "f.")], "print(f(np.float64(2)))")


def test_only_what_is_used_is_imported() -> None:
    assert "import math" not in lines("x^2")
    assert "import math" in lines("sqrt(2) x")
    assert "mpmath" not in lines("x^2")


def test_a_definition_stands_once_and_before_what_calls_it() -> None:
    e = parse("sigmoid(x) + sigmoid(2x)")
    functions = [Function(name, e.variables, e.tree, NUMPY, "f.") for name in ("f", "g")]
    script = written("Why?", e, functions, "")
    assert script.count("def sigmoid(") == script.count("def real(") == 1
    assert script.index("def real(") < script.index("def sigmoid(") < script.index("def f(")


def test_both_libraries_can_stand_in_one_script() -> None:
    script = limits_script(parse("softplus(x)/sigmoid(x)"), read_point("0"), ["left"])
    names = [node.name for node in ast.walk(ast.parse(script)) if isinstance(node, ast.FunctionDef)]
    assert len(names) == len(set(names) - {"value"}) + names.count("value")


def test_the_typed_text_is_not_in_the_script_but_what_it_means() -> None:
    typed = "ln( x )·2 − 1"
    script = lines(typed)
    assert typed not in script
    assert "# f(x) = log(x)*2 - 1\n" in script


def test_a_point_that_is_an_expression_is_written_by_its_meaning() -> None:
    script = limits_script(parse("tan(x)"), read_point("pi/2"), ["left"])
    assert "a = mp.pi/2\n" in script
    assert "sympy.pi/2 + side*t" in script


def test_formulas_too_long_to_read_are_refused_with_a_sentence() -> None:
    e = parse("*".join(f"sin(cos(x)/{n})" for n in range(2, 14)))
    formula = e
    while len(str(formula)) <= MOST_CHARACTERS:
        formula = Expression.of_tree(Binary("*", formula.tree, formula.tree), e.variables)
    with pytest.raises(CalculusError, match="too long for a script"):
        derivative_rules_script(e, [formula], 1.0)
