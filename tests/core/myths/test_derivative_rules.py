"""Every myth of Derivative Rules: refuted, with the numbers that the errata give."""

import pytest

from core.expression import parse
from core.myths import Myth
from core.myths.derivative_rules import DERIVATIVE_RULES

MYTHS = {myth.name: myth for myth in DERIVATIVE_RULES}
# From the list of errata, where each was computed on its own.
NUMBERS = {
    "constant-line": ("f(1) = 3", "f(2) = 6"),
    "trigonometric-range": ("14.1014", "14.1368"),
    "last-factor": ("the slope is −4.9567", "gives −2.47835"),
    "sixty-four": ("the slope is 81.8753", "gives 95.4977", "together −46 sin 4t"),
    "inverse-place": ("0.166667", "0.0555556"),
    "product-slip": ("the slope is 22.1672", "gives 29.5562"),
    "stray-prime": ("its slope at 2 is 6", "c·g′ there is 12"),
    "level-is-constant": ("rising all the way",),
    "level-is-extreme": ("neither minimum nor maximum",),
    "extreme-is-level": ("minimum at 0", "tends to −1", "tends to 1"),
    "concave-up": ("f″ = 2", "minimum"),
    "neither-has-no-optimum": ("changes sign",),
    "convex-is-unique": ("from −1 to 1",),
    "sympy-is-automatic": ("carries two numbers",),
}

every_myth = pytest.mark.parametrize("myth", DERIVATIVE_RULES, ids=list(MYTHS))


@every_myth
def test_a_myth_is_refuted_by_what_is_computed(myth: Myth) -> None:
    found = myth.compute()
    assert found.refutes
    assert found.sentence.endswith(".")


@every_myth
def test_the_numbers_are_those_of_the_errata(myth: Myth) -> None:
    sentence = myth.compute().sentence
    for text in NUMBERS[myth.name]:
        assert text in sentence


@every_myth
def test_a_myth_opens_on_a_function_with_a_value_at_its_place(myth: Myth) -> None:
    f = parse(myth.values["f"])
    value = float(f(float(myth.values["x0"])))
    assert f.variables == ("x",) and value == value


def test_names_are_different() -> None:
    assert len(MYTHS) == len(DERIVATIVE_RULES)
