"""Three layers in a row: the chain names what it is taken by, and its numbers hold."""

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.backpropagation import EXAMPLE, Chain, layer_steps
from core.backpropagation.layers import chain_names

NUMBERS = st.floats(-3, 3).map(lambda value: round(value, 3))
THREE = st.tuples(NUMBERS, NUMBERS, NUMBERS)


@given(x=NUMBERS, y=st.sampled_from([0.0, 1.0]), weights=THREE, biases=THREE)
@settings(max_examples=15)
def test_every_layer_agrees_with_differences(x: float, y: float, weights: tuple, biases: tuple) -> None:
    chain = Chain(x, y, weights, biases)
    assert all(step.check is not None and step.check.holds for step in layer_steps(chain))


@pytest.mark.parametrize("letter", ["w", "b"])
@pytest.mark.parametrize("layer", [1, 2, 3])
def test_a_slope_is_the_derivative_of_the_whole_function(letter: str, layer: int) -> None:
    def loss(value: mpmath.mpf) -> mpmath.mpf:
        parts = {"w": list(EXAMPLE.weights), "b": list(EXAMPLE.biases)}
        parts[letter][layer - 1] = value
        a = mpmath.mpf(EXAMPLE.x)
        for weight, bias in zip(parts["w"], parts["b"], strict=True):
            a = 1 / (1 + mpmath.exp(-(weight * a + bias)))
        return -mpmath.log(a)

    present = {"w": EXAMPLE.weights, "b": EXAMPLE.biases}[letter][layer - 1]
    assert EXAMPLE.slope(letter, layer) == pytest.approx(float(mpmath.diff(loss, present)), rel=1e-10)


def test_each_layer_back_brings_two_factors_more() -> None:
    assert [len(chain_names("w", layer)) for layer in (3, 2, 1)] == [3, 5, 7]


def test_the_last_link_is_taken_by_the_parameter_itself() -> None:
    for layer in (1, 2, 3):
        assert chain_names("w", layer)[-1] == rf"\frac{{dz_{{{layer}}}}}{{dw_{{{layer}}}}}"
        assert chain_names("b", layer)[-1] == rf"\frac{{dz_{{{layer}}}}}{{db_{{{layer}}}}}"
