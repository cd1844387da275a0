"""The table of rules: every example is computed, and is what the sources say once their slips are mended."""

import pytest

from core.expression import parse
from core.rule_table import RULE_ROWS, RuleRow, rule_groups, worked_rule

FROM_THE_SOURCES = {
    "6": "0",
    "3x + 2": "3",
    "x^2": "2x",
    "x^3": "3x^2",
    "x^4": "4x^3",
    "1/x": "-1/x^2",
    "sqrt(x)": "1/(2sqrt(x))",
    "3x^4": "12x^3",
    "3x^4 + 4x": "12x^3 + 4",
    "(x - 2)(x + 3)": "2x + 1",
    "x e^x": "e^x + x e^x",
    "x^2/(x + 1)": "(2x(x + 1) - x^2)/(x + 1)^2",
    "e^x": "e^x",
    "2^x": "2^x log(2)",
    "log(x)": "1/x",
    "log(x, 10)": "1/(x log(10))",
    "log(2x^2 + 4x, 3)": "(4x + 4)/((2x^2 + 4x) log(3))",
    "sin(x)": "cos(x)",
    "cos(x)": "-sin(x)",
    "tan(x)": "sec(x)^2",
    "tanh(x)": "1 - tanh(x)^2",
    "sin(3x)": "3cos(3x)",
    "e^(2x)": "2e^(2x)",
    "sin(e^(x^2))": "2x e^(x^2) cos(e^(x^2))",
    "sigmoid(x)": "sigmoid(x)(1 - sigmoid(x))",
}
ERRATA = {"E02", "E10", "E11", "E12", "E23", "E24", "E25", "E38"}


@pytest.mark.parametrize("row", RULE_ROWS, ids=lambda row: row.name)
def test_the_example_is_differentiated_as_in_the_sources(row: RuleRow) -> None:
    worked = worked_rule(row)
    expected = parse(FROM_THE_SOURCES[row.example])
    for x in (0.3, 1.0, 2.7):
        assert float(worked.derivative(x)) == pytest.approx(float(expected(x)), rel=1e-12, abs=1e-12)
    assert worked.check.holds and worked.function == parse(row.example)


def test_every_rule_of_the_sources_has_an_example() -> None:
    assert {row.example for row in RULE_ROWS} == set(FROM_THE_SOURCES)
    assert len({row.name for row in RULE_ROWS}) == len(RULE_ROWS)


def test_the_groups_hold_all_rows_in_order() -> None:
    assert tuple(row for rows in rule_groups().values() for row in rows) == RULE_ROWS


def test_misprints_are_told_and_mended() -> None:
    told = {row.name: row.misprint for row in RULE_ROWS if row.misprint}
    assert len(told) >= len(ERRATA)
    assert "1/f′(3) = 1/6" in told["Inverse function"]
    assert told["Chain of many"].endswith("here 2x.")


def test_braces_and_brackets_of_the_formulas_are_balanced() -> None:
    for row in RULE_ROWS:
        for latex in (row.before, row.after, row.holds):
            assert latex.count("{") == latex.count("}") and latex.count("(") == latex.count(")")
