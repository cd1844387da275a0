"""A slider inside a picture that picks one of its frames, answered in the browser without a round trip.

The numbers of all frames travel at once, each row with its frame `k`; the marks show the rows of one frame.
"""

from typing import Any

import numpy as np

from charts.picture import Columns

SEED = "seed"


def inner_slider(name: str, label: str, last: int, source: str = SEED) -> list[dict[str, Any]]:
    """The parameter `name`, 0 … last, under the picture. It starts at the seed in the one row of `source`.

    A new seed moves it, new data alone leaves it where it is; Vega-Lite hands "on" through to Vega.
    """
    seed = f"data('{source}')[0].k"
    return [
        {"name": "seeded", "expr": seed},
        {
            "name": name,
            "expr": seed,
            "bind": {"input": "range", "min": 0, "max": last, "step": 1, "name": label},
            "on": [{"events": {"signal": "seeded"}, "update": "seeded"}],
        },
    ]


def seed_columns(seed: int, last: int, words: str) -> Columns:
    """The one row of `seed`: the frame to start from, and what the picture shows in words."""
    return {"k": np.array([min(max(seed, 0), last)], dtype=np.int32), "words": np.array([words])}
