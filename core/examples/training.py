"""The examples of Training; the first is what the page opens with."""

from core.examples.example import NOTES, OWN, Example


def _set(model: str, data: str, eta: str, batch: str, epochs: str, seed: str, **more: str) -> dict[str, str]:
    values = {"model": model, "data": data, "eta": eta, "batch": batch, "epochs": epochs, "seed": seed}
    return {**values, **more}


TRAINING: tuple[Example, ...] = (
    Example(
        "training",
        "three-points",
        "A line through three points",
        _set("line", "three_points", "0.3", "3", "100", "0"),
        "From (m, b) = (1.44, −0.9) the line heads for the closed form m = 1/2, b = 7/3, where the squares "
        "add up to 25/6. After 100 epochs it stands at m = 0.534158 and b = 2.25568.",
        NOTES,
    ),
    Example(
        "training",
        "too-fast",
        "The same line, η a little too large",
        _set("line", "three_points", "0.37", "3", "100", "0"),
        "Full batches of a line are descent on a quadratic: its largest curvature is 5.54647, so η must stay "
        "below 0.36059. With 0.37 the loss falls once, then grows to 14192.6.",
        NOTES,
    ),
    Example(
        "training",
        "two-lines",
        "Between two power lines",
        _set("mean", "two_power_lines", "0.25", "2", "20", "0"),
        "The house stands best at the mean, 2.5. Every step halves what is left: 1.44, 1.97, 2.235, 2.3675.",
        NOTES,
    ),
    Example(
        "training",
        "median",
        "Plain distances: the middle line",
        _set("median", "three_power_lines", "0.1", "3", "60", "0"),
        "The slope does not shrink near the minimum at 2, the middle line: each step is 1/30 long, and in "
        "the end the house hops between 1.97333 and 2.00667. The mean would be 3.",
        NOTES,
    ),
    Example(
        "training",
        "coin",
        "Seven tosses of ten",
        _set("coin", "coin", "0.02", "10", "100", "0"),
        "The log-loss of P⁷(1 − P)³ is least at P = 0.7, where it is 0.610864 a toss. From 0.77 descent "
        "comes within 3 · 10⁻⁶.",
        NOTES,
    ),
    Example(
        "training",
        "one-at-a-time",
        "One sample at a time",
        _set("line", "noisy_line", "0.1", "1", "30", "0"),
        "The first epoch takes 30 steps and brings the loss from 2.63746 to 0.139251; one step with all "
        "data gets to 1.99768. Then it stays noisy: in 12 of 30 epochs the loss on all data rises, and it "
        "never reaches the 0.109357 of the closed form.",
        OWN,
    ),
    Example(
        "training",
        "sentiment",
        "Happy or sad, by counting words",
        _set("logistic", "sentiment", "0.5", "4", "200", "1"),
        "After two epochs all four sentences are on the right side. The loss goes on falling, to "
        "0.00737829 after 200 epochs, and the parameters go on growing, from a length of 2.00352 at epoch "
        "20 to 3.84861: data that a line separates have no least log-loss.",
        NOTES,
    ),
    Example(
        "training",
        "xor-one-line",
        "XOR: one line is not enough",
        _set("logistic", "xor", "0.5", "4", "500", "0"),
        "No line separates the corners. The best that a single perceptron can do is to say 1/2 everywhere: "
        "its weights go to 0 and the loss to log 2 = 0.693147.",
        OWN,
    ),
    Example(
        "training",
        "xor-network",
        "XOR: two hidden units",
        _set("two_two_one", "xor", "1", "4", "2000", "1"),
        "The network says 0.0049, 0.9936, 0.9936 and 0.0056 at the four corners: its two hidden lines "
        "together cut out a strip. The loss falls from 0.881398 to 0.00583989.",
        NOTES,
    ),
    Example(
        "training",
        "xor-stuck",
        "XOR: the same network, another start",
        _set("two_two_one", "xor", "1", "4", "2000", "2"),
        "Only the seed differs. Two corners are right, the other two stay at 1/2, and the loss at 0.35109: "
        "in a network it matters where training begins.",
        OWN,
    ),
    Example(
        "training",
        "two-moons",
        "Two moons, eight hidden units",
        _set("network", "two_moons", "1", "20", "100", "0", hidden="8", activation="tanh"),
        "The boundary is nearly straight for 20 epochs, with 88 of 100 on the right side, and bends into "
        "the gap after: all 100 at the end. A perceptron stays at 87.",
        OWN,
    ),
    Example(
        "training",
        "dead-units",
        "Three dead units of four",
        _set("network", "xor", "0.5", "4", "500", "2", hidden="4", activation="relu"),
        "Three of the relu units are at or below 0 for every corner from the start on: they have no slope "
        "and their weights never move. One unit alone cannot solve XOR; the loss ends at 0.477875.",
        OWN,
    ),
)
