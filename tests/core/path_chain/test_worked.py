"""The steps of the chain rule along a path."""

from dataclasses import replace

import numpy as np
import pytest

from core.expression import parse
from core.path_chain import PathChain, path_chain, path_chain_steps

NUMBERS = [
    "Where the point is",
    "How the point moves",
    "The gradient there",
    "Gradient times velocity",
    "Without the two paths",
]


def chain(z: str, x: str, y: str) -> PathChain:
    return path_chain(parse(z, ("x", "y")), parse(x, ("t",)), parse(y, ("t",)))


def test_formulas_come_first_and_numbers_last() -> None:
    found = chain("x^2 - 3x y + 2y^2", "3sin(2t)", "4cos(2t)")
    steps = path_chain_steps(found, found.at(0.3))
    titles = [step.title for step in steps]
    assert titles[0] == "Chain rule over all paths" and titles[7] == "Simplify"
    assert titles[8:] == NUMBERS
    assert steps[7].latex.endswith(r"-46 \sin\left(4 t\right) - 72 \cos\left(4 t\right) \end{aligned}")
    # −46 sin 1.2 − 72 cos 1.2
    assert "-68.9636" in steps[11].latex and "-68.9636" in steps[12].latex
    assert steps[12].substeps


@pytest.mark.parametrize(
    ("z", "x", "y", "t"),
    [
        ("x^2 - 3x y + 2y^2", "3sin(2t)", "4cos(2t)", 0.3),
        ("x^2 + y^2", "cos t", "sin t", 1.0),
        ("x/y", "e^t", "t", 2.0),
        ("|x| + y", "t^2", "t", 0.0),
        ("x|x| + y", "t", "t", 0.0),
        ("x + y", "t", "|t|", 0.0),
        ("sqrt x + y", "t", "t", 0.0),
    ],
)
def test_every_check_holds(z: str, x: str, y: str, t: float) -> None:
    found = chain(z, x, y)
    checks = [step.check for step in path_chain_steps(found, found.at(t))]
    numbers = checks[8:]
    assert len(numbers) == len(NUMBERS) and None not in numbers
    assert all(check.holds for check in checks if check is not None)


def test_without_a_value_only_the_formulas_are_left() -> None:
    found = chain("ln x + y", "t", "t")
    assert [step.title for step in path_chain_steps(found, found.at(-1.0))][-1] == "Simplify"


def test_a_slope_that_the_rule_cannot_give_is_said() -> None:
    found = chain("|x| + y", "t^2", "t")
    last = path_chain_steps(found, found.at(0.0))[-1]
    assert last.why == "Along this path z has a slope all the same: the rule asks for a gradient to find it."
    assert last.latex.endswith(r"&= 1 \end{aligned}")


@pytest.mark.parametrize(
    ("step", "changed"),
    [
        (8, {"place": np.array([1.0, 3.0])}),
        (11, {"gradient": np.array([-6.5, 8.1])}),
        (11, {"velocity": np.array([4.9, 4.5])}),
        (12, {"velocity": np.array([4.9, 4.5])}),
    ],
)
def test_wrong_numbers_fail_their_check(step: int, changed: dict[str, np.ndarray]) -> None:
    found = chain("x^2 - 3x y + 2y^2", "3sin(2t)", "4cos(2t)")
    check = path_chain_steps(found, replace(found.at(0.3), **changed))[step].check
    assert check is not None and not check.holds
