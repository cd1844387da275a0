"""The loss on all data after each epoch, in a panel of the same picture that follows the same slider."""

from typing import Any

import numpy as np

from charts.clipping import Floats
from charts.encodings import Layer, field
from charts.label_layers import NARROW
from charts.log_axis import exponents, power_axis, powers
from charts.palette import CURRENT_AREA, PATH_WIDTH, Palette
from charts.picture import Columns
from charts.theme import fixed_scale
from charts.training.parts.epochs import SHOWN, Epochs, drawn_epochs, spans
from core.training import Training

LOSSES = "losses"
GAP = 64
MANY_DECADES = 2.0
"""From so many powers of ten on the axis is logarithmic."""


def is_logarithmic(values: Floats) -> bool:
    """Whether the losses are all above 0 and reach over more than two powers of ten."""
    known = values[np.isfinite(values)]
    if not len(known) or known.min() <= 0:
        return False
    return float(np.log10(known.max()) - np.log10(known.min())) > MANY_DECADES


def heights(values: Floats, logarithmic: bool) -> Floats:
    """The losses as they are, or their exponents; NaN for what is not finite."""
    shown = exponents(values) if logarithmic else values
    return np.where(np.isfinite(shown), shown, np.nan)


def loss_range(values: Floats, logarithmic: bool, closed: float | None = None) -> tuple[float, float]:
    """The ends of the axis: all values with a twentieth to spare; a linear axis begins at 0 if that is near.

    What a training gained when it diverged would leave nothing of its beginning to be seen: the axis ends at
    a hundred times the first loss.
    """
    known = values[np.isfinite(values)]
    first = known[:1] if len(known) else np.array([1.0])
    inside = np.append(
        np.minimum(known, 100 * max(float(first[0]), 1e-300)), [] if closed is None else closed
    )
    shown = heights(inside, logarithmic)
    shown = shown[np.isfinite(shown)]
    low, high = (float(shown.min()), float(shown.max())) if len(shown) else (0.0, 1.0)
    spare = (high - low) / 20 or max(abs(high), 1.0) / 2
    return (0.0 if not logarithmic and 0 <= low < high / 2 else low - spare), high + spare


def loss_columns(training: Training, logarithmic: bool, epochs: Epochs | None = None) -> Columns:
    """The rows of the panel, with the ends of its axis in each."""
    drawn = drawn_epochs(training) if epochs is None else epochs
    low, high = loss_range(training.epoch_losses, logarithmic)
    at = heights(training.epoch_losses[drawn], logarithmic)
    seen = np.isfinite(at)
    return {
        **{name: column[seen] for name, column in spans(training, drawn).items()},
        "at": np.clip(at[seen], low, high),
        "low": np.full(seen.sum(), low),
        "high": np.full(seen.sum(), high),
    }


def beside_params(ratio: float | None) -> list[dict[str, Any]]:
    """Pixels: the picture is across × down at the top left, the losses right of it or, if narrow, below.

    `ratio` is the picture's height over its width where units are to be equal; None fills the room.
    """
    free = "wide ? height : 0.56 * height"
    fitted = f"wide ? min(height, 0.64 * width * {ratio!r}) : min(0.64 * height, width * {ratio!r})"
    layout = {
        "wide": f"width >= {NARROW}",
        "down": free if ratio is None else fitted,
        "across": "wide ? 0.66 * width : width" if ratio is None else f"down / {ratio!r}",
        "value_left": f"wide ? across + {GAP} : 0",
        "value_top": "wide ? 0 : down + 56",
        "value_bottom": "wide ? down : height",
        "loss_low": f"length(data('{LOSSES}')) ? data('{LOSSES}')[0].low : 0",
        "loss_high": f"length(data('{LOSSES}')) ? data('{LOSSES}')[0].high : 1",
    }
    return [powers(), *({"name": name, "expr": expression} for name, expression in layout.items())]


def loss_panel(ink: Palette, last: int, logarithmic: bool) -> Layer:
    """The losses as a line with the epoch shown as a point."""
    x, y = _axes(last, logarithmic)
    place = {"x": field("k", **x), "y": field("at", **y)}
    now = {"type": "point", "filled": True, "size": CURRENT_AREA, "opacity": 1, "aria": False}
    return {
        "data": {"name": LOSSES},
        "layer": [
            {
                "name": "loss_line",
                "mark": {"type": "line", "strokeWidth": PATH_WIDTH, "color": ink.descent, "aria": False},
                "encoding": place,
            },
            {
                "name": "loss_now",
                "transform": [{"filter": SHOWN}],
                "mark": {**now, "color": ink.descent, "stroke": ink.background, "strokeWidth": 2},
                "encoding": place,
            },
        ],
    }


def _axes(last: int, logarithmic: bool) -> tuple[Layer, Layer]:
    x = {
        "scale": fixed_scale((0, last), [{"expr": "value_left"}, {"expr": "width"}]),
        "axis": {
            "title": "loss by epoch",
            "orient": "bottom",
            "offset": {"expr": "value_bottom - height"},
            "grid": False,
            "format": "d",
            "tickMinStep": 1,
            "tickCount": {"expr": f"min({last}, clamp((width - value_left) / 60, 1, 6))"},
        },
    }
    pixels = [{"expr": "value_bottom"}, {"expr": "value_top"}]
    labels = power_axis if logarithmic else dict[str, Any]
    y = {
        "scale": fixed_scale(({"expr": "loss_low"}, {"expr": "loss_high"}), pixels),
        "axis": labels(
            title=None,
            orient="left",
            offset={"expr": "-value_left"},
            grid=True,
            tickCount={"expr": "ceil((value_bottom - value_top) / 45)"},
        ),
    }
    return x, y
