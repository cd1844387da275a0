"""The golden cases of the learning problem: losses, perceptrons, the coin, the 2–2–1 network, the chain."""

import re
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
import pytest

from core.backpropagation import Pass, backpropagate
from core.backpropagation.layers import EXAMPLE as CHAIN
from core.backpropagation.layers import chain_names, layer_steps
from core.backpropagation.worked import backpropagation_steps
from core.derivation import differentiate
from core.derivative_facts.sigmoid import sigmoid_steps
from core.expression import parse
from core.models import ACTIVATIONS, MODELS
from core.models.log_loss import log_loss, sigmoid
from core.models.one_number import no_inputs
from core.models.worked import chain_steps, coin_steps, mean_steps
from core.models.worked.coin_likelihood import factored_slope, log_likelihood, product_slope
from tests.core.golden import Case, Golden

GOLDEN = Golden("training")
PLACES = (Fraction(1, 7), Fraction(2, 5), Fraction(4, 5))
COUNTS = (7, 3)
TOSSES = np.array([1.0] * 7 + [0.0] * 3)


def value(text: str, **at: Any) -> float:
    """A formula of a golden case, in Python's notation, at a point."""
    names = tuple(at)
    written = re.sub(r"\b([a-z])(\d)\b", r"\1\2", text.replace("**", "^"))
    return float(parse(written, names).precise(*at.values()))


@GOLDEN.checked_by("power-line-2", "power-line-3")
def power_lines(case: Case) -> None:
    houses = {"a": 2, "b": 7, "c": 11}
    used = {name: place for name, place in houses.items() if name in case["input"]["f"]}
    y = np.array(list(used.values()), dtype=float)
    best = np.array([value(case["verified"]["argmin"], **used)])
    mean, x = MODELS["mean"], no_inputs(len(y))
    assert mean.gradient(best, x, y)[0] == pytest.approx(0, abs=1e-15)
    bend = len(y) * (mean.gradient(best + 1, x, y)[0] - mean.gradient(best, x, y)[0])
    assert bend == pytest.approx(float(case["verified"].get("f''", 2 * len(y))))


@GOLDEN.checked_by("power-line-3-line")
def power_line_middle(case: Case) -> None:
    y = np.array([2.0, 7.0, 11.0])
    step = mean_steps(np.array([1.5]), y, 0.1)[1]
    assert step.check is not None and step.check.holds
    right, printed = (value(case[key], x=Fraction(3, 2), a=2, b=7, c=11) for key in ("verified", "claimed"))
    assert 3 * MODELS["mean"].gradient(np.array([1.5]), no_inputs(3), y)[0] == pytest.approx(right)
    assert printed != pytest.approx(right)


@GOLDEN.checked_by("square-loss-mean")
def mean_of_four(case: Case) -> None:
    y = np.array(case["input"]["a"], dtype=float)
    best = np.array([float(Fraction(case["verified"]["argmin"]))])
    assert MODELS["mean"].gradient(best, no_inputs(4), y)[0] == pytest.approx(0, abs=1e-15)
    assert "= 5.5" in mean_steps(np.array([0.0]), y, 0.1)[3].latex


@GOLDEN.checked_by("coin-derivative", "coin-factored")
def coin_product(case: Case) -> None:
    shown = parse(
        product_slope(COUNTS) if case["id"] == "coin-derivative" else factored_slope(COUNTS), ("P",)
    )
    by_rules = differentiate(parse(case["input"]["g"].replace("**", "^"), ("P",)), "P").formula
    for place in PLACES:
        right, claimed = (value(case[key], P=place) for key in ("verified", "claimed"))
        assert float(shown.precise(place)) == pytest.approx(right, rel=1e-14)
        assert float(by_rules.precise(place)) == pytest.approx(right, rel=1e-14)
        assert (claimed == pytest.approx(right)) is case["agrees"]


@GOLDEN.checked_by("coin-argmax", "coin-TH")
def coin_best(case: Case) -> None:
    best = np.array([float(Fraction(case["verified"].get("P_hat", "7/10")))])
    assert MODELS["coin"].gradient(best, no_inputs(10), TOSSES)[0] == pytest.approx(0, abs=1e-15)
    steps = {step.title: step for step in coin_steps(np.array([0.4]), TOSSES, 0.1)}
    assert "P is the probability of a 1; 7 of 10 tosses are 1" in steps["How likely these tosses are"].why
    assert r"\frac{7}{10}" in steps["Where the slope is 0"].latex
    if "max_float" in case["verified"]:
        top = float(Fraction(case["verified"]["max_value"]))
        loss = MODELS["coin"].loss(best, no_inputs(10), TOSSES)
        assert np.exp(-10 * loss) == pytest.approx(top, rel=1e-13)
        slope = parse(product_slope(COUNTS), ("P",))
        bend = differentiate(slope, "P").formula.precise(Fraction(7, 10))
        assert float(bend) == pytest.approx(float(Fraction(case["verified"]["g''(0.7)"])), rel=1e-14)


@GOLDEN.checked_by("coin-log-derivative")
def coin_logarithm(case: Case) -> None:
    by_rules = differentiate(parse(log_likelihood(COUNTS), ("P",)), "P").formula
    for place in PLACES:
        right = value(case["verified"]["G'"], P=place)
        assert float(by_rules.precise(place)) == pytest.approx(right, rel=1e-14)
        assert value(case["claimed"]["combined"], P=place) == pytest.approx(right, rel=1e-14)
        at = np.array([float(place)])
        assert -10 * MODELS["coin"].gradient(at, no_inputs(10), TOSSES)[0] == pytest.approx(right, rel=1e-13)


@GOLDEN.checked_by("coin-log-eq-0")
def coin_log_is_never_0(case: Case) -> None:
    top = float(case["verified"]["max_of_G_on_(0,1)"])
    assert -10 * MODELS["coin"].loss(np.array([0.7]), no_inputs(10), TOSSES) == pytest.approx(top, rel=1e-14)
    everywhere = -10 * MODELS["coin"].loss(np.linspace(0.01, 0.99, 99)[:, None], no_inputs(10), TOSSES)
    assert everywhere.max() == pytest.approx(top) and (everywhere < 0).all()
    step = next(s for s in coin_steps(np.array([0.4]), TOSSES, 0.1) if s.title == "The same P")
    assert "derivative of log g is set to 0" in step.why and "−6.10864" in step.why


@GOLDEN.checked_by("mse-cost")
def cost_of_a_line(case: Case) -> None:
    points = np.array([(1.0, 2.0), (2.0, 5.0), (3.0, 3.0)])
    for m, b in ((0.5, 1.0), (-2.0, 3.5), (0.5, 7 / 3)):
        right = value(case["verified"]["L"], m=m, b=b)
        assert MODELS["line"].loss(np.array([m, b]), points[:, :1], points[:, 1]) == pytest.approx(right)
    best = np.array([0.5, 7 / 3])
    np.testing.assert_allclose(MODELS["line"].gradient(best, points[:, :1], points[:, 1]), 0, atol=1e-15)


@GOLDEN.checked_by("perc-reg-grad")
def regression_gradient(case: Case) -> None:
    at = {"w1": 0.3, "w2": -0.7, "b": 0.2, "x1": 1.1, "x2": 0.8, "y": 1.9}
    theta, x = np.array([at["w1"], at["w2"], at["b"]]), np.array([[at["x1"], at["x2"]]])
    gradient = MODELS["perceptron"].gradient(theta, x, np.array([at["y"]]))
    for slope, name in zip(gradient, ("dL/dw1", "dL/dw2", "dL/db"), strict=True):
        letters = {"w1": "u", "w2": "v", "x1": "p", "x2": "q"}
        formula = case["verified"][name]
        for long, short in letters.items():
            formula = formula.replace(long, short)
        renamed = {letters.get(key, key): number for key, number in at.items()}
        assert slope == pytest.approx(value(formula, **renamed), rel=1e-14)


@GOLDEN.checked_by("sigmoid-derivative")
def sigmoid_slope(case: Case) -> None:
    kind = ACTIVATIONS["sigmoid"]
    for z in (-2.0, 0.0, 0.7):
        right = value(case["verified"]["derivative"], z=z)
        assert float(kind.slope(kind.value(np.array(z)))) == pytest.approx(right, rel=1e-14)
    assert float(kind.slope(np.array(0.5))) == float(Fraction(case["verified"]["sigma'(0)"]))


@GOLDEN.checked_by("sigmoid-exponent")
def exponent(case: Case) -> None:
    line = sigmoid_steps(0.3)[1]
    assert r"^{-2}" in line.latex and "−1 − 1 = −2" in line.why
    assert case["verified"]["right_exponent"] == "-1-1 = -2" and line.check is not None and line.check.holds


@GOLDEN.checked_by("sigmoid-dyhat")
def taken_by_z(case: Case) -> None:
    assert case["verified"]["right"] == "dyhat/dz"
    steps = chain_steps(MODELS["logistic"], np.array([0.3, 0.2]), np.array([1.1]), 1.0, 0.1)
    step = next(step for step in steps if step.title == "How ŷ feels z")
    assert r"\frac{\partial \hat{y}}{\partial z}" in step.latex and "y is the label" in step.why


@GOLDEN.checked_by("logloss-dyhat")
def slope_of_log_loss(case: Case) -> None:
    formula = case["verified"].replace("yhat", "p")
    for z, y in ((0.4, 1.0), (-1.2, 0.0)):
        steps = chain_steps(MODELS["logistic"], np.array([z, 0.0]), np.array([1.0]), y, 0.1)
        step = next(step for step in steps if step.title == "How the loss feels ŷ")
        with mpmath.workdps(30):
            right = value(formula, p=1 / (1 + mpmath.exp(-z)), y=int(y))
        assert step.check is not None and step.check.holds
        assert float(step.check.shown.replace("−", "-")) == pytest.approx(right, rel=1e-11)


@GOLDEN.checked_by("perc-class-grad")
def classification_gradient(case: Case) -> None:
    at = {name: float(Fraction(number)) for name, number in case["input"]["test_point"].items()}
    theta, x = np.array([at["w1"], at["w2"], at["b"]]), np.array([[at["x1"], at["x2"]]])
    gradient = MODELS["logistic"].gradient(theta, x, np.array([at["y"]]))
    right = [float(case["verified"][name]) for name in ("dL/dw1", "dL/dw2", "dL/db")]
    np.testing.assert_allclose(gradient, right, rtol=1e-14)


@GOLDEN.checked_by("logloss-large-small")
def sizes_of_log_loss(case: Case) -> None:
    chances = np.array(case["input"]["yhat"])
    z = np.log(chances) - np.log1p(-chances)
    np.testing.assert_allclose(sigmoid(z), chances, rtol=1e-14)
    right = [float(loss) for loss in case["verified"]["L"]]
    np.testing.assert_allclose(log_loss(z, np.ones(3)), right, rtol=1e-12)


NETWORK = [name for name in GOLDEN.cases if name.startswith("nn2-")]
ORDER = ("w11", "w12", "w21", "w22", "b1", "b2", "w1", "w2", "b")


def network(case: Case) -> Pass:
    at = {name: float(Fraction(number)) for name, number in case["input"]["test_point"].items()}
    theta = np.array([at[name] for name in ORDER])
    return backpropagate(MODELS["two_two_one"], theta, np.array([at["x1"], at["x2"]]), at["y"], 0.5)


@GOLDEN.checked_by(*(name for name in NETWORK if name != "nn2-w11-update"))
def network_gradient(case: Case) -> None:
    name = case["id"].removeprefix("nn2-dL/d")
    passed = network(case)
    edge = next(edge for edge in passed.edges if edge.name == name)
    right, claimed = (float(case["verified"][key]) for key in ("autodiff_value", "seed_formula_value"))
    assert edge.derivative == pytest.approx(right, rel=1e-14)
    batch = passed.sample.model.gradient(passed.sample.theta, passed.sample.x, passed.sample.y)
    assert batch[ORDER.index(name)] == pytest.approx(right, rel=1e-14)
    assert (claimed == pytest.approx(right)) is case["agrees"]


@GOLDEN.checked_by("nn2-w11-update")
def brackets_kept(case: Case) -> None:
    assert case["verified"]["right"] == "w11 + alpha*x1*w1*a1*(1-a1)*(y-yhat)"
    passed = network(GOLDEN.cases["nn2-dL/dw11"])
    a1, y = passed.node("a1").value, passed.node("ŷ").value
    right = 0.5 + 0.5 * 1.3 * 1.2 * a1 * (1 - a1) * (1 - y)
    assert passed.updated[0] == pytest.approx(right, rel=1e-14)
    printed = 0.5 - 0.5 - 1.3 * 1.2 * a1 * (1 - a1) * (1 - y)
    assert passed.updated[0] != pytest.approx(printed)
    step = next(step for step in backpropagation_steps(passed) if step.title == "Edge w₁₁")
    assert "brackets" in step.substeps[-1].why


@GOLDEN.checked_by("backprop-chain")
def chain_by_layers(case: Case) -> None:
    for line in case["verified"]:
        if "same with" in line:
            expected = [*chain_names("w", 1)[:-1], r"\frac{dz_{1}}{db_{1}}"]
            assert "dz1/db1" in line and chain_names("b", 1) == expected
            continue
        left, _, right = line.partition(" = ")
        letter, layer = left[-2], int(left[-1])
        names = [re.sub(r"\\frac\{(\w+)(?:_\{(\d)\})?\}\{(\w+)_\{(\d)\}\}", r"\1\2/\3\4", name)
                 for name in chain_names(letter, layer)]  # fmt: skip
        assert names == right.split(" * ")
    assert all(step.check is not None and step.check.holds for step in layer_steps(CHAIN))


@pytest.mark.parametrize("name", GOLDEN.checks)
def test_golden(name: str) -> None:
    GOLDEN.check(name)
