"""Gradient as a script: the partial derivatives at a point, the way up, and the slope in one direction."""

from core.expression import Expression
from core.expression.python_source import MPMATH
from core.take_home.derivatives import gradient, value
from core.take_home.script import Function, written

_LINES = """
def both_sides(axis, h):
    \"\"\"The slopes along one axis from both sides, by difference quotients in 50 digits.\"\"\"
    place = [mpf("{px!r}"), mpf("{py!r}")]

    def at(steps):
        return f_exact(*(c + steps*h*(k == axis) for k, c in enumerate(place)))

    return [(4*at(s) - 3*at(0) - at(2*s))/(2*s*h) for s in (-1, 1)]


point = np.array([{px!r}, {py!r}])
height = f(*point)
print("f =", float(height))

slopes = np.empty(2)
for axis, name in enumerate("xy"):
    sides, nearer = (both_sides(axis, mpf(10)**-k) for k in (18, 20))
    slopes[axis] = (df_dx, df_dy)[axis](*point) if np.isfinite(height) else np.nan
    if np.isnan(slopes[axis]) and max(abs(s - sides[0]) for s in sides + nearer) < 1e-12:
        slopes[axis] = sides[0]  # the formula has no value here, and yet f has a slope
    print(f"df/d{{name}} =", float(slopes[axis]))
    print(f"df/d{{name}} by quotients =", *(mp.nstr(mp.chop(s, 1e-15), 12) for s in sides))

print("length =", float(np.hypot(*slopes)))
print("steepest, in degrees =", float(np.degrees(np.arctan2(slopes[1], slopes[0]))))

angle = {angle!r}
direction = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
print("slope in that direction =", float(slopes @ direction))
"""


def gradient_script(e: Expression, point: tuple[float, float], angle: float) -> str:
    """∇f at a point of the plane and D_u f = ∇f·u for the direction at `angle` degrees."""
    exact = Function("f_exact", e.variables, e.tree, MPMATH, "f in 50 digits.")
    *slopes, _ = gradient(e)
    lines = _LINES.format(px=point[0], py=point[1], angle=angle)
    return written("Standing here, which way is up, and how steep?", e, [value(e), exact, *slopes], lines)
