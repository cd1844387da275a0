"""The prediction from curvature, and the exact fate of every quadratic."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.descent import run
from core.expression import Expression, parse
from core.learning_rate.quadratic_fate import Fate, fate
from core.learning_rate.quadratics import as_typed, read_quadratic
from core.learning_rate.stability import distances, local, measured_factor, predict, steps_to

XY = ("x", "y")
ARRIVED = Fraction(1, 10**6)
DECIMALS = st.integers(1, 400).map(lambda n: Fraction(n, 100))
SIGNED = st.integers(-400, 400).map(lambda n: Fraction(n, 100))
STARTS = st.integers(-300, 300).map(lambda n: Fraction(n, 100))
GIVEN = st.integers(1, 200)
# rational rotations: (cosine, sine) of angles of Pythagorean triangles
TURNS = st.sampled_from(
    [(Fraction(1), Fraction(0)), (Fraction(3, 5), Fraction(4, 5)), (Fraction(-7, 25), Fraction(24, 25))]
)
# ηλ on and beside the borders as often as in between
PRODUCTS = st.one_of(st.sampled_from([Fraction(1), Fraction(2)]), DECIMALS, SIGNED)


def fate_of(e: Expression, start: list[float], rate: float, given: int) -> Fate:
    quadratic = read_quadratic(e)
    assert quadratic is not None
    return fate(quadratic, start, rate, given)


def theory(parts: list[tuple[Fraction, Fraction]], eta: Fraction, given: int) -> str:
    """The name of f = Σ ½ λ u² from the parts (λ, u) of a start, by one step of the exact recurrence."""
    felt = [(lam, u) for lam, u in parts if lam * u != 0]
    if not felt:
        return "still"
    after_one = [(lam, (1 - eta * lam) * u) for lam, u in felt]
    if any(abs(v) > abs(u) and eta * lam > 0 for (lam, u), (_, v) in zip(felt, after_one, strict=True)):
        return "diverges"
    if any(lam < 0 for lam, _ in felt):
        return "runs-off"
    if any(v == -u for (_, u), (_, v) in zip(felt, after_one, strict=True)):
        return "cycles"
    if any(lam < 0 for lam, _ in parts):
        return "stalls"
    if all(v == 0 for _, v in after_one):
        return "one-step"
    if any(v * u < 0 for (_, u), (_, v) in zip(felt, after_one, strict=True)):
        return "overshoots"
    slowest = max(abs(1 - eta * lam) for lam, _ in felt)
    squared = slowest ** (2 * given) * sum(u * u for _, u in felt)
    return "converges" if squared <= ARRIVED**2 else "crawls"


@given(product=PRODUCTS, eta=DECIMALS, start=STARTS, minimum=STARTS, given=GIVEN)
def test_verdict_agrees_with_exact_theory_on_every_parabola(
    product: Fraction, eta: Fraction, start: Fraction, minimum: Fraction, given: int
) -> None:
    curvature = product / eta
    e = parse(f"({curvature / 2})(x - ({minimum}))^2 + 1")
    got = fate_of(e, [float(start)], float(eta), given)
    assert got.kind == theory([(curvature, start - minimum)], eta, given)


@given(
    products=st.tuples(PRODUCTS, PRODUCTS),
    eta=DECIMALS,
    parts=st.tuples(STARTS, STARTS),
    turn=TURNS,
    given=GIVEN,
)
def test_verdict_agrees_with_exact_theory_on_every_turned_paraboloid(
    products: tuple[Fraction, Fraction],
    eta: Fraction,
    parts: tuple[Fraction, Fraction],
    turn: tuple[Fraction, Fraction],
    given: int,
) -> None:
    """f = ½ λ₁ u² + ½ λ₂ v², u = c x + s y, v = c y − s x: the eigenvalues are chosen, not computed."""
    (first, second), (c, s), (u, v) = [product / eta for product in products], turn, parts
    e = parse(f"({first / 2})(({c})x + ({s})y)^2 + ({second / 2})(({c})y - ({s})x)^2", XY)
    quadratic = read_quadratic(e)
    assert quadratic is not None
    x, y = c * u - s * v, s * u + c * v
    start = [float(x), float(y)]
    # a start is what was typed: skip the turned ones that no short decimal hits
    assume(as_typed(start) == (x, y))
    felt = [(first, u), (second, v)] if first != second else [(first, u), (first, v)]
    got = fate(quadratic, start, float(eta), given)
    assert got.kind == theory(felt, eta, given)


@given(matrix=st.tuples(*[st.integers(-9, 9)] * 3), start=st.tuples(*[st.integers(-9, 9)] * 2), eta=DECIMALS)
def test_what_the_exact_recurrence_does_is_what_was_foretold(
    matrix: tuple[int, int, int], start: tuple[int, int], eta: Fraction
) -> None:
    """Irrational eigenvalues included: 200 steps in rationals, with room to spare at the borders."""
    a, b, d = matrix
    e = parse(f"({a})x^2/2 + ({b})x y + ({d})y^2/2", XY)
    got = fate_of(e, [float(start[0]), float(start[1])], float(eta), 10**6)
    spread = math.hypot((a - d) / 2, b)
    products = [float(eta) * ((a + d) / 2 + sign * spread) for sign in (-1, 1)]
    assume(all(min(abs(product), abs(product - 1), abs(product - 2)) > 0.05 for product in products))
    g = [Fraction(a * start[0] + b * start[1]), Fraction(b * start[0] + d * start[1])]
    first = max(abs(part) for part in g)
    for _ in range(200):
        g = [
            (1 - eta * a) * g[0] - eta * b * g[1],
            -eta * b * g[0] + (1 - eta * d) * g[1],
        ]
        if max(abs(part) for part in g) > 10**9:
            break
    last = max(abs(part) for part in g)
    if got.kind == "still":
        assert first == 0
    elif got.kind in ("diverges", "runs-off"):
        assert last > 10 * first
    else:
        assert got.kind in ("converges", "overshoots", "stalls", "one-step", "crawls")
        assert last < first / 10


def test_at_the_border_the_run_is_decided_exactly_where_rounding_would_not() -> None:
    # 0.1·20 is 2 in decimals; the float64 beside 0.1 is a little more than a tenth
    assert fate_of(parse("10x^2"), [1.0], 0.1, 50).kind == "cycles"
    assert fate_of(parse("10x^2"), [1.0], math.nextafter(0.1, 1), 50).kind == "diverges"
    assert fate_of(parse("10x^2"), [1.0], math.nextafter(0.1, 0), 50).kind == "overshoots"
    assert fate_of(parse("5x^2"), [1.0], 0.1, 50).kind == "one-step"


def test_only_directions_present_in_the_start_count() -> None:
    bowl = parse("x^2 + 30y^2", XY)
    assert fate_of(bowl, [1.0, 0.0], 0.5, 50).kind == "one-step"
    assert fate_of(bowl, [1.0, 1e-9], 0.5, 50).kind == "diverges"
    assert fate_of(bowl, [0.0, 1.0], 1 / 60, 50).kind != "one-step"


def test_a_valley_of_minima_is_reached_and_a_slope_without_curvature_is_not() -> None:
    assert fate_of(parse("(x + y)^2", XY), [1.0, 2.0], 0.25, 50).kind == "one-step"
    assert fate_of(parse("(x + y)^2", XY), [1.0, 2.0], 0.5, 50).kind == "cycles"
    assert fate_of(parse("x^2 + y", XY), [1.0, 2.0], 0.1, 50).kind == "runs-off"
    assert fate_of(parse("3x", ("x",)), [1.0], 0.1, 50).kind == "runs-off"
    assert fate_of(parse("7", ("x",)), [1.0], 0.1, 50).kind == "still"


def test_limit_best_rate_and_condition_number_of_the_narrow_bowl() -> None:
    prediction = predict(parse("x^2 + 30y^2", XY), (0.0, 0.0), 0.03)
    assert prediction.limit == pytest.approx(1 / 30, rel=1e-15)
    assert prediction.best == pytest.approx(2 / 62, rel=1e-15)
    assert prediction.condition == 30
    assert prediction.factors.tolist() == [0.94, -0.8]


def test_at_the_best_rate_steepest_and_flattest_shrink_alike() -> None:
    prediction = predict(parse("x^2 + 30y^2", XY), (0.0, 0.0), 2 / 62)
    assert prediction.factor == pytest.approx((30 - 1) / (30 + 1), rel=1e-12)
    assert abs(prediction.factors[0]) == pytest.approx(abs(prediction.factors[1]), rel=1e-12)


def test_without_curvature_no_rate_is_too_large_and_none_is_best() -> None:
    prediction = predict(parse("x^4"), (0.0,), 0.1)
    assert prediction.limit == math.inf
    assert math.isnan(prediction.best)
    assert prediction.factor == 1


def test_at_a_saddle_no_rate_settles() -> None:
    assert predict(parse("x^2 - y^2", XY), (0.0, 0.0), 0.1).limit == 0


@given(eta=st.floats(0.01, 0.95), start=st.floats(-5, 5))
def test_measured_factor_is_the_predicted_one_on_a_parabola(eta: float, start: float) -> None:
    assume(abs(start - 2) > 0.1 and abs(1 - 2 * eta) > 0.05)
    e = parse("x^2 - 4x + 4")
    # After 4 steps the distance is at least 0.1 · 0.05⁴, far above the rounding of x, 2⁻⁵² · 2.
    trace = run(e, [start], rate=eta, steps=4, tolerance=0.0)
    assert measured_factor(trace, np.array([2.0])) == pytest.approx(abs(1 - 2 * eta), rel=1e-6)


def test_local_product_follows_the_curvature_along_the_path() -> None:
    trace = run(parse("x^4"), [1.0], rate=0.1, steps=3)
    assert local(parse("x^4"), trace) == pytest.approx(0.1 * 12 * trace.x[:, 0] ** 2)


def test_distances_are_those_to_the_given_point() -> None:
    trace = run(parse("x^2 - 4x + 4"), [0.0], rate=0.4, steps=2)
    assert distances(trace, np.array([2.0])) == pytest.approx([2, 0.4, 0.08])


@given(factor=st.floats(0.01, 0.999), distance=st.floats(1e-3, 1e3))
def test_predicted_steps_are_enough_and_one_less_is_not(factor: float, distance: float) -> None:
    steps = steps_to(factor, distance)
    assert factor**steps * distance <= 1e-6 * (1 + 1e-6)
    assert factor ** (steps - 1) * distance > 1e-6 * (1 - 1e-6)
