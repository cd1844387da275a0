"""Training as a script: data, model, and the loop of predict, look at the error, update."""

import re
from textwrap import indent

from core.take_home.learners import LEARNER_LINES
from core.take_home.steps_in_python import OPTIMIZER_LINES, SCHEDULE_LINES
from core.training import Training

_SCRIPT = """# What does all this calculus train?
# {title}

import numpy as np

x = np.array({x})
y = np.array({y})
n = len(y)

{learner}

{settings}
batch, epochs, asked = {batch}, {epochs}, {asked}

theta = np.array({start})
order = np.random.default_rng({seed}).spawn(2)[1]  # draws the order of the samples
{memory}k = 0

np.seterr(all="ignore")  # a training may diverge
print("epoch, {names}, loss")
print(0, *map(float, theta), float(loss(theta, x, y)))
{far}for epoch in range(epochs):
    shuffled = order.permutation(n) if batch < n else np.arange(n)
    for first in range(0, n, batch):
        rows = shuffled[first : first + batch]
{broken_off}        g = gradient(theta, x[rows], y[rows])
{rate}
{step}
        theta = theta + step
        k = k + 1
    print(epoch + 1, *map(float, theta), float(loss(theta, x, y)))
"""

_FAR_LINE = "far = 1e12*max(1.0, abs(loss(theta, x, y)))\n"
_BROKEN_OFF = """        if not abs(loss(theta, x[rows], y[rows])) <= far:
            break  # on its way to infinity
"""


def training_script(training: Training) -> str:
    """The same epochs from the same start, the samples in the same order.

    The names of columns are left out: people type them.
    """
    plan, model, samples = training.plan, training.model, training.samples
    method = OPTIMIZER_LINES[plan.optimizer]
    settings = {"eta": plan.rate, **plan.knobs, **plan.schedule_knobs}
    diverged = training.status == "diverged"
    return _SCRIPT.format(
        title=model.title,
        x=samples.x.tolist(),
        y=samples.y.tolist(),
        learner=LEARNER_LINES[model.name](model, samples.x.shape[1]),
        settings="\n".join(f"{name} = {value!r}" for name, value in settings.items()),
        batch=plan.batch,
        epochs=training.epochs,
        asked=plan.epochs * plan.steps_an_epoch(samples.size),
        start=training.parameters[0].tolist(),
        seed=plan.seed,
        memory=_of_theta(f"{method.memory}\n") if method.memory else "",
        names=", ".join(training.names),
        far=_FAR_LINE if diverged else "",
        broken_off=_BROKEN_OFF if diverged else "",
        rate=indent(_of_the_batch(SCHEDULE_LINES[plan.schedule]), " " * 8),
        step=indent(_of_theta(method.step.strip()), " " * 8),
    )


def _of_theta(lines: str) -> str:
    """The lines of a step, for the parameters in place of x."""
    return re.sub(r"\bx\b", "theta", lines)


def _of_the_batch(lines: str) -> str:
    """The lines of a rate, for the loss of the batch in place of f."""
    return lines.replace("f(*(x - rate*g))", "loss(theta - rate*g, x[rows], y[rows])").replace(
        "f(*x)", "loss(theta, x[rows], y[rows])"
    )
