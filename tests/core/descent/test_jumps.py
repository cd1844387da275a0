"""Steps over poles are told; steps over anything else are not."""

import pytest

from core.descent import run
from core.descent.jumps import first_jump
from core.descent.verdict import verdict
from core.expression import parse


@pytest.mark.parametrize(
    ("text", "start", "rate", "step"),
    [
        # −1, −1 + 0.4/1 = −0.6, −0.6 + 0.4/0.36 = 0.511…
        ("1/x", -1.0, 0.4, 2),
        # f′(1/2) = −2x/(x² − 1)² = −16/9, so the first step goes to 0.5 + 0.8 · 16/9 = 1.92…
        ("1/(x^2 - 1)", 0.5, 0.8, 1),
        # f′(−1/2) = −2/x³ = 16, so the first step goes to −0.5 − 1.6 = −2.1, away from the pole
        ("1/x^2", -0.5, 0.1, None),
        # f′ = −(2x − 1)/(3(x² − x)²): at 0.6 that is −0.2/0.1728, so to 0.6 + 1.5 · 1.157… = 2.33…
        ("1/(3x(x - 1))", 0.6, 1.5, 1),
        ("x + 1/x", 0.5, 0.3, None),
        ("1/(x^2 + 1)", -0.5, 3.0, None),
        ("x/2", 1.0, 4.0, None),
        ("{x < -5: 1/x, x^2}", 1.0, 0.9, None),
        ("1/x", 1.0, 0.4, None),
    ],
)
def test_a_step_over_a_zero_of_a_divisor_is_found(
    text: str, start: float, rate: float, step: int | None
) -> None:
    e = parse(text)
    assert first_jump(e, run(e, [start], rate=rate, steps=6)) == step


def test_the_verdict_tells_of_the_jump() -> None:
    e = parse("1/x")
    ending = "Step 2 jumped over a place where f has no value."
    assert verdict(e, run(e, [-1.0], rate=0.4, steps=10)).sentence.endswith(ending)
    assert "jumped" not in verdict(e, run(e, [1.0], rate=0.4, steps=10)).sentence


def test_in_the_plane_a_step_can_go_around() -> None:
    e = parse("1/x + y^2", ("x", "y"))
    assert first_jump(e, run(e, [-1.0, 1.0], rate=0.4, steps=6)) is None
