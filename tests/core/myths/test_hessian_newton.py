"""Every myth of Hessian and Newton: refuted, with the numbers that the errata give."""

import pytest

from core.expression import parse
from core.myths.hessian_newton import HESSIAN_NEWTON
from core.myths.myth import Myth
from core.newton import newton_minimise

MYTHS = {myth.name: myth for myth in HESSIAN_NEWTON}
# From the list of errata, where each was computed on its own.
NUMBERS = {
    "misprinted-eigenvalues": ("6.41421", "3.58579", "sum 10", "product 23", "9.997", "22.887"),
    "opposite-signs": ("−4 and 4", "f(0.1, 0) = 0.02", "f(0, 0.1) = −0.02"),
    "three-steps": ("(0.8706, 1.002)", "It takes 8", "(4.16 × 10⁻¹⁷, −2.049 × 10⁻¹⁷)"),
    "below-the-chord": ("the chord is at 1", "the curve at 0", "0 is a minimum"),
    "otherwise-no-optimum": ("chords on both sides", "above f(0) = 0"),
    "level-place-is-flat": ("f(0.1, 0) = 0.01", "f(0, 0.1) = −0.01"),
    "level-is-the-test": ("at −1: a maximum", "it has no gradient"),
    "convex-has-one-minimum": ("0 at −1, at 0 and at 1", "x = −50"),
}

every_myth = pytest.mark.parametrize("myth", HESSIAN_NEWTON, ids=list(MYTHS))


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
def test_a_myth_opens_on_a_run_that_can_be_made(myth: Myth) -> None:
    values = myth.values
    if values["dim"] == "1":
        run = newton_minimise(parse(values["f"]), [float(values["x0"])])
    else:
        run = newton_minimise(parse(values["g"], ("x", "y")), [float(values["px"]), float(values["py"])])
    assert run.outcome.sentence


def test_names_are_different() -> None:
    assert set(MYTHS) == set(NUMBERS)
    assert len(MYTHS) == len(HESSIAN_NEWTON)
