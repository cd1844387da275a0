"""The iterates of momentum, Nesterov, Adam, AdamW and RMSProp beside those of a library of optimisers."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.descent import run
from core.expression import parse

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "optimizers.json").read_text(encoding="utf-8"))


def test_both_memories_are_compared_on_three_surfaces() -> None:
    for name in ("momentum", "adam"):
        assert len({case["surface"] for case in GOLDEN["runs"] if case["optimizer"] == name}) == 3


@pytest.mark.parametrize("case", GOLDEN["runs"], ids=lambda case: f"{case['optimizer']} on {case['surface']}")
def test_the_iterates_are_those_of_the_library(case: dict[str, Any]) -> None:
    e = parse(case["text"], ("x", "y"))
    trace = run(e, case["start"], case["optimizer"], case["rate"], 200, tolerance=0, knobs=case["knobs"])
    kept = GOLDEN["kept"][: len(case["x"])]
    np.testing.assert_allclose(trace.x[kept], case["x"], rtol=0, atol=GOLDEN["tolerance"])
