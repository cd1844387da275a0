"""For any function at all: the rules agree with SymPy, the tree replays to the result, all can be read."""

from fractions import Fraction

from hypothesis import HealthCheck, given, settings

from core.derivation import Derivation, differentiate
from core.expression import Expression
from core.expression.precise import context, precise_value
from core.expression.symbols import from_sympy, symbol
from core.steps import Step
from tests.core.derivation.judging import COORDINATES, DIGITS, agree, replayed, slope_at
from tests.core.expression.grammar import expressions
from tests.core.expression.trees import functions

OTHER = Fraction(1373, 1000)
ANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def places(e: Expression, x: str) -> list[dict[str, Fraction]]:
    others = {name: OTHER for name in e.variables if name != x}
    return [{x: coordinate, **others} for coordinate in COORDINATES]


def compare(derivation: Derivation) -> None:
    """At every place where SymPy's derivative has a value, so has ours, and the tree's; they agree."""
    e, x, mp = derivation.expression, derivation.variable, context(DIGITS)
    theirs = from_sympy(e.sympy.diff(symbol(x)))
    for place in places(e, x):
        expected = precise_value(theirs, place, DIGITS)
        if not mp.isfinite(expected) or not mp.isfinite(slope_at(e.tree, x, place)):
            continue
        size = abs(float(precise_value(e.tree, place, DIGITS)))
        result = precise_value(derivation.formula.tree, place, DIGITS)
        for found in (result, replayed(derivation.tree, place)):
            assert agree(found, expected, size), (str(e), place, found, expected)


@ANY
@given(functions())
def test_the_rules_agree_with_sympy_and_the_tree_replays_to_the_result(e: Expression) -> None:
    for x in e.variables:
        compare(differentiate(e, x))


@ANY
@given(expressions())
def test_the_rules_agree_with_sympy_for_what_the_grammar_makes(e: Expression) -> None:
    compare(differentiate(e))


def every(steps: tuple[Step, ...]) -> list[Step]:
    return [one for step in steps for one in (step, *every(step.substeps))]


@settings(ANY, max_examples=60)
@given(expressions(deepest=3))
def test_every_step_of_any_function_is_whole_latex_and_its_check_holds(e: Expression) -> None:
    steps = every(differentiate(e).steps)
    for step in steps:
        assert step.title and step.why
        assert step.latex.count("{") == step.latex.count("}")
        assert step.latex.count(r"\left") == step.latex.count(r"\right")
        assert "#" not in step.latex.replace(r"\textcolor{#", "") and "~" not in step.latex
    # Where a border fills an interval, the formula has no value, and the check says so.
    found = [step.check for step in steps if step.check is not None and step.check.shown != "undefined"]
    assert [check for check in found if not check.holds] == []
