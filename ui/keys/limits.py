"""The keys of Limits, and the names of its parts."""

from core.limiting.approach import MOST_ROWS
from ui.keys.key import Key
from ui.keys.rows import EVERY_LESSON, WINDOW, choice, function, number, practice, whole
from ui.keys.texts import read_place

LIMITS_TABS = ("Steps", "Tables", "Continuity", "To the derivative", "In the plane", "Myths", "Practice")

LIMITS = (
    function("f", "f(x) =", "(x^2 - 1)/(x - 1)"),
    Key("a", "Point a", "1", read_place),
    choice("side", "Come near from", "both", "left", "right"),
    number("eps", "ε: how near f has to be", "0.3", above=1e-12),
    *WINDOW,
    whole("rows", "Rows", "6", 1, MOST_ROWS),
    function("g", "f(x, y) =", "x y/(x^2 + y^2)"),
    choice("path", "Paths", "line", "parabola"),
    choice("tab", "Part", *LIMITS_TABS),
    *practice("limits"),
    *EVERY_LESSON,
)
