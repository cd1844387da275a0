"""Words of the learning problem, each in the part of the lesson that shows it."""

from core.glossary.term import Term

_LESSON = "training"
_NETWORK = {"model": "two_two_one", "data": "xor", "eta": "1", "batch": "4", "epochs": "2000", "seed": "1"}
_PERCEPTRON = {
    "model": "logistic",
    "data": "sentiment",
    "eta": "0.5",
    "batch": "4",
    "epochs": "200",
    "seed": "1",
}
_COIN = {"model": "coin", "data": "coin", "eta": "0.02", "batch": "10"}
_ONE_AT_A_TIME = {"data": "noisy_line", "eta": "0.1", "batch": "1", "epochs": "30"}

LEARNING = (
    Term(
        "loss",
        "How wrong a prediction is, as one number. Training makes it small.",
        _LESSON,
    ),
    Term(
        "parameter",
        "A number of the model that training sets, such as the slope and the height of a line.",
        _LESSON,
        symbol="θ",
    ),
    Term(
        "cost",
        "The mean or the sum of the losses of all examples.",
        _LESSON,
        {"tab": "Loss"},
    ),
    Term(
        "batch",
        "The examples whose losses are averaged for one step. A full batch holds all of them.",
        _LESSON,
        {**_ONE_AT_A_TIME, "tab": "Loss"},
    ),
    Term(
        "epoch",
        "As many steps as it takes to use every example once; with a full batch, one step.",
        _LESSON,
        {**_ONE_AT_A_TIME, "tab": "Loss"},
    ),
    Term(
        "stochastic gradient descent",
        "Descent with the gradient of one example, or of a few, at each step: cheap steps that only on "
        "average lead down.",
        _LESSON,
        {**_ONE_AT_A_TIME, "tab": "Loss"},
    ),
    Term(
        "perceptron",
        "One neuron: the weighted sum of the inputs and a bias. For labels a sigmoid stands at its end.",
        _LESSON,
        {**_PERCEPTRON, "tab": "One sample"},
    ),
    Term(
        "weight",
        "The number by which a neuron multiplies an input.",
        _LESSON,
        {**_PERCEPTRON, "tab": "One sample"},
        symbol="w",
    ),
    Term(
        "bias",
        "The number that a neuron adds to its weighted sum.",
        _LESSON,
        {**_PERCEPTRON, "tab": "One sample"},
        symbol="b",
    ),
    Term(
        "neuron",
        "A weighted sum of inputs, plus a bias, through an activation function.",
        _LESSON,
        {**_NETWORK, "tab": "Backpropagation"},
    ),
    Term(
        "activation",
        "The function at the end of a neuron, such as σ or tanh, and also its result.",
        _LESSON,
        {**_NETWORK, "tab": "Backpropagation"},
    ),
    Term(
        "hidden layer",
        "Neurons between the inputs and the output. What they should say stands in no table.",
        _LESSON,
        {**_NETWORK, "tab": "Backpropagation"},
    ),
    Term(
        "linear regression",
        "The line with the least sum of squared misses. Its cost is a quadratic of slope and height.",
        _LESSON,
        {"tab": "Closed form"},
    ),
    Term(
        "normal equations",
        "What makes the gradient of a sum of squares 0: one linear equation for each parameter.",
        _LESSON,
        {"tab": "Closed form"},
    ),
    Term(
        "likelihood",
        "The probability of what was seen, as a function of the parameter: P⁷(1 − P)³ for 7 heads of 10.",
        _LESSON,
        {**_COIN, "tab": "Closed form"},
    ),
    Term(
        "squared loss",
        "(y − ŷ)², the square of the miss. The best constant prediction is the mean.",
        _LESSON,
        {"tab": "Which loss"},
    ),
    Term(
        "log-loss",
        "−log of the probability that was given to what happened.",
        _LESSON,
        {"tab": "Which loss"},
    ),
    Term(
        "residual",
        "ŷ − y, by how much a prediction is off, with its sign.",
        _LESSON,
        {"tab": "Which loss"},
        symbol="r",
    ),
    Term(
        "label",
        "The right answer of an example. For two classes it is 0 or 1.",
        _LESSON,
        {**_PERCEPTRON, "tab": "Data"},
        symbol="y",
    ),
    Term(
        "feature",
        "A number that describes an example, and from which its label is to be predicted.",
        _LESSON,
        {**_PERCEPTRON, "tab": "Data"},
        symbol="x",
    ),
)
