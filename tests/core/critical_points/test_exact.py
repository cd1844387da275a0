"""Exact coordinates: SymPy's where it has them in time and they agree, fractions always, decimals else."""

import pytest

from core.critical_points.exact import exact_places
from core.critical_points.points import critical_points
from core.critical_points.symbols import exact_critical_points
from core.expression import parse

SQUARE = ((-2, 2), (-2, 2))


def latex(text: str) -> set[tuple[str, str] | None]:
    e = parse(text, ("x", "y"))
    return set(exact_places(e, critical_points(e, SQUARE).points).latex)


def test_roots_of_two_are_named() -> None:
    root = r"\frac{\sqrt{2}}{2}"
    assert latex("x e^(-(x^2 + y^2))") == {(root, "0"), (f"-{root}", "0")}


def test_fractions_need_no_symbols() -> None:
    assert latex("x^2 + x y + y^2 + y") == {(r"\frac{1}{3}", r"-\frac{2}{3}")}


def test_what_the_language_cannot_name_stays_a_decimal() -> None:
    assert latex("x^6/6 - x^2/2 + x/7 + y^2") == {None}


@pytest.mark.parametrize("text", ["x^2 y^2", "sin(x)"])
def test_a_line_of_solutions_is_no_point(text: str) -> None:
    assert exact_critical_points(text) == []
