"""Where there is no derivative, which kind of point it is, and what the formula says there: nothing."""

import math
from typing import get_args

import pytest

from core.continuity.breaks import BreakKind
from core.derivation import differentiate
from core.derivation.domain import SENTENCES, Gap
from core.expression import parse


def gaps(text: str) -> tuple[Gap, ...]:
    return differentiate(parse(text)).domain.gaps


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("|x - 1|", "corner", [1.0]),
        ("|x|^(2/3)", "cusp", [0.0]),
        ("cbrt(x - 2)", "vertical tangent", [2.0]),
        ("sign(x)", "jump", [0.0]),
        ("step(x + 3)", "jump", [-3.0]),
        ("floor(x/5)", "jump", [-10.0, -5.0, 0.0, 5.0, 10.0]),
        ("max(x, 4 - x)", "corner", [2.0]),
        ("relu(x)", "corner", [0.0]),
        ("{x < 1: x, 3x}", "jump", [1.0]),
        ("1/x", "infinite", [0.0]),
        ("sin(1/x)", "oscillating", [0.0]),
        ("sqrt(x)", "end of the domain", [0.0]),
    ],
)
def test_each_kind_of_point_is_found_and_named(text: str, kind: str, places: list[float]) -> None:
    assert [(gap.x, gap.kind) for gap in gaps(text)] == [(place, kind) for place in places]


def test_a_corner_tells_the_slopes_of_both_sides() -> None:
    (gap,) = gaps("|x - 1|")
    assert (gap.left, gap.right) == (-1.0, 1.0)
    assert gap.sentence == "A corner: the slope is −1 from the left and 1 from the right."


def test_a_cusp_has_infinite_slopes() -> None:
    (gap,) = gaps("|x|^(2/3)")
    assert (gap.left, gap.right) == (-math.inf, math.inf)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("relu(x)", 0.0),
        ("floor(x)", 2.0),
        ("|x|", 0.0),
        ("step(x)", 0.0),
        ("sign(x)", 0.0),
        ("max(x, 1)", 1.0),
    ],
)
def test_nothing_is_silently_called_0_at_a_kink(text: str, place: float) -> None:
    formula = differentiate(parse(text)).formula
    assert math.isnan(float(formula(place)))
    assert not math.isnan(float(formula(place + 0.25)))


def test_where_the_formula_is_silent_but_both_sides_agree_the_slope_is_told() -> None:
    domain = differentiate(parse("x|x|")).domain
    assert domain.gaps == ()
    (silence,) = domain.silences
    assert (silence.x, silence.slope) == (0.0, 0.0)
    (border,) = differentiate(parse("{x < 1: x^2, 2x - 1}")).domain.silences
    assert (border.x, border.slope) == (1.0, 2.0)


def test_a_smooth_function_has_no_gaps() -> None:
    domain = differentiate(parse("x^2 e^(-x)")).domain
    assert domain.gaps == domain.silences == () and domain.complete and not domain.empty
    assert domain.sentence == "The function has a derivative wherever it is defined, for x from −10 to 10."


def test_the_sentence_lists_the_places() -> None:
    sentence = differentiate(parse("|x^2 - 1|")).domain.sentence
    assert sentence.startswith("There is no derivative at x = −1, 1;")


def test_of_two_variables_the_parts_that_may_break_it_are_named() -> None:
    domain = differentiate(parse("|x - y| + x^2", ("x", "y")), "y").domain
    assert [str(part) for part in domain.suspects] == ["x - y"]
    assert domain.sentence.endswith("but perhaps not where x − y = 0.")
    smooth = differentiate(parse("x y", ("x", "y"))).domain
    assert smooth.sentence == "The function has a derivative wherever it is defined."


def test_every_kind_of_break_has_its_sentence() -> None:
    assert set(SENTENCES) == set(get_args(BreakKind))
