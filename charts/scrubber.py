"""The slider inside a picture: which step is shown, answered in the browser without a round trip."""

from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.picture import Columns

FRAME = "frame"
SHOWN = "datum.k <= step"
CURRENT = "datum.k == min(step, datum.last)"


MOST_SHOWN = 250


def stride(steps: int) -> int:
    """Every how many steps one is drawn, so that a long run stays light enough to send with each move.

    It is odd, so that a run that hops from side to side is still seen to.

    >>> stride(150), stride(251), stride(1000)
    (1, 3, 5)
    """
    return ceil(steps / MOST_SHOWN) | 1 if steps > MOST_SHOWN else 1


def shown_steps(count: int, every: int) -> NDArray[np.intp]:
    """Which of the iterates 0 … count − 1 are drawn: every so many, and always the last.

    >>> shown_steps(8, 3).tolist()
    [0, 3, 6, 7]
    """
    return np.union1d(np.arange(0, count, every), np.arange(max(count - 1, 0), count))


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
            "bind": {"input": "range", "min": 0, "max": _end(steps), "step": stride(steps), "name": "step k"},
            "on": [{"events": {"signal": "seeded"}, "update": "seeded"}],
        },
    ]


def frame_columns(seed: int, steps: int, words: str) -> Columns:
    """The one row behind the picture: the step to start from, and what the picture shows now, in words.

    The words travel as data because Streamlit builds the view anew when a chart's alt text changes.
    """
    every = stride(steps)
    return {
        "k": np.array([min(every * round(max(seed, 0) / every), _end(steps))], dtype=np.int32),
        "words": np.array([words]),
    }


def _end(steps: int) -> int:
    """The slider's end: the first of its stops that is not before the last step."""
    return stride(steps) * ceil(steps / stride(steps))
