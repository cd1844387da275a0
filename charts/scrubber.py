"""The slider inside a picture: which step is shown, answered in the browser without a round trip."""

from typing import Any

import numpy as np

from charts.picture import Columns

FRAME = "frame"
SHOWN = "datum.k <= step"
CURRENT = "datum.k == min(step, datum.last)"


def scrubber(steps: int) -> list[dict[str, Any]]:
    """The parameter `step`, 0 … steps (at least 1), bound to a range input under the picture.

    It starts at the seed in the one row of the data `frame` and moves there when the seed changes; any other
    new data leaves it where it is. Vega-Lite hands "on" through to Vega as it stands (compile/parameter.ts).
    """
    return [
        {"name": "seeded", "expr": f"data('{FRAME}')[0].k"},
        {
            "name": "step",
            "expr": f"data('{FRAME}')[0].k",
            "bind": {"input": "range", "min": 0, "max": steps, "step": 1, "name": "step k"},
            "on": [{"events": {"signal": "seeded"}, "update": "seeded"}],
        },
    ]


def frame_columns(seed: int, steps: int, words: str) -> Columns:
    """The one row behind the picture: the step to start from, and what the picture shows now, in words.

    The words travel as data because Streamlit builds the view anew when a chart's alt text changes.
    """
    return {
        "k": np.array([min(max(seed, 0), steps)], dtype=np.int32),
        "words": np.array([words]),
    }
