"""Each model of Training as lines of NumPy: its loss on a batch, and the gradient of that loss."""

from collections.abc import Callable, Mapping

from core.models import Model

_SIGMOID = '''
def sigmoid(z):
    """1/(1 + e^-z), without overflow."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small)/(1 + small)
'''

_MEAN = '''
def loss(theta, x, y):
    """The mean of (c - y)^2."""
    return np.mean((theta[0] - y)**2)


def gradient(theta, x, y):
    return np.array([2*np.mean(theta[0] - y)])
'''

_MEDIAN = '''
def loss(theta, x, y):
    """The mean of |c - y|."""
    return np.mean(np.abs(theta[0] - y))


def gradient(theta, x, y):
    return np.array([np.mean(np.sign(theta[0] - y))])
'''

_COIN = '''
def loss(theta, x, y):
    """The mean log-loss of tosses y with the probability P of a 1."""
    P = theta[0]
    return -np.mean(np.log(np.where(y == 1, P, 1 - P))) if 0 <= P <= 1 else np.nan


def gradient(theta, x, y):
    P = theta[0]
    return np.array([np.mean(np.where(y == 1, -1/P, 1/(1 - P)))])
'''

_LINEAR = '''
def errors(theta, x, y):
    """Prediction minus truth, for predictions w x + b."""
    return x @ theta[:-1] + theta[-1] - y


def loss(theta, x, y):
    """Half the mean of the squared errors."""
    return np.mean(errors(theta, x, y)**2)/2


def gradient(theta, x, y):
    e = errors(theta, x, y)
    return np.append(e @ x, e.sum())/len(y)
'''

_LOG_LOSS = '''
def loss(theta, x, y):
    """The mean log-loss, written so that nothing is subtracted from 1."""
    return np.mean(np.logaddexp(0, (1 - 2*y)*z(theta, x)))


def slopes(theta, x, y):
    """The slope of each sample's loss by its z: prediction minus truth."""
    return (1 - 2*y)*sigmoid((1 - 2*y)*z(theta, x))
'''

_LOGISTIC = f'''{_SIGMOID}

def z(theta, x):
    """w x + b; the prediction is sigmoid(z)."""
    return x @ theta[:-1] + theta[-1]

{_LOG_LOSS}

def gradient(theta, x, y):
    e = slopes(theta, x, y)
    return np.append(e @ x, e.sum())/len(y)
'''

_NETWORK = f'''{_SIGMOID}

d, hidden = {{d}}, {{hidden}}


def layers(theta):
    """Weights and biases of the hidden units, then those of the output."""
    W, b, w = np.split(theta[:-1], [d*hidden, (d + 1)*hidden])
    return W.reshape(d, hidden), b, w, theta[-1]


def units(theta, x):
    """What the hidden units say of each sample."""
    W, b, _, _ = layers(theta)
    u = x @ W + b
    return {{value}}


def z(theta, x):
    """The sum at the output; the prediction is sigmoid(z)."""
    _, _, w, c = layers(theta)
    return units(theta, x) @ w + c

{_LOG_LOSS}

def gradient(theta, x, y):
    """Backpropagation: from the output back to the first weights."""
    a, e = units(theta, x), slopes(theta, x, y)/len(y)
    behind = np.outer(e, layers(theta)[2])*({{slope}})
    return np.concatenate([(x.T @ behind).ravel(), behind.sum(axis=0), e @ a, [e.sum()]])
'''

_VALUES = {"sigmoid": "sigmoid(u)", "tanh": "np.tanh(u)", "relu": "np.maximum(u, 0)"}
_SLOPES = {"sigmoid": "a*(1 - a)", "tanh": "1 - a*a", "relu": "a > 0"}


def _network(model: Model, d: int) -> str:
    lines = _NETWORK.replace("{d}", str(d)).replace("{hidden}", str(model.hidden))
    value, slope = _VALUES[model.activation], _SLOPES[model.activation]
    return lines.replace("{value}", value).replace("{slope}", slope)


def _same(lines: str) -> Callable[[Model, int], str]:
    return lambda model, d: lines  # noqa: ARG005 - nothing of the model shapes them


LEARNER_LINES: Mapping[str, Callable[[Model, int], str]] = {
    "mean": _same(_MEAN),
    "median": _same(_MEDIAN),
    "coin": _same(_COIN),
    "line": _same(_LINEAR),
    "perceptron": _same(_LINEAR),
    "logistic": _same(_LOGISTIC),
    "two_two_one": _network,
    "network": _network,
}
"""`loss` and `gradient` of each model, for d inputs."""
