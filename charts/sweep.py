"""How many steps each learning rate needs: the valley in which a good η lies, and the wall beyond it."""

from functools import lru_cache
from math import floor, log10
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.clipping import Floats
from charts.family import rate_name
from charts.log_axis import power_axis, powers
from charts.palette import palette
from charts.picture import Picture
from charts.rate_click import RATE, rate_params
from charts.scrubber import FRAME
from charts.sweep_data import limit_columns, strip_columns, sweep_columns
from charts.sweep_layers import STRIP, sweep_layers
from charts.theme import fixed_scale, settings
from core.numbers import number

Span = tuple[float, float]


def sweep_chart(
    *,
    rate: Floats,
    steps: Floats,
    outcome: NDArray[np.str_],
    chosen: float,
    most: int,
    best: float | None = None,
    limit: float | None = None,
    dark: bool = False,
    height: int = 230,
) -> Picture:
    """Steps to arrive against η, both on logarithmic axes, as `core.learning_rate.sweep.Sweep` counts them.

    rate (m,) above 0, at least two, steps (m,) with NaN where a run did not arrive within `most`, outcome
    (m,) one of `charts.sweep_data.FATES`. What did not arrive is a strip along the top. `chosen` is marked,
    and so are the predicted `best` and `limit` where they are numbers inside the picture. A click, or a drag
    that ends in the picture, reports the selection "eta" with eta and nth, the count of presses. What is said
    of the chosen η is what is said of the rate nearest to it, so it should be among the rates.
    """
    span = (log10(float(rate.min())), log10(float(rate.max())))
    columns = sweep_columns(rate, steps, outcome, most)
    return Picture(
        spec=_template(span, most, dark, height),
        data={
            "sweep": columns,
            "strip": strip_columns(rate, steps, outcome),
            "limits": limit_columns(best, limit, span),
            FRAME: {
                "chosen": np.array([min(max(log10(chosen), span[0]), span[1])]),
                "name": np.array([rate_name(chosen)]),
                "words": np.array([_words(rate, steps, chosen, best, limit)]),
            },
        },
        alt=f"Steps to arrive for η from {number(float(rate.min()))} to {number(float(rate.max()))}.",
        selections=(RATE,),
    )


def _words(rate: Floats, steps: Floats, chosen: float, best: float | None, limit: float | None) -> str:
    said = [f"Chosen: {rate_name(chosen)}."]
    arrives = np.isfinite(steps)
    if arrives.any():
        low, high = (float(end) for end in (rate[arrives].min(), rate[arrives].max()))
        fewest = int(np.nanargmin(steps))
        said.append(f"Runs arrive for η between {number(low, 3)} and {number(high, 3)};")
        said.append(f"the fewest steps are {steps[fewest]:.0f}, for {rate_name(float(rate[fewest]))}.")
    else:
        said.append("No run arrives.")
    for name, value in (("Best", best), ("Limit", limit)):
        if value is not None and np.isfinite(value) and value > 0:
            said.append(f"{name}, as predicted: {number(value, 4)}.")
    return " ".join(said)


@lru_cache(maxsize=64)
def _template(span: Span, most: int, dark: bool, height: int) -> dict[str, Any]:
    ink = palette(dark)
    eta = {
        "scale": fixed_scale(span),
        "axis": power_axis(title="η", grid=False, tickCount={"expr": "clamp(width / 55, 2, 10)"}),
    }
    count = {
        "scale": fixed_scale((0.0, max(log10(most), 0.5)), [{"expr": "height"}, STRIP + 6]),
        "axis": power_axis(title="steps", values=list(range(floor(log10(most)) + 1))),
    }
    return {
        **settings(ink),
        "height": height,
        "params": [*rate_params(span), *_layout(span), powers()],
        "layer": sweep_layers(ink, x=eta, y=count),
    }


def _layout(span: Span) -> list[dict[str, Any]]:
    return [{"name": "sx", "expr": f"width / {span[1] - span[0]!r}"}, {"name": "left", "value": span[0]}]
