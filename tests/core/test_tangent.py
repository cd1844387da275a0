import pytest

from core.expression import parse
from core.first_principles import secants, tangent_check, tangent_sentence
from core.limiting.point import read_point


@pytest.mark.parametrize(
    ("text", "a", "sentence"),
    [
        ("x^2", "1", "As h → 0 the slopes tend to 2 from both sides: f has the slope 2 at x = 1."),
        ("sin x", "pi/2", "As h → 0 the slopes tend to 0 from both sides: f has the slope 0 at x = pi/2."),
        ("cbrt x", "0", "As h → 0 the slopes tend to ∞: f has no slope at x = 0."),
        (
            "|x|",
            "0",
            "From the left the slopes tend to −1, from the right they tend to 1: f has no slope at x = 0.",
        ),
        (
            "sqrt x",
            "0",
            "From the left the slopes do not exist, from the right they tend to ∞: f has no slope at x = 0.",
        ),
        ("{x = 0: 0, x sin(1/x)}", "0", "As h → 0 the slopes settle nowhere: f has no slope at x = 0."),
    ],
)
def test_the_slopes_come_to_a_sentence(text: str, a: str, sentence: str) -> None:
    point = read_point(a)
    assert tangent_sentence(secants(parse(text), point.place), point.name) == sentence


@pytest.mark.parametrize(
    ("text", "a"), [("x^2", "1"), ("exp(sin x)", "pi/3"), ("x |x|", "0"), ("log x", "e")]
)
def test_the_tangent_has_the_slope_of_the_derivative(text: str, a: str) -> None:
    e = parse(text)
    check = tangent_check(e, secants(e, read_point(a).place))
    assert check is not None and check.holds


def test_without_a_tangent_nothing_is_compared() -> None:
    e = parse("|x|")
    assert tangent_check(e, secants(e, 0)) is None
