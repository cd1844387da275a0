"""One step of each optimiser and one rate of each schedule, as lines of NumPy. Adding one is adding a row.

The lines stand in a loop over k. They know x, g = ∇f(x) (of −f on the way up), `rate`, `sign` (1 down, −1 up)
and their knobs by name; they leave `step`, or for a schedule `rate`.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Lines:
    """What is remembered before the first step, the lines of a step, and the functions these call."""

    step: str
    memory: str = ""
    functions: str = ""
    needs_hessian: bool = False


HALVED = '''
def halved(x, s, g, t, sign):
    """The first of t, t/2, t/4, … after which f has fallen enough along s (Armijo)."""
    value = sign*f(*x)
    for _ in range(60):
        if sign*f(*(x + t*s)) <= value + 10*np.finfo(float).eps*abs(value) + 1e-4*t*(g @ s):
            break
        t = t/2
    return t
'''

NEWTON_STEP = '''
def newton_step(F, J):
    """s with J s = -F by Cramer's rule; nan where float64 cannot tell the determinant from 0."""
    if len(F) == 1:
        return -F/J[0] if J[0, 0] != 0 else np.array([np.nan])
    largest = np.abs(J).max()
    (a, b), (c, d) = J/largest
    determinant = a*d - b*c
    if not abs(determinant) > 4*np.finfo(float).eps*(abs(a*d) + abs(b*c)):
        return np.array([np.nan, np.nan])
    p, q = -F
    return np.array([d*p - b*q, a*q - c*p])/(determinant*largest)
'''

_ADAM = """
m = beta1*m + (1 - beta1)*g
v = beta2*v + (1 - beta2)*g**2
mean, square = m/(1 - beta1**(k + 1)), v/(1 - beta2**(k + 1))
step = -rate*mean/(np.sqrt(square) + eps)
"""

_NEWTON = "s = newton_step(g, sign*hessian(*x))"

OPTIMIZER_LINES: Mapping[str, Lines] = {
    "gd": Lines("step = -rate*g"),
    "normalised": Lines("length = np.linalg.norm(g)\nstep = -rate*g/length if length > 0 else 0*g"),
    "momentum": Lines("v = beta*v + g\nstep = -rate*v", "v = np.zeros_like(x)"),
    "nesterov": Lines("v = beta*v + g\nstep = -rate*(g + beta*v)", "v = np.zeros_like(x)"),
    "adagrad": Lines("s = s + g**2\nstep = -rate*g/(np.sqrt(s) + eps)", "s = np.zeros_like(x)"),
    "rmsprop": Lines("s = rho*s + (1 - rho)*g**2\nstep = -rate*g/(np.sqrt(s) + eps)", "s = np.zeros_like(x)"),
    "adam": Lines(_ADAM, "m, v = np.zeros_like(x), np.zeros_like(x)"),
    "adamw": Lines(_ADAM + "step = step - rate*decay*x", "m, v = np.zeros_like(x), np.zeros_like(x)"),
    "newton": Lines(f"{_NEWTON}\nstep = rate*s", functions=NEWTON_STEP, needs_hessian=True),
    "damped": Lines(
        f"{_NEWTON}\nif not s @ g < 0:\n    s = -g  # Newton's step would not lead down\n"
        "step = halved(x, s, g, rate, sign)*s",
        functions=f"{NEWTON_STEP}\n{HALVED}",
        needs_hessian=True,
    ),
    "bfgs": Lines(
        "y = g - last_g\n"
        "if step @ y > 0:  # teach B what the last step has shown\n"
        "    keep = np.eye(len(x)) - np.outer(step, y)/(step @ y)\n"
        "    B = keep @ B @ keep.T + np.outer(step, step)/(step @ y)\n"
        "s, last_g = -B @ g, g\n"
        "step = halved(x, s, g, rate, sign)*s",
        "B, last_g, step = np.eye(len(x)), np.zeros_like(x), np.zeros_like(x)",
        HALVED,
    ),
    "coordinate": Lines("step = np.where(np.arange(len(x)) == k % len(x), -rate*g, 0)"),
}

SCHEDULE_LINES: Mapping[str, str] = {
    "constant": "rate = eta",
    "step": "rate = eta*factor**(k//int(every))",
    "exponential": "rate = eta*decay**k",
    "inverse": "rate = eta/(1 + k/halfway)",
    "cosine": "rate = eta*(1 + np.cos(np.pi*k/asked))/2",
    "restarts": "rate = eta*(1 + np.cos(np.pi*(k % int(period))/int(period)))/2",
    "backtracking": "rate = eta\n"
    "for _ in range(60):\n"
    "    if f(*(x - rate*g)) <= f(*x) - enough*rate*(g @ g):\n"
    "        break\n"
    "    rate = rate*shrink",
}
