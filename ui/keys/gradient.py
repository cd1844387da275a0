"""The keys of Gradient, and the names of its parts."""

from ui.keys.key import Key
from ui.keys.rows import EVERY_LESSON, WINDOW, between, choice, flag, function, number, practice
from ui.keys.texts import read_components, read_path, read_space_function

GRADIENT_TABS = (
    "Steps",
    "Slices",
    "Direction",
    "Surface",
    "Second partials",
    "Three variables",
    "Jacobian",
    "Along a path",
    "Myths",
    "Practice",
)
_SEVERAL_VARIABLES = (
    choice("axis", "Partial derivative", "x", "y"),
    Key("three", "f(x, y, z) =", "2x + 3y^2 - sin z", read_space_function),
    number("qx", "x", "1"),
    number("qy", "y", "2"),
    number("qz", "z", "0"),
    choice("slope", "Slope along", "all", "x", "y", "z"),
    Key("map", "Components, one a line", "r cos t\nr sin t", read_components),
    choice("chain", "Jacobian", "one", "two"),
    Key("outer", "Components of f, one a line", "x^2 + y^2", read_components),
    number("m1", "First input", "2"),
    number("m2", "Second input", "1"),
    number("m3", "Third input", "0"),
    Key("xt", "x(t) =", "3sin(2t)", read_path),
    Key("yt", "y(t) =", "4cos(2t)", read_path),
    number("t", "t", "0.4"),
    number("tlo", "t from", "0"),
    number("thi", "t to", "3"),
)

GRADIENT = (
    function("g", "f(x, y) =", "x^2 + y^2"),
    number("px", "Point x", "2"),
    number("py", "Point y", "3"),
    between("angle", "Direction u, in degrees", "0", -180, 180),
    flag("field", "Arrows everywhere"),
    flag("unit", "All of one length"),
    *WINDOW,
    choice("tab", "Part", *GRADIENT_TABS),
    *_SEVERAL_VARIABLES,
    *practice("gradient"),
    *EVERY_LESSON,
)
