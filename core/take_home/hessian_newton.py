"""Hessian and Newton as a script: the Hessian at a point, its eigenvalues, and the run of one method."""

import re
from collections.abc import Mapping
from math import hypot

from core.newton import NewtonRun
from core.take_home.derivatives import gradient, hessian, value
from core.take_home.script import written
from core.take_home.steps_in_python import NEWTON_STEP

_QUESTION = "How does the ground bend here, and what is the best step then?"

_HALVED = '''
def halved(x, s):
    """t*s with the first of t = 1, 1/2, 1/4, … after which the merit has fallen enough (Armijo)."""
    t, value = 1.0, merit(*x)
    for _ in range(60):
        if merit(*(x + t*s)) <= value + 10*np.finfo(float).eps*abs(value) + 1e-4*t*(merit_slope(*x) @ s):
            break
        t = t/2
    return t*s
'''

_MERIT = '''
def merit(*x):
    """What a step to a root has to make smaller."""
    return f(*x)**2/2


def merit_slope(*x):
    """The gradient of the merit."""
    return f(*x)*gradient(*x)
'''

_ROOT = '''
def F(x):
    """What is to vanish."""
    return np.array([f(x)])


def J(x):
    """The derivative of F."""
    return np.array([gradient(x)])
'''

_TO_A_MINIMUM = {"F": "gradient", "J": "hessian", "merit": "f", "merit_slope": "gradient"}
_WORD = re.compile(r"\b(?:merit_slope|merit|F|J)(?=\()")
"""What the names of the steps below are called where f itself is made smaller."""

_NEWTON = '''
def next_step(x):
    """Newton's whole step, wherever it leads."""
    return newton_step(F(*x), J(*x))
'''

_DAMPED = '''
def next_step(x):
    """Newton's step, halved until it is a gain; down the slope where it would not lead down."""
    s = newton_step(F(*x), J(*x))
    return halved(x, s if s @ merit_slope(*x) < 0 else -merit_slope(*x))
'''

_LEVENBERG = '''
def next_step(x):
    """(H + mu I) s = -gradient, mu lifts all eigenvalues above 0; then halved until it is a gain."""
    values, vectors = np.linalg.eigh(J(*x))
    largest = max(abs(values))
    floor = 1e-3*largest if largest > 0 else 1.0
    mu = 0.0 if values[0] > 1e-8*largest else floor - values[0]
    return halved(x, -vectors @ (vectors.T @ F(*x)/(values + mu)))
'''

_TRUST = '''
radius = {radius}


def within(g, H, radius):
    """The s no longer than the radius at which g s + s H s/2 is least (Moré and Sorensen)."""
    values, vectors = np.linalg.eigh(H)
    along = vectors.T @ g
    if values[0] > 0 and np.linalg.norm(along/values) <= radius:
        return -vectors @ (along/values), False
    floor = max(0.0, -values[0])
    shifted, zero = values + floor, 1e-14*max(abs(values))
    felt = shifted > zero
    s = np.where(felt, -along/np.where(felt, shifted, 1.0), 0.0)
    short = radius**2 - s @ s
    if max(abs(along[~felt]), default=0.0) <= 1e-14*np.linalg.norm(along) and short >= 0:
        # the hard case: the lowest eigenvector fills up the length, if it leads down
        if floor > zero:
            s[0] = np.sqrt(short)
        return vectors @ s, floor > zero
    low, high = 0.0, np.linalg.norm(along)/radius + max(abs(values)) + 1e-300
    for _ in range(100):  # s shortens as the shift grows
        middle = (low + high)/2
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            longer = np.linalg.norm(along/(values + floor + middle)) > radius
        low, high = (middle, high) if longer else (low, middle)
    return -vectors @ (along/(values + floor + high)), True


def next_step(x):
    """The lowest point of the model within the radius, which follows how true the model was."""
    global radius
    g, H = F(*x), J(*x)
    noise = 10*np.finfo(float).eps*abs(f(*x))
    for _ in range(61):
        s, on_the_edge = within(g, H, radius)
        foretold = -(g @ s + s @ H @ s/2)
        fallen = f(*x) - f(*(x + s))
        if fallen + noise >= 1e-4*foretold:
            break
        radius = np.linalg.norm(s)/4
    if fallen < foretold/4 and foretold > noise:
        radius /= 4
    elif fallen > 0.75*foretold and on_the_edge:
        radius *= 2
    return s
'''

METHOD_LINES: Mapping[str, str] = {
    "newton": f"{NEWTON_STEP}\n{_NEWTON}",
    "damped": f"{NEWTON_STEP}\n{_HALVED}\n{_DAMPED}",
    "levenberg": f"{_HALVED}\n{_LEVENBERG}",
    "trust": _TRUST,
}
"""The step of each method of `METHODS`."""

_LINES = """
np.seterr(over="ignore", invalid="ignore")  # a step may lead anywhere
x = np.array({start})
print("f =", float(f(*x)))
print("gradient =", *map(float, gradient(*x)))
print("Hessian =", *map(float, hessian(*x).ravel()))
if np.isfinite(hessian(*x)).all():
    print("eigenvalues =", *map(float, np.linalg.eigvalsh(hessian(*x))))

print("k, {names}, f")
print(0, *map(float, x), float(f(*x)))
for k in range({steps}):
    x = x + next_step(x)
    print(k + 1, *map(float, x), float(f(*x)))
"""


def hessian_newton_script(run: NewtonRun) -> str:
    """H and its eigenvalues at the start of a run, and the run, as many steps as it took."""
    e = run.target.expression
    lines = _LINES.format(start=run.x[0].tolist(), steps=run.steps, names=", ".join(e.variables))
    return written(_QUESTION, e, [value(e), *gradient(e), *hessian(e)], f"{_steps(run)}\n{lines}")


def _steps(run: NewtonRun) -> str:
    """The method, in the names of the aim."""
    radius = max(1.0, hypot(*run.x[0].tolist()))
    lines = METHOD_LINES[run.method].replace("{radius}", repr(radius))
    if run.target.aim == "root":
        searched = _MERIT + "\n" if run.method == "damped" else ""
        return f"{_ROOT}\n{searched}{lines}"
    return _WORD.sub(lambda word: _TO_A_MINIMUM[word[0]], lines)
