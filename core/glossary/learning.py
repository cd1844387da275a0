"""Words of the learning problem, each at a function of one or two variables that shows it."""

from core.glossary.term import Term

_NEURON = {"f": "sigmoid(2x + 1)", "x0": "0", "tab": "Graph"}
_THREE_POINTS = {"f": "((x - 1)^2 + (x - 2)^2 + (x - 6)^2)/3", "x0": "0", "eta": "0.1", "steps": "20"}
_ONE_POINT = {"f": "(x - 6)^2", "x0": "0", "eta": "0.1", "steps": "20"}
_LINE = {"g": "14x^2 + 3y^2 + 38 + 12x y - 42x - 20y", "px": "2", "py": "1"}

LEARNING = (
    Term(
        "loss",
        "How wrong a prediction is, as one number. Training makes it small.",
        "gd_vs_ascent",
        _ONE_POINT,
    ),
    Term(
        "cost",
        "The mean or the sum of the losses of all examples.",
        "gd_vs_ascent",
        _THREE_POINTS,
    ),
    Term(
        "squared loss",
        "(y − ŷ)², the square of the miss. The best constant prediction is the mean.",
        "gd_vs_ascent",
        _THREE_POINTS,
    ),
    Term(
        "log-loss",
        "−log of the probability that was given to what happened.",
        "derivative_rules",
        {"f": "-log(sigmoid(x))", "x0": "0"},
    ),
    Term(
        "likelihood",
        "The probability of what was seen, as a function of the parameter: P⁷(1 − P)³ for 7 heads of 10.",
        "derivative_rules",
        {"f": "x^7 (1 - x)^3", "x0": "0.7"},
    ),
    Term(
        "parameter",
        "A number of the model that training sets, such as the slope and the height of a line.",
        "hessian_newton",
        _LINE,
    ),
    Term(
        "linear regression",
        "The line with the least sum of squared misses. Its cost is a quadratic of slope and height.",
        "hessian_newton",
        _LINE,
    ),
    Term(
        "neuron",
        "A weighted sum of inputs, plus a bias, through an activation function.",
        "derivative_rules",
        _NEURON,
    ),
    Term(
        "weight",
        "The number by which a neuron multiplies an input.",
        "derivative_rules",
        _NEURON,
        symbol="w",
    ),
    Term(
        "bias",
        "The number that a neuron adds to its weighted sum.",
        "derivative_rules",
        _NEURON,
        symbol="b",
    ),
    Term(
        "activation",
        "The function at the end of a neuron, such as σ or tanh, and also its result.",
        "derivative_rules",
        _NEURON,
    ),
    Term(
        "batch",
        "The examples whose losses are averaged for one step. A full batch holds all of them.",
        "gd_vs_ascent",
        _THREE_POINTS,
    ),
    Term(
        "stochastic gradient descent",
        "Descent with the gradient of one example, or of a few, at each step: cheap steps that only on "
        "average lead down.",
        "gd_vs_ascent",
        _ONE_POINT,
    ),
    Term(
        "epoch",
        "As many steps as it takes to use every example once; with a full batch, one step.",
        "gd_vs_ascent",
        _THREE_POINTS,
    ),
)
