"""The keys of Derivative Rules, and the names of its parts."""

from core.derivative_facts.inverse import PAIRS
from core.derivative_facts.nonsmooth import KINKS
from core.rule_table import rule_groups
from ui.keys.key import Key
from ui.keys.rows import EVERY_LESSON, WINDOW, choice, function, number, practice
from ui.keys.texts import read_answer, read_path

YOUR_TURN = "Your turn"
DERIVATIVE_RULES_TABS = ("Steps", "Graph", YOUR_TURN, "Taylor", "Rules", "Special cases", "Myths", "Practice")
_SPECIAL_CASES = (
    choice("special", "Special case", "inverse", "euler", "sigmoid", "kinks"),
    choice("pair", "Pair", *(pair.name for pair in PAIRS)),
    number("base", "Base a", "2", above=0),
    choice("kink", "Kind of place", *(kink.kind for kink in KINKS), "own"),
)

DERIVATIVE_RULES = (
    function("f", "f(x) =", "x e^(-x^2/2)"),
    number("x0", "Place x₀", "0"),
    choice("order", "Derivatives up to", "1", "2", "3", "4", "5"),
    choice("notation", "Notation", "leibniz", "lagrange"),
    *WINDOW,
    choice("tab", "Part", *DERIVATIVE_RULES_TABS),
    Key("mine", "Your f′(x) =", "", read_answer),
    choice("way", "Pass", "forward", "backward", "two"),
    function("g", "z(x, y) =", "x^2 - 3x y + 2y^2"),
    Key("xt", "x(t) =", "3sin(2t)", read_path),
    Key("yt", "y(t) =", "4cos(2t)", read_path),
    choice("group", "Rules", *rule_groups()),
    *_SPECIAL_CASES,
    *practice("derivative_rules"),
    *EVERY_LESSON,
)
