"""The myths of Numerical Error, each a statement of the sources with the numbers that refute it."""

from math import nextafter

import numpy as np

from core.expression import Expression, parse
from core.myths.myth import Counterexample, Myth
from core.numbers import number
from core.printed_tables.oscillation import fixed_step, scaled_step
from core.printed_tables.shrinking_h import SQRT_EPSILON, Formula, exact_quotient, quotient

SQUARE, SINE = parse("x^2"), parse("sin x")
EPSILON = float(np.finfo(np.float64).eps)


def _in_float64(e: Expression, x: float, h: float, formula: Formula) -> float:
    return quotient(lambda t: float(e(t)), x, h, formula)


def _smallest_addend() -> Counterexample:
    half = EPSILON / 2
    least = nextafter(half, 1.0)
    return Counterexample(
        f"1 + 1.2e-16 is {1 + 1.2e-16!r}, although 1.2e-16 is less than ε = {EPSILON!r}. The least number "
        f"that changes 1 is {least!r}; 1 + ε/2 is {1 + half!r}.",
        half < 1.2e-16 < EPSILON and 1 + 1.2e-16 > 1 and 1 + least > 1 and 1 + half == 1 and least < EPSILON,
    )


def _printed_beside_the_wrong_h() -> Counterexample:
    forward, central = (_in_float64(SQUARE, 3.0, 1e-15, formula) for formula in ("forward", "central"))
    larger = [_in_float64(SQUARE, 3.0, 1e-14, formula) for formula in ("forward", "central")]
    return Counterexample(
        f"For x² at 3 and h = 1e-15 the formulas give {forward!r} and {central!r}, the same number. With "
        f"h = 1e-14 they give {larger[0]!r} and {larger[1]!r}.",
        forward == central and forward not in larger and larger[0] != larger[1],
    )


def _root_of_epsilon() -> Counterexample:
    best = float((3 * EPSILON * np.tan(1.0)) ** (1 / 3))
    truth = float(np.cos(1.0))
    at_root, at_best = (abs(_in_float64(SINE, 1.0, h, "central") - truth) for h in (SQRT_EPSILON, best))
    sharper = 2 * float(np.sqrt(EPSILON * 9 / 2))
    return Counterexample(
        f"For sin x at 1 the central formula errs by {number(at_root, 2)} at h = √ε and by "
        f"{number(at_best, 2)} at h = ∛(3ε|f/f‴|) = {number(best, 3)}. For x² at 3 the forward formula wants "
        f"2√(ε|f/f″|) = {number(sharper, 3)}, {number(sharper / SQRT_EPSILON, 2)} times √ε.",
        at_best < at_root / 5 and sharper > 2 * SQRT_EPSILON,
    )


def _small_h_truncates() -> Counterexample:
    steps = (1e-4, 1e-8, 1e-12)
    exact = [exact_quotient(SQUARE, 3.0, h, "forward") for h in steps]
    truncation = [abs(float(value - 6)) for value in exact]
    rounding = [
        abs(float(_in_float64(SQUARE, 3.0, h, "forward") - value))
        for h, value in zip(steps, exact, strict=True)
    ]
    return Counterexample(
        f"For x² at 3 the truncation error is {', '.join(number(size, 2) for size in truncation)} at h = "
        f"{', '.join(number(h) for h in steps)}: it is h itself. Rounding adds "
        f"{', '.join(number(size, 2) for size in rounding)}.",
        truncation == sorted(truncation, reverse=True) and rounding == sorted(rounding),
    )


def _threshold_is_epsilon() -> Counterexample:
    x, h = 1e-10, 1e-12
    rise = float(SQUARE(x + h) - SQUARE(x))
    slope = _in_float64(SQUARE, x, h, "forward")
    exact = float(exact_quotient(SQUARE, x, h, "forward"))
    spacing = float(np.spacing(9.0))
    return Counterexample(
        f"For x² at 10⁻¹⁰ and h = 10⁻¹² the difference is {number(rise, 4)}, far below ε, and its quotient "
        f"{number(slope)} is right. At x = 3 the threshold is the spacing at 9: {number(spacing, 3)}.",
        0 < rise < EPSILON and abs(slope - exact) < 1e-12 * exact and spacing > EPSILON,
    )


def _symmetric_defines() -> Counterexample:
    corner = parse("|x|")
    central = {_in_float64(corner, 0.0, h, "central") for h in (0.1, 1e-3, 1e-9)}
    right, left = (_in_float64(corner, 0.0, h, "forward") for h in (0.1, -0.1))
    return Counterexample(
        f"For |x| at 0 the central quotient is {number(max(central))} for every h. From the right the "
        f"slope is {number(right)} and from the left {number(left)}: there is no derivative.",
        central == {0.0} and right != left,
    )


def _still_accurate() -> Counterexample:
    rows = fixed_step()
    listed = ", ".join(number(row.relative, 3) for row in rows)
    return Counterexample(
        f"For sin(1/x) with h = 10⁻³ the relative errors at 0.1, 0.01, 0.001, 0.0001, 0.00001 are {listed}.",
        all(row.relative > 0.99 for row in rows[1:]),
    )


def _unstable() -> Counterexample:
    fixed = fixed_step()
    mended = scaled_step(1e-3 / (2 * np.pi))
    rounding = max(row.rounding for row in fixed)
    worst = max(row.relative for row in mended)
    return Counterexample(
        f"In the table with h = 10⁻³ rounding is at most {number(rounding, 3)}. With h = 10⁻³·x² the same "
        f"formula has a relative error of at most {number(worst, 3)} at all five places.",
        rounding < 1e-9 and worst < 1e-6,
    )


def _seen(f: str, x0: str, h: str, **more: str) -> dict[str, str]:
    return {"f": f, "x0": x0, "h": h, **more}


NUMERICAL_ERROR = (
    Myth(
        "numerical_error",
        "smallest-addend",
        "Machine ε is the smallest number that can be added to 1.",
        "ε is the gap from 1 to the next float. Whatever is more than half of it rounds up to that float.",
        _seen("x^2", "3", "0.01", tab="Machine ε"),
        _smallest_addend,
    ),
    Myth(
        "numerical_error",
        "wrong-h",
        "At h = 10⁻¹⁵ the two formulas print 6.217248937900877 and 6.128431095930864.",
        "Those are the numbers of h = 10⁻¹⁴, printed beside a listing with one zero more.",
        _seen("x^2", "3", "1e-15"),
        _printed_beside_the_wrong_h,
    ),
    Myth(
        "numerical_error",
        "root-of-epsilon",
        "The best h is √ε.",
        "√ε is the order of magnitude for the forward formula where f and f″ are about equally large. The "
        "central formula has its own best h, near the cube root of ε.",
        _seen("sin(x)", "1", "1.5e-08"),
        _root_of_epsilon,
    ),
    Myth(
        "numerical_error",
        "small-h-truncates",
        "If h is too small, the quotient is truncated.",
        "The truncation error shrinks with h. What grows as h falls is rounding: two nearly equal values "
        "are subtracted and the rest is divided by a small number.",
        _seen("x^2", "3", "1e-12"),
        _small_h_truncates,
    ),
    Myth(
        "numerical_error",
        "threshold",
        "If f(x + h) − f(x) is smaller than ε, it is rounded to 0.",
        "The threshold is the spacing of floats at f(x), about ε|f(x)|. Near 0 floats lie closer together.",
        _seen("x^2", "1e-10", "1e-12"),
        _threshold_is_epsilon,
    ),
    Myth(
        "numerical_error",
        "symmetric-defines",
        "f′(x) is the limit of the symmetric (central) quotient.",
        "Where f′ exists the two limits are equal. The central one can exist where f has no derivative at"
        " all.",
        _seen("|x|", "0", "0.1"),
        _symmetric_defines,
    ),
    Myth(
        "numerical_error",
        "still-accurate",
        "Near 0 the numerical derivative of sin(1/x) is still accurate.",
        "Absolute and relative errors are both large: at x = 0.01 and below no digit is right.",
        _seen("sin(1/x)", "0.01", "0.001", tab="Tables"),
        _still_accurate,
    ),
    Myth(
        "numerical_error",
        "unstable",
        "The central difference of sin(1/x) fails because it is numerically unstable.",
        "It is not rounding that fails. h is larger than the distance in which the function turns, 2πx²; "
        "with an h that follows this distance the formula is as good as anywhere.",
        _seen("sin(1/x)", "0.01", "1e-07", tab="Tables"),
        _unstable,
    ),
)
"""E04, E05, E06, E07, E08, E09, E18 and E19 of the errata, in this order."""
