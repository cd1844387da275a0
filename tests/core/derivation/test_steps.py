"""The blackboard: colours that stay with their part, substeps that stay folded, reasons behind the table."""

import re
from collections.abc import Iterator

import pytest

from core.derivation import differentiate
from core.derivation.writing.hand import COLOURS
from core.derivation.writing.reasons import DISGUISES, INVERSES
from core.expression import parse
from core.expression.functions import FUNCTIONS
from core.steps import Step

BLUE, ORANGE = COLOURS[:2]


def steps(text: str, variables: tuple[str, ...] = ("x",)) -> tuple[Step, ...]:
    return differentiate(parse(text, variables), "x").steps


def every(found: tuple[Step, ...]) -> Iterator[Step]:
    for step in found:
        yield step
        yield from every(step.substeps)


def painted(latex: str, colour: str) -> list[str]:
    r"""What stands in \textcolor{colour}{…}, braces counted."""
    pieces = []
    for start in (match.end() for match in re.finditer(rf"\\textcolor{{{colour}}}{{", latex)):
        depth, end = 1, start
        while depth:
            depth += {"{": 1, "}": -1}.get(latex[end], 0)
            end += 1
        pieces.append(latex[start : end - 1])
    return pieces


def test_the_product_rule_colours_each_factor_before_and_after() -> None:
    rule = steps("x e^(-x)")[0]
    before, after = rule.latex.split("&=")
    assert painted(before, BLUE) == ["x"] and painted(before, ORANGE) == ["e^{-x}"]
    assert painted(after, BLUE) == [r"\frac{d}{dx}\left(x\right)", "x"]
    assert painted(after, ORANGE) == ["e^{-x}", r"\frac{d}{dx}\left(e^{-x}\right)"]


def test_only_the_part_being_worked_on_is_coloured_and_keeps_its_colour() -> None:
    second = steps("x e^(-x)")[2]
    before, after = second.latex.split("&=")
    assert painted(before, ORANGE) == [r"\frac{d}{dx}\left(e^{-x}\right)"]
    assert painted(after, ORANGE) == ["-e^{-x}"]
    assert BLUE not in second.latex


def test_each_part_is_put_in_by_one_step_and_its_working_is_folded() -> None:
    found = steps("x e^(-x)")
    titles = ["Product rule", "The variable itself", "Chain rule", "Tidy up", "Simplify"]
    assert [step.title for step in found] == titles
    assert [step.title for step in found[2].substeps] == ["Chain rule", "Minus sign", "Tidy up"]
    assert found[1].substeps == ()


def test_the_last_step_says_what_it_simplified() -> None:
    last = steps("x e^(-x)")[-1]
    assert last.title == "Simplify" and last.why == "The common factor is taken out."
    assert last.latex.endswith(r"&= \left(1 - x\right) e^{-x} \end{aligned}")
    assert steps("sin(x)")[-1].why == "There is nothing left to simplify."


def test_the_chain_rule_names_the_inner_function_and_folds_the_outer_one() -> None:
    chain = steps("sin(e^(x^2))")[0]
    assert rf"\textcolor{{{BLUE}}}{{u}} &= \textcolor{{{BLUE}}}{{e^{{x^{{2}}}}}}" in chain.latex
    assert r"\frac{du}{dx}" in chain.latex
    (outer,) = chain.substeps
    assert r"\frac{d}{du}\left(\sin\left(u\right)\right) &= \cos\left(u\right)" in outer.latex


def test_a_partial_derivative_says_what_is_held_constant() -> None:
    found = steps("x^2 y + sin(y)", ("x", "y"))
    assert found[0].title == "Hold y constant" and r"y = \text{constant}" in found[0].latex
    assert r"\frac{\partial}{\partial x}" in found[1].latex
    assert found[-1].latex.startswith(r"\begin{aligned} \frac{\partial f}{\partial x}")
    chain = next(step for step in every(steps("sin(x y)", ("x", "y"))) if step.title == "Chain rule")
    assert r"\frac{\partial u}{\partial x}" in chain.latex and r"\frac{d}{du}" in chain.substeps[0].latex


def test_lagranges_notation_has_primes_and_no_fractions_of_d() -> None:
    latex = " ".join(step.latex for step in every(differentiate(parse("sin(3x) + x^2")).written("lagrange")))
    assert r"\frac{d" not in latex and r"\left(x^{2}\right)'" in latex and "f'(x)" in latex and "u'" in latex


def test_every_line_of_a_derivation_has_a_check_that_opens_to_numbers() -> None:
    (check,) = {step.check for step in steps("x^2 sin(x)")[:1]}
    assert check is not None and check.holds
    assert "difference quotient" in check.compared and "50 digits" in check.compared
    assert check.shown == check.second and "x = 0.7361, 1.2937, −0.6173" in check.compared


@pytest.mark.parametrize("name", sorted({*DISGUISES, *INVERSES}))
def test_a_row_of_the_table_shows_why_and_every_check_in_it_holds(name: str) -> None:
    table_row = steps(f"{name}(x)")[0]
    assert len(table_row.substeps) >= 3
    checks = [step.check for step in every(table_row.substeps) if step.check is not None]
    assert checks and all(check.holds for check in checks)


def test_tan_opens_the_quotient_derivation() -> None:
    titles = [step.title for step in steps("tan(x)")[0].substeps]
    assert titles[:2] == ["Written differently", "Quotient rule"]
    assert titles[-1] == "Back to one function"


def test_reasons_are_for_functions_of_the_language_only() -> None:
    assert set(DISGUISES) | set(INVERSES) <= set(FUNCTIONS)


def test_a_function_without_values_has_steps_without_checks() -> None:
    derivation = differentiate(parse("log(-1 - x^2)"))
    assert derivation.checks == ()
    assert [step.check for step in derivation.steps] == [None] * len(derivation.steps)
    assert "No value of the function was found" in derivation.steps[-1].why
    assert derivation.domain.empty and derivation.domain.sentence.startswith("The function has no values")


def test_plain_text_of_the_derivation_has_a_line_for_each_rule() -> None:
    lines = differentiate(parse("x e^(-x)")).text.splitlines()
    assert lines[0] == "Product rule: d/dx[x*e^(-x)] = d/dx[x]*e^(-x) + x*d/dx[e^(-x)]"
    assert lines[2] == "  Chain rule: d/dx[e^(-x)] = e^(-x)*d/dx[-x], u = -x"
    assert lines[-1].startswith("Simplify: d/dx[x*e^(-x)] = (1 - x)*e^(-x)")


def test_latex_to_copy_is_without_colours_and_ends_in_the_result() -> None:
    derivation = differentiate(parse("x e^(-x)"))
    assert "color" not in derivation.latex
    assert derivation.latex.endswith(rf"&= {derivation.formula.latex} \end{{aligned}}")
    assert derivation.formula.latex == r"\left(1 - x\right) e^{-x}"


def test_typed_text_never_reaches_the_latex() -> None:
    latex = " ".join(step.latex for step in every(steps("x ** 2   *sin( x )")))
    assert "**" not in latex and "( x )" not in latex


def test_two_derivations_of_equal_functions_are_one() -> None:
    assert differentiate(parse("2 x")) is differentiate(parse("2*x"))
