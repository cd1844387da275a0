"""The marks of the sweep: the strip of what did not arrive, the steps, the limits, and the chosen rate."""

from typing import Any

from charts.encodings import Layer, calculate, field
from charts.label_layers import halo, nearest_readout
from charts.palette import CURRENT_AREA, PATH_WIDTH, Palette
from charts.rate_click import rate_plane
from charts.scrubber import FRAME
from charts.sweep_data import FATES, ORDER

STRIP = 22


def sweep_layers(ink: Palette, *, x: dict[str, Any], y: dict[str, Any]) -> list[Layer]:
    """Everything back to front; `x` and `y` are the scale and axis of the exponents of η and of the steps."""
    return [
        _line(ink, {"x": field("eta_at", **x), "y": field("steps_at", **y)}),
        _points(ink),
        *_strip(ink),
        _limits(ink),
        *_chosen(ink),
        _limit_names(ink),
        _readout(ink),
        rate_plane(),
    ]


def _line(ink: Palette, place: Layer) -> Layer:
    return {
        "name": "steps",
        "data": {"name": "sweep"},
        "transform": [{"filter": "datum.arrives"}],
        "mark": {"type": "line", "strokeWidth": PATH_WIDTH, "color": ink.text, "aria": False},
        "encoding": {**place, "detail": {"field": "piece", "type": "nominal"}},
    }


def _points(ink: Palette) -> Layer:
    """Small points, so that a rate alone between others that do not arrive is seen."""
    mark = {"type": "point", "filled": True, "size": 10, "opacity": 1, "color": ink.text, "aria": False}
    return {
        "name": "arrivals",
        "data": {"name": "sweep"},
        "transform": [{"filter": "datum.arrives"}],
        "mark": mark,
        "encoding": {"x": field("eta_at"), "y": field("steps_at")},
    }


def _strip(ink: Palette) -> list[Layer]:
    """A band for each stretch of rates, with its word where that fits."""
    accents = [getattr(ink, FATES[fate].accent) for fate in ORDER]
    colour = {
        "field": "fate",
        "type": "nominal",
        "scale": {"domain": list(range(len(ORDER))), "range": accents},
        "legend": None,
    }
    fits = "(datum.to - datum.from) * sx > 6.6 * length({}) + 8"
    said = f"{fits.format('datum.word')} ? datum.word : datum.short"
    ends = {"x": field("from"), "x2": {"field": "to"}, "y": {"value": 0}, "y2": {"value": STRIP}}
    text = {"type": "text", "fontSize": 13, "baseline": "middle", "y": STRIP / 2, "aria": False}
    return [
        {
            "name": "bands",
            "data": {"name": "strip"},
            "mark": {"type": "rect", "fillOpacity": 0.16, "strokeWidth": 1, "aria": False},
            "encoding": {**ends, "fill": colour, "stroke": colour},
        },
        {
            "name": "fates",
            "data": {"name": "strip"},
            "transform": [*calculate(said=said), {"filter": fits.format("datum.said")}],
            "mark": {**text, "color": ink.text},
            "encoding": {"x": field("middle"), "text": {"field": "said"}},
        },
    ]


def _limits(ink: Palette) -> Layer:
    """The predicted rates as dashed lines."""
    return {
        "name": "limits",
        "data": {"name": "limits"},
        "mark": {"type": "rule", "strokeWidth": 1.5, "strokeDash": [5, 4], "color": ink.exact, "aria": False},
        "encoding": {"x": field("eta_at"), "y": {"value": STRIP}, "y2": {"value": "height"}},
    }


def _limit_names(ink: Palette) -> Layer:
    """Each predicted rate's name and number in a row of its own, over every line."""
    text = {
        "type": "text",
        "fontSize": 13,
        "align": {"expr": "datum.toward < 0 ? 'right' : 'left'"},
        "dx": {"expr": "5 * datum.toward"},
        "baseline": "middle",
        "y": {"expr": "height - 33 + 17 * datum.row"},
        "aria": False,
    }
    # The room is below the line: left of the best rate, and right of the limit.
    toward = "datum.row == 0 ? ((datum.eta_at - left) * sx > 90 ? -1 : 1)"
    toward += " : (width - (datum.eta_at - left) * sx > 90 ? 1 : -1)"
    name = {"x": field("eta_at"), "text": {"field": "name"}}
    return {
        "data": {"name": "limits"},
        "transform": calculate(toward=toward),
        "layer": halo("limit_names", text, ink, name, {"value": ink.exact}),
    }


def _chosen(ink: Palette) -> list[Layer]:
    """The line of the chosen rate with a knob at its foot; while the pointer is down it is where that is."""
    now = calculate(now="shown")
    rule = {"type": "rule", "strokeWidth": PATH_WIDTH, "color": ink.descent, "aria": False}
    knob = {"type": "point", "filled": True, "size": CURRENT_AREA + 30, "opacity": 1, "color": ink.descent}
    return [
        {
            "name": "chosen",
            "data": {"name": FRAME},
            "transform": now,
            "mark": rule,
            "encoding": {"x": field("now"), "y": {"value": 0}, "y2": {"value": "height"}},
        },
        {
            "name": "knob",
            "data": {"name": FRAME},
            "transform": now,
            "mark": {**knob, "stroke": ink.background, "strokeWidth": 2, "aria": False},
            "encoding": {"x": field("now"), "y": {"value": "height"}},
        },
    ]


def _readout(ink: Palette) -> Layer:
    """The rate and what becomes of it: that of the nearest rate of the sweep."""
    name = f"aim === null ? data('{FRAME}')[0].name : 'η = ' + aim"
    return nearest_readout("sweep", "abs(datum.eta_at - shown)", f"({name}) + ': ' + datum.says", ink)
