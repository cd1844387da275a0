"""The chord between two parameters: below the curve for a network, never for a line."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.datasets import named_samples
from core.losses import segment_between, segment_steps
from core.models import model_named

XOR, THREE = named_samples("xor"), named_samples("three_points")
NETWORK, LINE = model_named("two_two_one"), model_named("line")
# w11 w12 w21 w22 b1 b2 w1 w2 b: unit 1 says "at least one", unit 2 says "both", and XOR is one and not both.
SOLVES = np.array([10.0, 10, 10, 10, -5, -15, 10, -10, -5])
SWAPPED = SOLVES[[1, 0, 3, 2, 5, 4, 7, 6, 8]]
pairs = arrays(np.float64, (2, 2), elements=st.floats(-100, 100))


def test_two_networks_with_swapped_units_predict_the_same_and_their_mean_does_not() -> None:
    found = segment_between(NETWORK, XOR, SOLVES, SWAPPED)
    assert found.loss[0] == pytest.approx(found.loss[-1], rel=1e-12) and found.loss[0] < 0.05
    assert found.proves and found.above > 0.5
    assert found.t[found.worst] == pytest.approx(0.5, abs=0.2)
    assert found.sentence.endswith("the chord lies below the curve, so the loss is not convex.")


@given(pairs)
def test_no_chord_of_the_squared_error_of_a_line_lies_below_it(ends: np.ndarray) -> None:
    found = segment_between(LINE, THREE, *ends)
    assert not found.proves
    assert found.sentence.endswith("nowhere above the chord.")


@given(pairs)
def test_the_gap_of_a_line_is_that_of_its_quadratic(ends: np.ndarray) -> None:
    # E/2n with E = 14m² + 3b² + 12mb + … has the Hessian [[28, 12], [12, 6]]/6, and a quadratic lies
    # t(1 − t)/2 · δᵀHδ under its chord.
    found = segment_between(LINE, THREE, *ends)
    delta = ends[1] - ends[0]
    bend = delta @ np.array([[28, 12], [12, 6]]) @ delta / 6
    gap = found.chord - found.loss
    assert gap == pytest.approx(
        found.t * (1 - found.t) / 2 * bend, rel=1e-9, abs=1e-9 * found.loss.max() + 1e-12
    )


@pytest.mark.parametrize(
    ("model", "samples", "ends"),
    [(NETWORK, XOR, (SOLVES, SWAPPED)), (LINE, THREE, (np.zeros(2), np.array([3.0, -1.0])))],
    ids=["network", "line"],
)
def test_the_proof_is_checked_in_many_digits(model, samples, ends) -> None:
    steps = segment_steps(model, samples, segment_between(model, samples, *ends))
    check = steps[-1].check
    assert check is not None and check.holds
    assert (">" in steps[-1].latex) is (model is NETWORK)
