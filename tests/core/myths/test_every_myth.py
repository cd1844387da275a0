"""Every myth of every lesson: refuted by what is computed, with the numbers that the errata give."""

import pytest

from core.myths import MYTHS, Myth
from tests.core.myths.test_training import NUMBERS as OF_TRAINING
from ui.keys import KEYS, canonical

# From the list of errata, where each was computed on its own.
NUMBERS = {
    "limits": {
        # E01: x² at 2 has the limit 4; E53: 1/x² at 0; E46: 5 against 0; the parabola's limit is 1/2
        "three-other-conditions": ("is 4",),
        "limit-is-value": ("tends to 1 at 1", "f(1) = 5"),
        "two-ways": ("100, 10000, 10⁶",),
        "sine-none": ("0.841471",),
        "ever-nearer": ("x = 0.0159155", "0.0141471"),
        "continuous-has-slope": ("−1 from the left", "1 from the right"),
        "interior-is-enough": ("is 5 at 0", "tends to 0"),
        "defined-everywhere": ("has the value 0 at 0, and jumps there by 2", "continuous at −2, −1, 1 and 2"),
        # 1/(π/2 + 2000π) and 1/(3π/2 + 2000π)
        "patched": ("still 1 at x = 0.000159115", "−1 at x = 0.000159036"),
        "all-lines": ("tends to 0 along all lines", "along y = x² f tends to 0.5"),
    },
    "numerical_error": {
        "smallest-addend": ("1.0000000000000002", "1.1102230246251568e-16", "1 + ε/2 is 1.0"),
        "wrong-h": ("5.329070518200751", "6.217248937900877", "6.128431095930864"),
        "root-of-epsilon": ("6.32 × 10⁻⁸", "1.01 × 10⁻⁵"),
        "small-h-truncates": ("0.0001, 10⁻⁸, 10⁻¹²",),
        "threshold": ("2.01 × 10⁻²²", "2.01 × 10⁻¹⁰", "1.78 × 10⁻¹⁵"),
        "symmetric-defines": ("0 for every h", "is 1 and from the left −1"),
        "still-accurate": ("0.00221, 1.06, 1, 1, 1",),
        "unstable": ("1.96 × 10⁻¹¹", "2.22 × 10⁻⁷"),
    },
    "derivative_rules": {
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
    },
    "gradient": {
        "mixed-is-a-sum": ("slope along x is 0.", "at (1, 2) is 6"),
        "direction-is-atan": ("(−2, −2)", "says 45°", "atan2, −135°", "says 90°"),
        "jacobian-is-n-by-m": ("2 inputs and 3 outputs", "is 3 × 2"),
        "component-is-steepest": ("along x is 2 ", "along y 8.", "is 8.24621"),
        # By hand: x shrinks by 0.8 a step and y by 0.2, or they grow by 1.2 and 1.8.
        "gradient-leads-down": ("where f = 5", "lead to f = 139.035", "−∇f to f = 0.2624"),
        "rounded-unit-vector": ("length 1.0041", "gives 0.142;", "gives 0.141421,"),
    },
    "hessian_newton": {
        "misprinted-eigenvalues": ("6.41421", "3.58579", "sum 10", "product 23", "9.997", "22.887"),
        "opposite-signs": ("−4 and 4", "f(0.1, 0) = 0.02", "f(0, 0.1) = −0.02"),
        "three-steps": ("(0.8706, 1.002)", "It takes 8", "(4.16 × 10⁻¹⁷, −2.049 × 10⁻¹⁷)"),
        "below-the-chord": ("the chord is at 1", "the curve at 0", "0 is a minimum"),
        "otherwise-no-optimum": ("chords on both sides", "above f(0) = 0"),
        "level-place-is-flat": ("f(0.1, 0) = 0.01", "f(0, 0.1) = −0.01"),
        "level-is-the-test": ("at −1: a maximum", "it has no gradient"),
        "convex-has-one-minimum": ("0 at −1, at 0 and at 1", "x = −50"),
    },
    "learning_rate": {
        "smaller-is-safer": ("f = −3.51391 and η = 0.01 where f = −1.07023",),
        # x = 0.998^100 = 0.819 and y = 0.94^100 = 0.002; at the best rate (29/31)^100 · √2 = 0.00180
        "falling-loss": ("0.819 from the minimum; η = 0.0323 comes within 0.0018",),
        "convex-is-enough": ("x = −4.61742",),
    },
    "training": OF_TRAINING,
}
ALL = [myth for myths in MYTHS.values() for myth in myths]

every_myth = pytest.mark.parametrize("myth", ALL, ids=lambda myth: f"{myth.lesson}-{myth.name}")


@every_myth
def test_a_myth_is_refuted_by_what_is_computed(myth: Myth) -> None:
    assert myth.compute().refutes


@every_myth
def test_a_myth_is_told_in_sentences(myth: Myth) -> None:
    for text in (myth.statement, myth.truth, myth.compute().sentence):
        assert text.endswith(".") and ".." not in text


@every_myth
def test_the_numbers_are_those_of_the_errata(myth: Myth) -> None:
    sentence = myth.compute().sentence
    for text in NUMBERS[myth.lesson][myth.name]:
        assert text in sentence


@every_myth
def test_a_myth_opens_in_its_lesson(myth: Myth) -> None:
    keys = {key.name: key for key in KEYS[myth.lesson]}
    for name, text in myth.values.items():
        assert canonical(keys[name].read(text)) == text


@pytest.mark.parametrize("lesson", MYTHS)
def test_the_myths_of_a_lesson_stand_under_it_and_each_once(lesson: str) -> None:
    assert {myth.lesson for myth in MYTHS[lesson]} == {lesson}
    assert sorted(myth.name for myth in MYTHS[lesson]) == sorted(NUMBERS[lesson])
