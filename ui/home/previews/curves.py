"""Small pictures of one variable: a hole, an error against h, a curve and its slope."""

from collections.abc import Mapping
from math import log10

import numpy as np

from charts.picture import Picture
from charts.thumbnail import Line, Mark, thumbnail_chart
from core.differences import error_curve
from core.gradient import gradient_field
from core.numbers import number
from ui.cached import curve_of, parsed, view_of
from ui.limits.cached import Question, evidence_of


def limits(values: Mapping[str, str], dark: bool) -> Picture:
    """The curve with its hole."""
    text, a = values["f"], float(values["a"])
    window = view_of(text, ("x",), (a,))
    curve = curve_of(text, *window.x, window.y)
    found = evidence_of(Question(text, values["a"], values["side"]))
    left, right = float(found["left"].estimate), float(found["right"].estimate)
    return thumbnail_chart(
        name="Limits in small.",
        window=(window.x, window.y),
        lines=[Line("quiet", (a, a), window.y), Line("function", curve.x, curve.y)],
        marks=[Mark("function", a, left, "hole")],
        words=f"f has no value at x = {number(a)}. It comes to {number(left)} from the left "
        f"and to {number(right)} from the right.",
        dark=dark,
    )


def numerical_error(values: Mapping[str, str], dark: bool) -> Picture:
    """|quotient − f′(x₀)| against h, and the h that is foretold to be best."""
    curve = error_curve(parsed(values["f"], ("x",)), float(values["x0"]), values["stencil"], values["dtype"])
    seen = curve.error > 0
    x, y = np.log10(curve.h[seen]), np.log10(curve.error[seen])
    best = curve.predicted_h, curve.predicted_error
    return thumbnail_chart(
        name="Numerical Error in small.",
        window=((float(x.min()), 0.0), (float(y.min()) - 1, float(y.max()) + 1)),
        lines=[Line("error", x, y)],
        marks=[Mark("exact", log10(best[0]), log10(best[1]), "diamond")],
        words=f"The error of the difference quotient against h, both in powers of ten: least near "
        f"h = {number(best[0], 2)}, and larger on both sides of it.",
        dark=dark,
    )


def derivative_rules(values: Mapping[str, str], dark: bool) -> Picture:
    """f and f′."""
    text, x0 = values["f"], float(values["x0"])
    window = view_of(text, ("x",), (x0,))
    curve = curve_of(text, *window.x, window.y)
    field = gradient_field(parsed(text, ("x",)))
    slopes = field.over(curve.x[:, None])[1][:, 0]
    height, (slope,) = field.at((x0,))
    tall = (min(window.y[0], float(slopes.min()) - 0.1), max(window.y[1], float(slopes.max()) + 0.1))
    return thumbnail_chart(
        name="Derivative Rules in small.",
        window=(window.x, tall),
        lines=[Line("function", curve.x, curve.y), Line("slope", curve.x, slopes)],
        marks=[Mark("function", x0, height), Mark("slope", x0, float(slope), "diamond")],
        words=f"f in a broad line and f′ in a thin one: at x = {number(x0)} f is {number(height)} "
        f"and f′ is {number(float(slope))}.",
        dark=dark,
    )
