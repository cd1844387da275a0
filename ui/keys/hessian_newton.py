"""The keys of Hessian/Newton, and the names of its parts."""

from core.newton.methods import METHODS
from ui.keys.key import Key
from ui.keys.rows import EVERY_LESSON, WINDOW, between, choice, end, flag, function, number, practice
from ui.keys.texts import read_complex_function

HESSIAN_NEWTON_TABS = (
    "Hessian",
    "Critical points",
    "Model",
    "Convexity",
    "Newton",
    "Basins",
    "Myths",
    "Practice",
)
_PARTS_OF_NEWTON = (
    choice("method", "Method", *METHODS),
    choice("aim", "Looking for", "minimum", "root"),
    flag("beside", "Gradient descent beside it"),
    choice("basin", "Each start, taken by", "newton", "damped", "levenberg", "descent", "complex"),
    Key("p", "p(z) =", "z^3 - 1", read_complex_function),
)

HESSIAN_NEWTON = (
    choice("dim", "Variables", "2", "1"),
    function("g", "f(x, y) =", "2x^2 + 3y^2 - x*y"),
    number("px", "Point x", "1.5"),
    number("py", "Point y", "-1.5"),
    function("f", "f(x) =", "x^3 - 3x"),
    number("x0", "Point x₀", "2"),
    *WINDOW,
    choice("tab", "Part", *HESSIAN_NEWTON_TABS),
    between("angle", "Ray, in degrees", "150", -180, 180),
    end("left", "Chord from x"),
    end("right", "Chord to x"),
    *_PARTS_OF_NEWTON,
    *practice("hessian_newton"),
    *EVERY_LESSON,
)
