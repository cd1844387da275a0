"""Every myth of Gradient: refuted, with the numbers that the errata give."""

import pytest

from core.expression import parse
from core.gradient import gradient_at
from core.jacobian import read_vector
from core.myths import MYTHS, Myth
from core.myths.gradient import GRADIENT

BY_NAME = {myth.name: myth for myth in GRADIENT}
# From the list of errata, where each was computed on its own.
NUMBERS = {
    "mixed-is-a-sum": ("slope along x is 0.", "at (1, 2) is 6"),
    "direction-is-atan": ("(−2, −2)", "says 45°", "atan2, −135°", "says 90°"),
    "jacobian-is-n-by-m": ("2 inputs and 3 outputs", "is 3 × 2"),
    "component-is-steepest": ("along x is 2 ", "along y 8.", "is 8.24621"),
    # By hand: x shrinks by 0.8 a step and y by 0.2, or they grow by 1.2 and 1.8.
    "gradient-leads-down": ("where f = 5", "lead to f = 139.035", "−∇f to f = 0.2624"),
    "rounded-unit-vector": ("length 1.0041", "gives 0.142;", "gives 0.141421,"),
}

every_myth = pytest.mark.parametrize("myth", GRADIENT, ids=list(BY_NAME))


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


@pytest.mark.parametrize(
    "myth", [myth for myth in GRADIENT if "g" in myth.values], ids=lambda myth: myth.name
)
def test_a_myth_opens_on_a_function_with_a_gradient_at_its_point(myth: Myth) -> None:
    g = parse(myth.values["g"], ("x", "y"))
    assert gradient_at(g, (float(myth.values["px"]), float(myth.values["py"]))).magnitude > 0


def test_the_myth_about_the_jacobian_opens_on_the_matrix_that_refutes_it() -> None:
    (myth,) = [myth for myth in GRADIENT if myth.name == "jacobian-is-n-by-m"]
    assert read_vector(myth.values["map"]).shape == (3, 2)


def test_names_are_different_and_the_lesson_knows_them() -> None:
    assert len(BY_NAME) == len(GRADIENT)
    assert [myth.name for myth in MYTHS["gradient"]] == list(BY_NAME)
