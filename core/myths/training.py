"""The myths of Training, each with a training or a gradient that refutes it."""

from math import log

import numpy as np

from core.datasets import Samples, named_samples
from core.datasets.classes import counted_words
from core.expression import parse
from core.losses import mistake, segment_between
from core.models import Floats, Model, model_named
from core.models.many_digits import precise_slope
from core.myths.myth import Counterexample, Myth
from core.numbers import number
from core.training import Training, train

SEED = 0
SWAP = [1, 0, 3, 2, 5, 4, 7, 6, 8]
"""The parameters of the 2–2–1 network in the order that exchanges its two hidden units."""


def _noisy_line(*, batch: int, epochs: int) -> Training:
    samples = named_samples("noisy_line", SEED)
    return train(model_named("line"), samples, rate=0.1, batch=batch, epochs=epochs, seed=SEED)


def _smaller_batch_is_slower() -> Counterexample:
    full, single = (_noisy_line(batch=batch, epochs=1) for batch in (30, 1))
    begin, slow, quick = (
        float(loss) for loss in (full.epoch_losses[0], full.epoch_losses[1], single.epoch_losses[1])
    )
    return Counterexample(
        "On 30 points of a noisy line, one epoch with all data at once brings the loss from "
        f"{number(begin)} to {number(slow)}; one epoch with single samples, as many predictions, to "
        f"{number(quick)}.",
        quick < slow / 10,
    )


def _loss_falls_every_epoch() -> Counterexample:
    run = _noisy_line(batch=1, epochs=30)
    rises = int((np.diff(run.epoch_losses) > 0).sum())
    return Counterexample(
        f"In the training on single samples the loss on all data rises in {rises} of 30 epochs, and still "
        f"goes from {number(float(run.epoch_losses[0]))} to {number(float(run.epoch_losses[-1]))}.",
        rises > 5 and bool(run.epoch_losses[-1] < run.epoch_losses[0] / 10),
    )


def _zero_loss_is_learned() -> Counterexample:
    """A line through two of the thirty points against the least squares line of all."""
    samples = named_samples("noisy_line", SEED)
    two = Samples(samples.x[10:12], samples.y[10:12], samples.columns, samples.target)
    model = model_named("line")
    own, best = (_least_squares(part) for part in (two, samples))
    on_two = float(model.loss(own, two.x, two.y))
    on_all, floor = (float(model.loss(theta, samples.x, samples.y)) for theta in (own, best))
    return Counterexample(
        f"The line through two of 30 noisy points has a loss of {number(round(on_two, 12))} on those two "
        f"and of {number(on_all, 4)} on all 30, where the best line has {number(floor, 4)}.",
        on_two < 1e-12 and on_all > 10 * floor,
    )


def _least_squares(samples: Samples) -> Floats:
    columns = np.column_stack([samples.x, np.ones(samples.size)])
    return np.asarray(np.linalg.lstsq(columns, samples.y, rcond=None)[0], dtype=np.float64)


def _network_has_one_minimum() -> Counterexample:
    model, samples = model_named("two_two_one"), named_samples("xor", SEED)
    run = train(model, samples, rate=1.0, batch=4, epochs=1000, seed=1)
    found = segment_between(model, samples, run.parameters[-1], run.parameters[-1][SWAP])
    ends = [float(loss) for loss in found.loss[[0, -1]]]
    return Counterexample(
        "Exchange the two hidden units of a trained network: other parameters, the same predictions, the "
        f"same loss of {number(ends[0], 4)}. Between the two places the loss rises to "
        f"{number(float(found.loss[found.worst]), 4)}.",
        found.proves and abs(ends[0] - ends[1]) < 1e-12 and ends[0] < 0.1 < found.above,
    )


def _weights_may_begin_at_zero() -> Counterexample:
    model, samples = model_named("network", 4, "tanh"), named_samples("two_moons", SEED)
    zero, equal = (
        train(model, samples, rate=0.5, batch=100, epochs=100, seed=SEED, start=[value] * 17)
        for value in (0.0, 0.5)
    )
    units = equal.parameters[-1][:16].reshape(4, 4)
    alike = float(np.abs(units - units[:, :1]).max())
    return Counterexample(
        f"From zeros the gradient is 0 on the two moons, and the loss stays at log 2 = "
        f"{number(float(zero.epoch_losses[-1]))}. From equal weights of 0.5 all four hidden units are still "
        "equal after 100 epochs: four units that do the work of one.",
        bool((zero.parameters == 0).all()) and abs(zero.epoch_losses[-1] - log(2)) < 1e-12 and alike < 1e-12,
    )


def _logarithm_is_set_to_zero() -> Counterexample:
    likelihood = parse("7 log(P) + 3 log(1 - P)", ("P",))
    slope = parse("7/P - 3/(1 - P)", ("P",))
    places = np.linspace(0.001, 0.999, 999)
    values = likelihood(places)
    best = float(places[int(values.argmax())])
    return Counterexample(
        f"log P⁷(1 − P)³ is {number(float(likelihood(0.7)))} at P = 0.7, its largest value, and 0 nowhere. "
        f"Its derivative 7/P − 3/(1 − P) is {number(round(float(slope(0.7)), 12))} there.",
        abs(best - 0.7) < 1e-9 and float(values.max()) < -6 and abs(float(slope(0.7))) < 1e-12,
    )


def _backpropagation_is_another_derivative() -> Counterexample:
    model, samples, theta = _golden_network()
    slopes = model.gradient(theta, samples.x, samples.y)
    quotients = [float(precise_slope(model, theta, samples.x, samples.y, k)) for k in range(len(theta))]
    worst = float(np.abs(slopes - quotients).max())
    return Counterexample(
        f"For one sample and all {len(theta)} weights of a 2–2–1 network, backpropagation and difference "
        f"quotients in 50 digits agree to {number(max(worst, 1e-17), 1)}: ∂L/∂w₁₁ = "
        f"{number(float(slopes[0]))}.",
        worst < 1e-13,
    )


def _printed_with_swapped_weights() -> Counterexample:
    """E39: −x₂w₁a₁(1 − a₁)(y − ŷ) is ∂L/∂w₂₁, for w₁₂ leads from input 1 to unit 2."""
    model, samples, theta = _golden_network()
    w12 = float(model.gradient(theta, samples.x, samples.y)[1])
    quotient = float(precise_slope(model, theta, samples.x, samples.y, 1))
    (x1, x2), (w1, w2) = samples.x[0].tolist(), theta[6:8].tolist()
    sums = samples.x[0] @ theta[:4].reshape(2, 2) + theta[4:6]
    first, second = (1 / (1 + np.exp(-sums))).tolist()
    miss = float(samples.y[0] - model.predict(theta, samples.x)[0])
    printed, right = -x2 * w1 * first * (1 - first) * miss, -x1 * w2 * second * (1 - second) * miss
    return Counterexample(
        f"With w₁₂ on the way from x₁ to unit 2, the printed product is {number(printed)} and the difference "
        f"quotient {number(quotient)}, which is −x₁w₂a₂(1 − a₂)(y − ŷ) = {number(right)}.",
        abs(right - quotient) < 1e-12 and abs(w12 - quotient) < 1e-12 and abs(printed - quotient) > 0.01,
    )


def _golden_network() -> tuple[Model, Samples, Floats]:
    """The sample and the weights w₁₁ w₁₂ w₂₁ w₂₂ b₁ b₂ w₁ w₂ b at which the errata were computed."""
    samples = Samples(np.array([[1.3, -0.4]]), np.array([1.0]), ("x₁", "x₂"), "y")
    return model_named("two_two_one"), samples, np.array([0.5, -0.3, 0.8, 0.2, 0.1, -0.2, 1.2, -0.9, 0.3])


def _ninety_two() -> Counterexample:
    cost = parse("14m^2 + 3b^2 + 38 + 12m b - 42m - 20b", ("m", "b"))
    printed, right = float(cost(13.0, -68 / 3)), float(cost(0.5, 7 / 3))
    points = ((1, 2), (2, 5), (3, 3))
    squares = sum((0.5 * x + 7 / 3 - y) ** 2 for x, y in points)
    return Counterexample(
        f"28m + 12b − 92 = 0 leads to m = 13, b = −68/3, where the squares of the three points add up to "
        f"{number(printed)}. With 42 it is m = 1/2, b = 7/3, and they add up to {number(right)}.",
        right < printed and abs(squares - right) < 1e-12,
    )


def _squared_loss_will_do() -> Counterexample:
    found = mistake(0.01, 1)
    return Counterexample(found.sentence, abs(found.log_slope) > 100 * abs(found.squared_slope))


def _all_right_is_the_end() -> Counterexample:
    samples = named_samples("sentiment", SEED)
    run = train(model_named("logistic"), samples, rate=0.5, batch=4, epochs=2000, seed=1)
    said = run.model.predict(run.parameters, samples.x) > 0.5
    first = int(np.argmax((said == (samples.y == 1)).all(axis=1)))
    here, end = (number(float(run.epoch_losses[k]), 3) for k in (first, -1))
    size, later = (number(float(np.linalg.norm(run.parameters[k])), 3) for k in (200, -1))
    return Counterexample(
        f"All four sentences are right after epoch {first}, with a loss of {here}; after 2000 epochs it is "
        f"{end}. The parameters are {size} long at epoch 200 and {later} at the end, and still growing.",
        bool(
            (np.diff(run.epoch_losses) < 0).all()
            and (np.diff(np.linalg.norm(run.parameters, axis=1))[3:] > 0).all()
        ),
    )


def _two_ya_in_na_na() -> Counterexample:
    ya, na = counted_words("Na na")
    samples = named_samples("sentiment", SEED)
    rows = ", ".join(f"({number(a)}, {number(b)})" for a, b in samples.x.tolist())
    return Counterexample(
        f"“Na na” says Ya {ya} times and Na {na} times. Counted again, the four rows are {rows}.",
        (ya, na) == (0, 2) and samples.x.tolist() != [[3, 0], [2, 2], [2, 1], [1, 3]],
    )


def _seen(model: str, data: str, eta: str, batch: str, epochs: str, seed: str, **more: str) -> dict[str, str]:
    values = {"model": model, "data": data, "eta": eta, "batch": batch, "epochs": epochs, "seed": seed}
    return {**values, **more}


TRAINING = (
    Myth(
        "training",
        "smaller-batch",
        "A smaller batch is just slower.",
        "A batch of one takes as many steps in an epoch as there are samples. Each is less exact, but far "
        "from the minimum nearly any of them points the right way.",
        _seen("line", "noisy_line", "0.1", "1", "30", "0"),
        _smaller_batch_is_slower,
    ),
    Myth(
        "training",
        "falls-every-epoch",
        "If the loss rises from one epoch to the next, something is broken.",
        "A step follows the slope of its own batch. Near the minimum the batches disagree, and the loss on "
        "all data goes up and down around a floor that a smaller η lowers.",
        _seen("line", "noisy_line", "0.1", "1", "30", "0"),
        _loss_falls_every_epoch,
    ),
    Myth(
        "training",
        "zero-loss",
        "Zero loss on the data means that the dependency is learned.",
        "A model with as many parameters as samples fits anything, noise too. What counts is the loss on "
        "data it has not seen.",
        _seen("line", "noisy_line", "0.1", "30", "100", "0"),
        _zero_loss_is_learned,
    ),
    Myth(
        "training",
        "one-minimum",
        "The loss of a network has one minimum.",
        "Hidden units can be exchanged, so every minimum has twins; and there are poorer places where "
        "training can end as well.",
        _seen("two_two_one", "xor", "1", "4", "1000", "1"),
        _network_has_one_minimum,
    ),
    Myth(
        "training",
        "zero-start",
        "All weights of a network may begin at 0.",
        "Equal units get equal slopes and stay equal. The start has to be drawn at random, so that each "
        "unit can become something of its own.",
        _seen("network", "two_moons", "0.5", "100", "100", "0", hidden="4", activation="tanh"),
        _weights_may_begin_at_zero,
    ),
    Myth(
        "training",
        "logarithm-is-zero",
        "The best P is where log P⁷(1 − P)³ = 0.",
        "It is the derivative that is set to 0. The logarithm itself is negative everywhere, and largest "
        "at 0.7.",
        _seen("coin", "coin", "0.02", "10", "100", "0"),
        _logarithm_is_set_to_zero,
    ),
    Myth(
        "training",
        "another-derivative",
        "Backpropagation is another kind of derivative.",
        "It is the chain rule, worked from the loss backwards so that no factor is computed twice. Its "
        "numbers are those of the partial derivatives.",
        _seen("two_two_one", "xor", "1", "4", "2000", "1"),
        _backpropagation_is_another_derivative,
    ),
    Myth(
        "training",
        "swapped-weights",
        "∂L/∂w₁₂ = −x₂w₁a₁(1 − a₁)(y − ŷ).",
        "That is ∂L/∂w₂₁. In the forward pass w₁₂ leads from x₁ to unit 2, so its slope has x₁, w₂ and a₂.",
        _seen("two_two_one", "xor", "1", "4", "2000", "1"),
        _printed_with_swapped_weights,
    ),
    Myth(
        "training",
        "ninety-two",
        "For the points (1, 2), (2, 5), (3, 3) the slope along m is 28m + 12b − 92.",
        "It is 28m + 12b − 42; the printed solution m = 1/2, b = 7/3 needs 42 as well.",
        _seen("line", "three_points", "0.3", "3", "100", "0"),
        _ninety_two,
    ),
    Myth(
        "training",
        "squared-loss",
        "Squared loss does as well for classification.",
        "Its slope has the factor ŷ(1 − ŷ), which is nearly 0 just where the model is sure and wrong. In the "
        "log-loss that factor cancels.",
        _seen("logistic", "sentiment", "0.5", "4", "200", "1"),
        _squared_loss_will_do,
    ),
    Myth(
        "training",
        "all-right",
        "When every sample is on the right side, training is over.",
        "The log-loss also asks how sure the model is. On data that a line separates it falls forever, and "
        "the weights grow without end.",
        _seen("logistic", "sentiment", "0.5", "4", "2000", "1"),
        _all_right_is_the_end,
    ),
    Myth(
        "training",
        "counted-words",
        "The sentence “Na na” counts two Ya and two Na.",
        "It has no Ya at all. A wrong count is a wrong input, and no training can mend it.",
        _seen("logistic", "sentiment", "0.5", "4", "200", "1"),
        _two_ya_in_na_na,
    ),
)
"""E27, E37, E39 and E48 of the errata are among them."""
