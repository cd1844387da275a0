"""Minima without descent: exact where numbers are, honest where there is none."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from core.closed_form import NO_WAY, closed_form
from core.closed_form.elimination import eliminated
from core.datasets import DATASETS, named_samples, objection, samples_of
from core.errors import SettingError
from core.models import MODELS

TENTHS = st.integers(-50, 50).map(lambda k: k / 10)


def tables(width):
    return st.lists(st.tuples(*[TENTHS] * width), min_size=1, max_size=8)


def fitting(model, table):
    samples = samples_of(table)
    return samples if objection(MODELS[model], samples) is None else None


@given(tables(3))
def test_the_perceptron_agrees_with_sympy_in_exact_rationals(table):
    samples = fitting("perceptron", table)
    if samples is None:
        return
    exact = [[sympy.Rational(str(value)) for value in row] for row in table]
    design = sympy.Matrix([[*row[:-1], 1] for row in exact])
    found = closed_form(MODELS["perceptron"], samples)
    if design.rank() < 3:
        assert found.exact is None
        assert found.steps[-1].title == "No single solution"
        return
    y = sympy.Matrix([row[-1] for row in exact])
    expected = (design.T * design).LUsolve(design.T * y)
    assert found.exact == tuple(Fraction(str(value)) for value in expected)
    assert found.check.holds


@given(tables(2))
def test_no_line_nearby_is_better_than_the_least_squares_line(table):
    samples = fitting("line", table)
    if samples is None:
        return
    model = MODELS["line"]
    found = closed_form(model, samples)
    around = found.parameters + 0.01 * np.array([[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [-1, 1]])
    assert np.all(model.loss(around, samples.x, samples.y) > found.loss)


@given(st.lists(TENTHS, min_size=1, max_size=9))
def test_the_mean_and_the_median_are_those_of_numpy(places):
    samples = samples_of([[place] for place in places])
    for name, expected in (("mean", np.mean(places)), ("median", np.median(places))):
        found = closed_form(MODELS[name], samples)
        assert found.parameters[0] == pytest.approx(expected, abs=1e-12)
        assert found.check.holds


def test_dependent_columns_have_many_minima_and_the_shortest_is_given():
    samples = samples_of([[1, 2, 1], [2, 4, 3], [3, 6, 2]])
    found = closed_form(MODELS["perceptron"], samples)
    assert found.exact is None
    assert "at many places" in found.sentence
    w1, w2, _ = found.parameters
    assert w2 == pytest.approx(2 * w1)
    assert found.loss == pytest.approx(1 / 3 * 0.75)


def separated_by_perceptron(samples):
    """Rosenblatt's rule ends if and only if a boundary has all labels right."""
    rows = np.column_stack([samples.x, np.ones(samples.size)]) * np.where(samples.y == 1, 1, -1)[:, None]
    w = np.zeros(rows.shape[1])
    for _ in range(2000):
        wrong = rows[rows @ w <= 0]
        if not len(wrong):
            return True
        w = w + wrong[0]
    return False


def test_the_worked_steps_are_those_of_the_notes():
    latex = [step.latex for step in closed_form(MODELS["line"], named_samples("three_points")).steps]
    assert latex[0].endswith("(m + b - 2)^2 + (2 m + b - 5)^2 + (3 m + b - 3)^2")
    assert latex[1] == "E = 14 m^2 + 3 b^2 + 38 + 12 m b - 42 m - 20 b"
    assert latex[2].endswith("= 28 m + 12 b - 42 = 0")
    assert latex[3].endswith("= 12 m + 6 b - 20 = 0")
    assert r"m = 0.5" in latex[5]
    assert r"b = \frac{7}{3}" in latex[6]
    assert r"E = \frac{25}{6}" in latex[7]
    assert r"\frac{E}{6} = \frac{25}{36}" in latex[7]


def test_the_last_step_carries_the_check():
    for name, data in (("line", "three_points"), ("coin", "coin"), ("median", "two_power_lines")):
        found = closed_form(MODELS[name], named_samples(data))
        assert found.steps[-1].check == found.check
        assert found.check.holds


def test_the_misprint_is_named_only_beside_the_equation_it_belongs_to():
    notes = [step.why for step in closed_form(MODELS["line"], named_samples("three_points")).steps]
    other = [step.why for step in closed_form(MODELS["line"], samples_of([[1, 2], [2, 3]])).steps]
    assert sum("92" in why for why in notes) == 1
    assert not any("92" in why for why in other)


def test_an_equation_that_says_nothing_leaves_its_unknown_open():
    rows = [tuple(map(Fraction, row)) for row in ((1, 1, 2), (1, 1, 2))]
    assert eliminated(rows, ("u", "v")).solution is None


@pytest.mark.parametrize("name", [name for name, row in DATASETS.items() if "logistic" in row.fits])
def test_newton_comes_to_rest_where_the_slope_is_0_or_says_that_it_cannot(name):
    samples = named_samples(name, 1)
    model = MODELS["logistic"]
    found = closed_form(model, samples)
    assert (found.parameters is None) == separated_by_perceptron(samples)
    if found.parameters is None:
        return
    assert not found.formula
    assert found.check.holds
    assert np.abs(model.gradient(found.parameters, samples.x, samples.y)).max() < 1e-12


def test_a_separable_set_has_no_finite_minimum_and_this_is_said():
    found = closed_form(MODELS["logistic"], samples_of([[1, 0], [2, 0], [3, 1], [4, 1]]))
    assert found.parameters is None
    assert found.loss == 0
    assert "longer weights make it surer" in found.sentence


def test_samples_on_the_boundary_leave_a_loss_that_is_only_approached():
    samples = samples_of([[1, 0], [2, 0], [2, 1], [3, 1]])
    found = closed_form(MODELS["logistic"], samples)
    assert found.parameters is None
    # The two samples at x = 2 stay at ŷ = 1/2 each, the others become certain.
    assert found.loss == pytest.approx(np.log(2) / 2, abs=1e-8)
    assert "lie on it" in found.sentence


def test_one_sample_on_the_wrong_side_is_enough_for_a_minimum():
    found = closed_form(MODELS["logistic"], samples_of([[1, 0], [2, 1], [3, 0], [4, 1]]))
    assert found.parameters is not None
    assert found.check.holds


@settings(max_examples=60)
@given(st.lists(st.tuples(TENTHS, st.sampled_from((0.0, 1.0))), min_size=2, max_size=10))
def test_one_column_has_a_minimum_exactly_where_the_classes_overlap(table):
    samples = fitting("logistic", table)
    if samples is None:
        return
    zeros, ones = samples.x[samples.y == 0, 0], samples.x[samples.y == 1, 0]
    overlap = zeros.max() > ones.min() and ones.max() > zeros.min()
    assert (closed_form(MODELS["logistic"], samples).parameters is not None) == overlap


def test_scales_do_not_matter_to_newton():
    rng = np.random.default_rng(3)
    x = np.column_stack([rng.normal(size=40), 1e6 * rng.normal(size=40) + 3e7])
    y = (rng.random(40) < 0.5).astype(float)
    found = closed_form(MODELS["logistic"], samples_of(np.column_stack([x, y])))
    assert found.parameters is not None
    assert found.check.holds
    standard = (x - x.mean(axis=0)) / x.std(axis=0)
    again = closed_form(MODELS["logistic"], samples_of(np.column_stack([standard, y])))
    assert found.loss == pytest.approx(again.loss, rel=1e-10)


def test_xor_has_no_better_boundary_than_none():
    found = closed_form(MODELS["logistic"], named_samples("xor"))
    assert found.parameters == pytest.approx(0, abs=1e-12)
    assert found.loss == pytest.approx(np.log(2))


def test_a_network_has_no_closed_form():
    assert closed_form(MODELS["network"], named_samples("xor")) is None
    assert "not convex" in NO_WAY


def test_data_that_do_not_fit_are_refused():
    with pytest.raises(SettingError, match="one class only"):
        closed_form(MODELS["coin"], samples_of([[1], [1]]))
