"""Forward and back through a network: factors, slopes, updates, and the order of the walk."""

import math
from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.backpropagation import Pass, backpropagate, backpropagation_steps, gradient_steps, stages
from core.models import ACTIVATIONS, MODELS, model_named
from core.models.checking import corner_sentence
from core.steps import Step

WEIGHTS = np.array([0.5, -0.3, 0.8, 0.2, 0.1, -0.2, 1.2, -0.9, 0.3])


def small(label: float = 1.0, rate: float = 0.5) -> Pass:
    return backpropagate(MODELS["two_two_one"], WEIGHTS, np.array([1.3, -0.4]), label, rate)


def random_pass(seed: int, size: float = 1.0) -> Pass:
    rng = np.random.default_rng(seed)
    name = list(ACTIVATIONS)[int(rng.integers(0, 3))]
    model = model_named("network", int(rng.integers(1, 9)), name)
    d = int(rng.integers(1, 5))
    theta = rng.normal(scale=size, size=len(model.parameters(d)))
    return backpropagate(model, theta, rng.normal(size=d), float(rng.integers(0, 2)), 0.1)


def every(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every(step.substeps)


@given(seed=st.integers(0, 2**32 - 1), size=st.sampled_from([0.5, 2.0, 20.0]))
@settings(max_examples=12)
def test_every_check_along_the_walk_holds(seed: int, size: float) -> None:
    passed = random_pass(seed, size)
    assume(not corner_sentence(passed.sample.model, passed.sample.theta, passed.sample.x))
    steps = backpropagation_steps(passed)
    assert [step.title for step in every(steps) if step.check is not None and not step.check.holds] == []


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=25)
def test_edge_by_edge_is_the_gradient_of_the_batch_code(seed: int) -> None:
    passed = random_pass(seed)
    sample = passed.sample
    gradient = sample.model.gradient(sample.theta, sample.x, sample.y)
    by_edge = {passed.place(edge.name): edge.derivative for edge in passed.edges}
    np.testing.assert_allclose([by_edge[k] for k in range(len(gradient))], gradient, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(passed.updated, sample.theta - 0.1 * gradient, rtol=1e-13, atol=1e-15)


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=25)
def test_a_derivative_is_the_product_of_its_named_factors(seed: int) -> None:
    for edge in random_pass(seed).edges:
        product = math.prod(factor.value for factor in edge.factors)
        assert product == pytest.approx(edge.derivative, rel=1e-9, abs=1e-15)
        assert len(edge.factors) == (3 if edge.end == "ŷ" else 5)


def test_an_edge_multiplies_what_it_leads_from_and_flows_back_through_where_it_leads() -> None:
    edges = {edge.name: edge for edge in small().edges}
    assert (edges["w12"].start, edges["w12"].end) == ("x1", "a2")
    assert (edges["w21"].start, edges["w21"].end) == ("x2", "a1")
    assert [factor.formula for factor in edges["w12"].factors[2:]] == ["w_{2}", "a_{2}(1 - a_{2})", "x_{1}"]
    assert [factor.formula for factor in edges["w21"].factors[2:]] == ["w_{1}", "a_{1}(1 - a_{1})", "x_{2}"]


def test_the_two_swapped_lines_are_named_where_they_stand() -> None:
    steps = {step.title: step for step in backpropagation_steps(small())}
    assert all("swapped" in steps[f"Edge {name}"].why for name in ("w₁₂", "w₂₁"))
    assert not any("swapped" in steps[f"Edge {name}"].why for name in ("w₁₁", "w₂₂"))


def test_the_rate_multiplies_the_whole_product() -> None:
    step = next(step for step in backpropagation_steps(small()) if step.title == "Edge w₁₁")
    update = step.substeps[-1]
    assert r"w_{11} - \alpha \cdot \frac{\partial L}{\partial w_{11}}" in update.latex
    assert r"0.5 - 0.5 \cdot \left(-0.12176\right) = 0.56088" in update.latex


def test_nodes_know_their_values_and_slopes() -> None:
    passed = small()
    a1, y = passed.node("a1"), passed.node("ŷ")
    assert a1.total == pytest.approx(1.3 * 0.5 - 0.4 * 0.8 + 0.1)
    assert a1.value == pytest.approx(1 / (1 + math.exp(-0.43)))
    assert a1.derivative == pytest.approx((y.value - 1) * 1.2)
    assert y.derivative == pytest.approx(-1 / y.value)
    assert math.isnan(passed.node("x1").derivative)


@pytest.mark.parametrize(("z", "label"), [(900.0, 0.0), (-900.0, 1.0), (900.0, 1.0)])
def test_a_network_that_is_quite_sure_still_has_slopes(z: float, label: float) -> None:
    theta = np.array([*WEIGHTS[:-1], z])
    passed = backpropagate(MODELS["two_two_one"], theta, np.array([1.3, -0.4]), label, 0.1)
    assert all(math.isfinite(edge.derivative) for edge in passed.edges)
    assert all(step.check is None or step.check.holds for step in every(backpropagation_steps(passed)))


def test_there_is_a_step_for_each_stage_values_first_edges_then_the_update() -> None:
    passed = small()
    order = stages(passed)
    assert len(order) == len(backpropagation_steps(passed)) == 3 + 1 + 1 + 9 + 1
    kinds = [stage.kind for stage in order]
    assert kinds == ["value"] * 3 + ["loss", "miss"] + ["edge"] * 9 + ["update"]
    names = [stage.name for stage in order if stage.kind == "edge"]
    assert names == ["w1", "w2", "b", "w11", "w21", "b1", "w12", "w22", "b2"]


def test_the_last_step_names_the_loss_before_and_after() -> None:
    assert "from 0.39581 to 0.30718" in backpropagation_steps(small())[-1].why


def test_a_relu_unit_on_its_corner_is_said() -> None:
    model = model_named("network", 1, "relu")
    passed = backpropagate(model, np.array([1.0, -0.5, 1.0, 0.0]), np.array([0.5]), 1.0, 0.1)
    step = next(step for step in backpropagation_steps(passed) if step.title == "Edge w₁₁")
    assert "relu has a corner" in step.why and step.check is not None and not step.check.holds


def test_a_model_without_hidden_units_has_no_way_back() -> None:
    with pytest.raises(ValueError, match="no hidden layer"):
        backpropagate(MODELS["line"], np.array([1.0, 0.0]), np.array([1.0]), 1.0, 0.1)


@pytest.mark.parametrize("name", MODELS)
def test_every_model_has_its_worked_gradient(name: str) -> None:
    model, rng = MODELS[name], np.random.default_rng(4)
    d = model.inputs[0]
    x, y = rng.normal(size=(3, d)), np.array([1.0, 0.0, 1.0])
    steps = gradient_steps(model, model.begin(d, rng), x, y, 1, 0.1)
    assert all(step.check is None or step.check.holds for step in every(steps))
    assert steps[-1].title == "Step against the gradient"


@pytest.mark.parametrize(("name", "slope"), [("sigmoid", "σ"), ("tanh", "tanh"), ("relu", "relu")])
def test_the_slope_of_the_unit_is_derived_under_its_factor(name: str, slope: str) -> None:
    model = model_named("network", 1, name)
    passed = backpropagate(model, np.array([0.7, 0.2, 1.0, 0.0]), np.array([0.5]), 1.0, 0.1)
    edge = next(step for step in backpropagation_steps(passed) if step.title == "Edge w₁₁")
    derived = edge.substeps[0].substeps
    assert derived and all(step.check is None or step.check.holds for step in every(derived))
    assert any(slope.replace("σ", "sigma") in step.latex for step in derived)
