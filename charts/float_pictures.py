"""The errors of single lessons as lines: digits of π, a series cut off, overflow, differences that cancel."""

import numpy as np

from charts.float_lines import Across, float_lines_chart
from charts.picture import Picture
from core.float_errors.one_minus_cosine import EXPONENTS, OneMinusCosine
from core.float_errors.pi import RoundedPi
from core.float_errors.sweeps import Sweep
from core.float_errors.truncation import Truncation


def pi_chart(*, rounded: RoundedPi, dark: bool = False, height: int = 220) -> Picture:
    """How far π to n digits is off, as a decimal and once it is stored."""
    stored = f"stored in {rounded.form.name}"
    return float_lines_chart(
        x=np.arange(1.0, len(rounded.decimal_errors) + 1),
        lines={stored: rounded.stored_errors, "as a decimal": rounded.decimal_errors},
        now=rounded.digits - 1,
        title="digits of π",
        words=rounded.verdict,
        dark=dark,
        height=height,
    )


def series_chart(*, cut: Truncation, dark: bool = False, height: int = 220) -> Picture:
    """The error of the computed sum, what is cut off, and Lagrange's bound on it, over the terms taken."""
    count = max(10, min(len(cut.error), cut.settled + 5), cut.terms)
    return float_lines_chart(
        x=np.arange(1.0, count + 1),
        lines={
            f"error in {cut.form.name}": cut.error[:count],
            "cut off": cut.truncation[:count],
            "bound on it": cut.bound[:count],
        },
        now=cut.terms - 1,
        title="terms",
        words=cut.verdict,
        dark=dark,
        height=height,
    )


def cosine_chart(*, shown: OneMinusCosine, dark: bool = False, height: int = 220) -> Picture:
    """The relative error of (1 − cos x)/x² both ways, over the size of x."""
    order = np.argsort(EXPONENTS)
    place = np.log10(abs(float(shown.x.value)))
    return float_lines_chart(
        x=EXPONENTS[order],
        lines={"(1 − cos x)/x²": shown.naive_errors[order], "2 sin²(x/2)/x²": shown.stable_errors[order]},
        now=int(np.argmin(np.abs(EXPONENTS[order] - place))),
        title="x",
        words=shown.verdict,
        across="power",
        dark=dark,
        height=height,
    )


def sweep_chart(
    *,
    sweep: Sweep,
    at: float,
    title: str,
    words: str,
    across: Across = "count",
    dark: bool = False,
    height: int = 200,
) -> Picture:
    """Relative errors over a whole range; the values at x = `at`, in units of the sweep, are written."""
    return float_lines_chart(
        x=sweep.x,
        lines=sweep.errors,
        now=sweep.nearest(at),
        title=title,
        words=words,
        across=across,
        dark=dark,
        height=height,
    )
