import math

import pytest

from core.expression import parse
from core.limiting.epsilon_delta import largest_delta
from core.limiting.epsilon_delta_sentences import delta_sentence, witness_sentence
from core.limiting.no_delta import witnesses


@pytest.mark.parametrize(
    ("text", "a", "limit", "epsilon", "sentence"),
    [
        (
            "2x",
            3,
            6,
            0.1,
            "Whenever 0 < |x − 3| < 0.05, f(x) is within 0.1 of 6."
            " No larger δ will do: f is 5.9 at x = 2.95.",
        ),
        (
            "x",
            -1,
            -1,
            0.5,
            "Whenever 0 < |x + 1| < 0.5, f(x) is within 0.5 of −1."
            " No larger δ will do: f is −1.5 at x = −1.5.",
        ),
        ("3", 0, 3, 0.1, "Whenever 0 < |x| < 1, f(x) is within 0.1 of 3: f never leaves the band that far."),
        (
            "1/x^2",
            0,
            math.inf,
            0.01,
            "Whenever 0 < |x| < 0.1, f(x) > 1/ε = 100. No larger δ will do: f is 100 at x = −0.1.",
        ),
        (
            "1/x",
            math.inf,
            0,
            0.01,
            "Whenever x > 100, f(x) is within 0.01 of 0. No smaller bound will do: f is 0.01 at x = 100.",
        ),
        ("|x|/x", 0, 1, 0.5, "No δ was found for ε = 0.5: f is −1 next to the point."),
        ("sqrt x", 0, 0, 0.5, "No δ was found for ε = 0.5: f has no value next to the point."),
    ],
)
def test_the_sentence_holds_the_numbers(
    text: str, a: float, limit: float, epsilon: float, sentence: str
) -> None:
    assert delta_sentence(largest_delta(parse(text), a, limit, epsilon), a) == sentence


def test_one_side_is_named() -> None:
    found = largest_delta(parse("sqrt x"), 0, 0, 0.1, side="right")
    assert delta_sentence(found, 0, side="right") == (
        "Whenever x is less than 0.01 to the right of 0, f(x) is within 0.1 of 0."
        " No larger δ will do: f is 0.1 at x = 0.01."
    )


def test_the_witness_of_a_jump_is_a_pair_of_values() -> None:
    assert witness_sentence(witnesses(parse("|x|/x"), 0, 0.5), 0, 0.5) == (
        "Within 10⁻¹² of 0, as in every neighbourhood tried, f takes the values −1 and 1: "
        "they are 2ε = 1 or more apart, so no L is within ε of both."
    )


def test_a_missing_value_and_a_missing_witness_are_said() -> None:
    assert "a place where f has no value" in witness_sentence(witnesses(parse("sqrt x"), 0, 0.1), 0, 0.1)
    assert witness_sentence((), 0, 3.0) == "For ε = 3 no witness was found: a smaller ε may have one."


def test_at_infinity_the_neighbourhood_is_a_bound() -> None:
    text = witness_sentence(witnesses(parse("sin x"), math.inf, 0.5), math.inf, 0.5)
    assert text.startswith("Beyond |x| = 10¹², ")


def test_what_six_digits_cannot_tell_from_the_limit_is_said_in_two_parts() -> None:
    found = largest_delta(parse("x"), 1000, 1000, 1e-4)
    assert delta_sentence(found, 1000).endswith("f is 1000 − 0.0001 at x = 1000 − 0.0001.")


def test_a_value_beyond_float64_is_not_called_infinite() -> None:
    text = witness_sentence(witnesses(parse("e^(1/x)"), 0, 0.3), 0, 0.3)
    assert "f takes the values 0 and more than 1.8 × 10³⁰⁸:" in text


def test_a_rounded_delta_is_never_larger_than_the_true_one() -> None:
    """√1.0001 − 1 = 4.99987500…·10⁻⁵, which would round up."""
    sentence = delta_sentence(largest_delta(parse("x^2"), 1, 1, 1e-4), 1)
    assert sentence.startswith("Whenever 0 < |x − 1| < 4.99987 × 10⁻⁵, ")


@pytest.mark.parametrize(
    ("name", "distance"),
    [("pi/2", "|x − pi/2|"), ("−pi/2", "|x + pi/2|"), ("1 − pi", "|x − (1 − pi)|"), ("1/3", "|x − 1/3|")],
)
def test_the_point_is_named_as_it_was_typed(name: str, distance: str) -> None:
    found = largest_delta(parse("x"), 1.5, 1.5, 0.1)
    assert f"0 < {distance} < 0.1" in delta_sentence(found, 1.5, name=name)
