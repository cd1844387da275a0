"""The picture of f and f′ for a function of the special cases."""

from charts.derivatives import derivatives_chart
from ui import pictures
from ui.derivative_rules.cached import derivative_curves_of, monotony_of, tangents_of
from ui.shell import dark

Range = tuple[float, float]


def own_picture(text: str, x: Range, heights: tuple[Range, Range], at: float) -> None:
    """f and f′ over the window, with the tangent at a place."""
    drawn = derivatives_chart(
        curves=derivative_curves_of(text, 1, *x, heights[0]),
        window=x,
        heights=heights,
        monotony=monotony_of(text, *x),
        tangents=tangents_of(text, 1, *x, at),
        dark=dark(),
        height=340,
    )
    pictures.show(drawn, "special case")
