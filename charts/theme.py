"""What every picture has in common: type sizes, thin grid, no frame."""

from typing import Any

from charts.palette import AXIS_SIZE, LABEL_SIZE, Palette

End = float | dict[str, str]

# The page's own letters first, so that the picture speaks in the same voice.
FONT = "'Source Sans', 'Source Sans Pro', sans-serif"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


def settings(ink: Palette) -> dict[str, Any]:
    """The outermost keys of a spec: schema, size, drawing method and config, without marks.

    SVG is asked for by name, because a renderer that followed the number of rows would build the view anew
    when a slider crosses that number; `aria` is set for the same reason.
    """
    return {
        "$schema": SCHEMA,
        "width": "container",
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 4, "right": 6, "top": 4, "bottom": 4},
        "usermeta": {"embedOptions": {"renderer": "svg"}},
        "config": {
            "aria": True,
            "font": FONT,
            "background": ink.background,
            "view": {"stroke": None},
            "axis": _axis(ink),
            "text": {"fontSize": LABEL_SIZE, "color": ink.text},
        },
    }


def _axis(ink: Palette) -> dict[str, Any]:
    return {
        "grid": True,
        "gridColor": ink.grid,
        "gridWidth": 1,
        "domain": False,
        "ticks": False,
        "labelColor": ink.quiet,
        "labelFontSize": AXIS_SIZE,
        "labelPadding": 6,
        "labelFlush": True,
        "labelOverlap": True,
        "titleColor": ink.quiet,
        "titleFontSize": AXIS_SIZE,
        "titleFontWeight": "normal",
        "titlePadding": 4,
    }


def fixed_scale(domain: tuple[End, End], pixels: list[Any] | None = None) -> dict[str, Any]:
    """A linear scale from exactly this domain, onto `pixels` or the whole side; no row drawn can move it.

    An end may be an expression over the picture's parameters.
    """
    scale: dict[str, Any] = {"domain": list(domain), "nice": False, "zero": False}
    return scale if pixels is None else {**scale, "range": pixels}
