"""The worked derivations: every line holds for any data, and says what the notes lost."""

from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.models import MODELS
from core.models.worked import chain_steps, coin_steps, mean_steps, median_steps
from core.steps import Step

SEEDS = st.integers(0, 2**32 - 1)


def every(steps: Iterable[Step]) -> Iterator[Step]:
    """All steps with those inside them."""
    for step in steps:
        yield step
        yield from every(step.substeps)


def failing(steps: Iterable[Step]) -> list[str]:
    return [step.title for step in every(steps) if step.check is not None and not step.check.holds]


@given(seed=SEEDS, size=st.sampled_from([0.1, 1.0, 1e4]), samples=st.integers(1, 9))
@settings(max_examples=15)
def test_every_check_of_mean_and_median_holds(seed: int, size: float, samples: int) -> None:
    rng = np.random.default_rng(seed)
    theta, y = rng.normal(scale=size, size=1), rng.normal(scale=size, size=samples)
    assert failing(mean_steps(theta, y, 0.1)) == failing(median_steps(theta, y, 0.1)) == []


@given(ones=st.integers(0, 60), zeros=st.integers(0, 60), here=st.floats(0.01, 0.99))
@settings(max_examples=12)
def test_every_check_of_the_coin_holds(ones: int, zeros: int, here: float) -> None:
    tosses = np.array([1.0] * ones + [0.0] * max(zeros, 1 - ones))
    assert failing(coin_steps(np.array([here]), tosses, 0.05)) == []


@pytest.mark.parametrize("name", ["line", "perceptron", "logistic"])
@given(seed=SEEDS, size=st.sampled_from([0.3, 3.0, 40.0]))
@settings(max_examples=8)
def test_every_check_along_the_chain_holds(name: str, seed: int, size: float) -> None:
    rng = np.random.default_rng(seed)
    d = 1 if name == "line" else int(rng.integers(1, 7))
    label = float(rng.integers(0, 2)) if name == "logistic" else float(rng.normal(scale=size))
    theta, inputs = rng.normal(scale=size, size=d + 1), rng.normal(size=d)
    assert failing(chain_steps(MODELS[name], theta, inputs, label, 0.1)) == []


@pytest.mark.parametrize("z", [800.0, -800.0])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_a_model_that_is_quite_sure_has_a_chain_too(z: float, label: float) -> None:
    assert failing(chain_steps(MODELS["logistic"], np.array([z, 0.0]), np.array([1.0]), label, 0.1)) == []


def test_the_chain_collapses_to_the_miss_times_the_input() -> None:
    steps = chain_steps(MODELS["logistic"], np.array([0.3, -0.7, 0.2]), np.array([1.1, 0.8]), 1.0, 0.1)
    titles = [step.title for step in steps]
    assert titles.index("The two cancel") < titles.index("Multiply along the chain")
    products = steps[titles.index("Multiply along the chain")]
    assert r"-(y - \hat{y}) \cdot x_{1} = -0.55825" in products.latex
    assert len(products.substeps) == 3


def test_a_step_of_the_line_lowers_the_loss_it_names() -> None:
    last = chain_steps(MODELS["line"], np.array([0.5, 1.0]), np.array([2.0]), 5.0, 0.1)[-1]
    assert "from 4.5 to 1.125" in last.why
    assert (
        r"m - \alpha \cdot \frac{\partial L}{\partial m} = 0.5 - 0.1 \cdot \left(-6\right) = 1.1"
        in last.latex
    )


def test_each_square_keeps_its_2_in_front_of_the_place() -> None:
    step = mean_steps(np.array([1.5]), np.array([2.0, 3.0, 7.0]), 0.1)[1]
    assert r"2c - 2 \cdot 2 + 2c - 2 \cdot 3 + 2c - 2 \cdot 7" in step.latex


def test_the_median_says_which_interval_and_counts_a_sample_under_it() -> None:
    steps = median_steps(np.array([3.0]), np.array([2.0, 3.0, 7.0, 10.0]), 0.1)
    assert "1 - 2" in steps[1].latex and "1 lies at c itself" in steps[1].why
    assert r"3 \le c \le 7" in steps[2].latex
    assert "c = 7" in median_steps(np.array([3.0]), np.array([2.0, 7.0, 10.0]), 0.1)[2].latex


def test_seven_of_ten_tosses_lead_to_seven_tenths_twice() -> None:
    steps = coin_steps(np.array([0.4]), np.array([1.0] * 7 + [0.0] * 3), 0.05)
    texts = {step.title: step for step in steps}
    product = texts["By the product: hard"].latex
    assert r"3 \left(1 - P\right)^{2} \left(-1\right)" in product
    for title in ("Where the slope is 0", "The same P"):
        assert r"\frac{7}{10} \\ &= 0.7" in texts[title].latex
    assert "sum is easy" in texts["By the sum: easy"].why
    assert "−6.10864" in texts["The same P"].why and "never 0" in texts["The same P"].why


@pytest.mark.parametrize(("tosses", "edge"), [([1.0, 1.0], "P = 1"), ([0.0] * 3, "P = 0")])
def test_a_coin_that_always_fell_alike_has_its_best_at_the_edge(tosses: list[float], edge: str) -> None:
    steps = coin_steps(np.array([0.4]), np.array(tosses), 0.05)
    assert edge in steps[1].why
    assert "The same P" not in [step.title for step in steps]


def test_a_step_beyond_probability_says_so() -> None:
    last = coin_steps(np.array([0.9]), np.array([1.0]), 0.5)[-1]
    assert "no probability" in last.why and last.check is not None and last.check.holds


def test_hundreds_of_tosses_go_by_the_logarithm_alone() -> None:
    steps = coin_steps(np.array([0.4]), np.array([1.0] * 143 + [0.0] * 357), 0.05)
    assert "By the product: hard" not in [step.title for step in steps]
    assert r"10^{-137}" in steps[0].latex and failing(steps) == []
