"""The keys of the address: what each is called, what it may be, and where it starts.

A value is written in the address as text and read by the same checks as a typed one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf, isfinite

from core.datasets import DATASETS, data_in
from core.datasets import MOST_ROWS as MOST_SAMPLES
from core.derivative_facts.inverse import PAIRS
from core.derivative_facts.nonsmooth import KINKS
from core.differencing.stencils import STENCILS
from core.errors import SettingError
from core.floating.formats import FORMATS
from core.glossary import TERMS, letters
from core.golf.shots import FORCES, MOST_SHOTS, TARGETS
from core.golf.shots import RATES as GOLF_RATES
from core.limiting.approach import MOST_ROWS
from core.limiting.point import read_point
from core.models import ACTIVATIONS, MODELS, MOST_HIDDEN
from core.myths import MYTHS
from core.newton.methods import METHODS
from core.optimizers import OPTIMIZERS
from core.practice import LESSONS as PRACTISED
from core.rule_table import rule_groups
from core.schedules import SCHEDULES
from core.three_variables import VARIABLES
from core.training import MOST_EPOCHS, TRAINERS
from ui.cached import parsed, vector
from ui.knobs import KNOBS, Table, knobs_of

Value = str | float | int | bool | tuple[str, ...] | None

_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_LONGEST_NUMBER = 40
_LONGEST_WORDS = 60
_LONGEST_START = 400
HIGHEST_SET = 999_999_999

# Which variables a function key may use; the same in every lesson, so that a function can be carried along.
FUNCTION_VARIABLES = {"f": ("x",), "g": ("x", "y")}


@dataclass(frozen=True)
class Key:
    """One value that the address holds.

    `read` turns text into the value or raises CalculusError; `default` is text that it reads.
    """

    name: str
    label: str
    default: str
    read: Callable[[str], Value]


def canonical(value: Value) -> str:
    """The shortest text that reads back to the very same value.

    >>> canonical(0.005), canonical(2.0), canonical(1e22), canonical(True), canonical(None)
    ('0.005', '2', '1e+22', 'true', '')
    >>> canonical(("gd", "adam"))
    'gd,adam'
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def read_number(text: str, *, name: str, label: str, above: float = -inf) -> float:
    """A finite decimal number greater than `above`; the typographic minus counts.

    >>> read_number("−1e-3", name="x0", label="Start x₀")
    -0.001
    """
    plain = text.strip().replace("−", "-")
    if len(plain) > _LONGEST_NUMBER or not _DECIMAL.fullmatch(plain):
        raise SettingError(f"{label} must be a number.", name)
    value = float(plain)
    if not isfinite(value):
        raise SettingError(f"{label} is too large.", name)
    if value <= above:
        raise SettingError(f"{label} must be greater than {above:g}.", name)
    return value


def read_between(text: str, *, name: str, label: str, low: float, high: float) -> float:
    """A decimal number from `low` to `high`, both included.

    >>> read_between("-0.05", name="lo", label="Min", low=-0.1, high=-0.01)
    -0.05
    """
    value = read_number(text, name=name, label=label)
    if not low <= value <= high:
        raise SettingError(f"{label} must lie between {low:g} and {high:g}.", name)
    return value


def read_optional_number(text: str, *, name: str, label: str) -> float | None:
    """A finite decimal number, or nothing at all."""
    return read_number(text, name=name, label=label) if text.strip() else None


def read_whole(text: str, *, name: str, label: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`.

    >>> read_whole("5", name="steps", label="Steps", low=1, high=1000)
    5
    """
    plain = text.strip()
    value = int(plain) if re.fullmatch(r"\d{1,9}", plain, re.ASCII) else None
    if value is None or not low <= value <= high:
        raise SettingError(f"{label} must be a whole number from {low} to {high}.", name)
    return value


def read_choice(text: str, *, name: str, label: str, options: tuple[str, ...]) -> str:
    """One of the options, letter by letter."""
    if text not in options:
        raise SettingError(f"{label} must be one of: {', '.join(options)}.", name)
    return text


def read_several(text: str, *, name: str, label: str, options: tuple[str, ...]) -> tuple[str, ...]:
    """Some of the options or none, with commas between them, each once, in the order they are named.

    >>> read_several("adam,gd,adam", name="against", label="Against", options=("gd", "adam"))
    ('adam', 'gd')
    """
    named = dict.fromkeys(part.strip() for part in text.split(",") if part.strip())
    if not named.keys() <= set(options):
        raise SettingError(f"{label} must be some of: {', '.join(options)}.", name)
    return tuple(named)


def read_flag(text: str, *, name: str, label: str) -> bool:
    """true or false."""
    return read_choice(text, name=name, label=label, options=("true", "false")) == "true"


def read_function(text: str, *, name: str) -> str:
    """The text itself when it is a function of the variables of "f" or "g"; else ExpressionError."""
    parsed(text, FUNCTION_VARIABLES[name])
    return text


def read_answer(text: str) -> str:
    """The text itself when it is empty or a function of x; else ExpressionError."""
    if text.strip():
        parsed(text, ("x",))
    return text


def read_path(text: str) -> str:
    """The text itself when it is a function of t; else ExpressionError."""
    parsed(text, ("t",))
    return text


def read_space_function(text: str) -> str:
    """The text itself when it is a function of x, y and z; else ExpressionError."""
    parsed(text, VARIABLES)
    return text


def read_complex_function(text: str) -> str:
    """The text itself when it is a function of z; else ExpressionError."""
    parsed(text, ("z",))
    return text


def read_components(text: str) -> str:
    """The text itself when each of its lines is a component of a vector function; else ComponentError."""
    vector(text)
    return text


def read_data(text: str) -> str:
    """The text itself when it is the name of a data set or a table of numbers; else CalculusError.

    >>> read_data("1,2;2,5")
    '1,2;2,5'
    """
    data_in(text.strip())
    return text.strip()


def read_start(text: str) -> str:
    """The text itself when it is empty or a few numbers with commas between them; else SettingError.

    >>> read_start("1.5,-2")
    '1.5,-2'
    """
    if len(text) > _LONGEST_START:
        raise SettingError(f"A start has at most {_LONGEST_START} signs.", "start")
    for part in text.split(",") if text else ():
        read_number(part, name="start", label="Each parameter of the start")
    return text


def read_words(text: str) -> str:
    """The text itself when it is short enough to look for; else SettingError.

    >>> read_words("slope 0")
    'slope 0'
    """
    if len(text) > _LONGEST_WORDS:
        raise SettingError(f"Look for at most {_LONGEST_WORDS} letters.", "find")
    return text


def read_set(text: str) -> str:
    """The number of a set of questions, or nothing; as text, so that it is one option among two.

    >>> read_set("007"), read_set("")
    ('7', '')
    """
    if not text.strip():
        return ""
    return str(read_whole(text, name="quiz", label="The set", low=0, high=HIGHEST_SET))


def read_place(text: str) -> str:
    """The text itself when it means a number, oo or −oo; else SettingError.

    >>> read_place(" pi/2 "), read_place("-oo")
    ('pi/2', '-oo')
    """
    read_point(text)
    return text.strip()


def _number(name: str, label: str, default: str, above: float = -inf) -> Key:
    return Key(name, label, default, partial(read_number, name=name, label=label, above=above))


def _between(name: str, label: str, default: str, low: float, high: float) -> Key:
    return Key(name, label, default, partial(read_between, name=name, label=label, low=low, high=high))


def _end(name: str, label: str) -> Key:
    return Key(name, label, "", partial(read_optional_number, name=name, label=label))


def _whole(name: str, label: str, default: str, low: int, high: int) -> Key:
    return Key(name, label, default, partial(read_whole, name=name, label=label, low=low, high=high))


def _choice(name: str, label: str, *options: str, default: str = "") -> Key:
    read = partial(read_choice, name=name, label=label, options=options)
    return Key(name, label, default or options[0], read)


def _several(name: str, label: str, default: str, options: tuple[str, ...]) -> Key:
    return Key(name, label, default, partial(read_several, name=name, label=label, options=options))


def _knobs(table: Table) -> tuple[Key, ...]:
    """A key for each knob of a table's rows."""
    return tuple(
        _between(name, knob.label, canonical(float(knob.default)), knob.low, knob.high)
        for name, knob in knobs_of(table).items()
    )


def _flag(name: str, label: str) -> Key:
    return Key(name, label, "false", partial(read_flag, name=name, label=label))


def _function(name: str, label: str, default: str) -> Key:
    return Key(name, label, default, partial(read_function, name=name))


FIND = Key("find", "Find", "", read_words)

PRESENT = "present"
EVERY_LESSON = (_whole("step", "Step", "0", 0, 100_000), _flag(PRESENT, "Presenter view"))

WINDOW = (
    _end("xlo", "Left edge"),
    _end("xhi", "Right edge"),
    _end("ylo", "Lower edge"),
    _end("yhi", "Upper edge"),
)


def _practice(lesson: str) -> tuple[Key, ...]:
    """Which set, if any; which question of it or about the function on screen; of which kind that one is."""
    return (
        Key("quiz", "Questions", "", read_set),
        _whole("question", "Question", "1", 1, 999),
        _choice("ask", "Kind of question", "", *(kind.name for kind in PRACTISED[lesson])),
    )


def _run(eta: str) -> tuple[Key, ...]:
    """What sets a run of steps; the lesson's own rate is its default."""
    return (
        _choice("dim", "Variables", "1", "2"),
        _function("f", "f(x) =", "x^2 - 4x + 4"),
        _number("x0", "Start x₀", "0"),
        _function("g", "f(x, y) =", "x^2/2 + 2y^2"),
        _number("px", "Start x₀", "-2.5"),
        _number("py", "Start y₀", "2"),
        _number("eta", "Learning rate η", eta, above=0),
        _whole("steps", "Steps", "5", 1, 1000),
        *WINDOW,
    )


LIMITS_TABS = ("Steps", "Tables", "Continuity", "To the derivative", "In the plane", "Myths", "Practice")
LEARNING_RATE_TABS = ("Steps", "Numbers", "Myths", "Practice")
NUMERICAL_ERROR_TABS = (
    "One h",
    "Best h",
    "Tables",
    "Machine ε",
    "Four errors",
    "The way out",
    "Myths",
    "Practice",
)
_FOUR_ERRORS = (
    _choice("error", "Error", "round-off", "truncation", "range", "cancellation", "accumulation"),
    _number("a", "a", "0.1"),
    _number("b", "b", "0.2"),
    _whole("digits", "Digits of π", "5", 1, 30),
    _choice("series", "Series", "exp", "sin"),
    _between("at", "x", "1", -30, 30),
    _whole("terms", "Terms", "5", 1, 100),
    _between("power", "x of eˣ", "710", -12_000, 12_000),
    _between("shift", "s of log(eˢ + eˢ⁺¹ + eˢ⁺²)", "1000", -11_000, 11_000),
    _between("coefficient", "b of x² + bx + 1 = 0", "100000000", 2, 1e12),
    _between("near", "x of (1 − cos x)/x²", "1e-06", 1e-10, 1),
    _number("term", "Number to add", "0.1"),
    _whole("count", "How often", "1000000", 1, 1_000_000),
)

YOUR_TURN = "Your turn"
DERIVATIVE_RULES_TABS = ("Steps", "Graph", YOUR_TURN, "Taylor", "Rules", "Special cases", "Myths", "Practice")
_SPECIAL_CASES = (
    _choice("special", "Special case", "inverse", "euler", "sigmoid", "kinks"),
    _choice("pair", "Pair", *(pair.name for pair in PAIRS)),
    _number("base", "Base a", "2", above=0),
    _choice("kink", "Kind of place", *(kink.kind for kink in KINKS), "own"),
)

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
    _choice("axis", "Partial derivative", "x", "y"),
    Key("three", "f(x, y, z) =", "2x + 3y^2 - sin z", read_space_function),
    _number("qx", "x", "1"),
    _number("qy", "y", "2"),
    _number("qz", "z", "0"),
    _choice("slope", "Slope along", "all", "x", "y", "z"),
    Key("map", "Components, one a line", "r cos t\nr sin t", read_components),
    _choice("chain", "Jacobian", "one", "two"),
    Key("outer", "Components of f, one a line", "x^2 + y^2", read_components),
    _number("m1", "First input", "2"),
    _number("m2", "Second input", "1"),
    _number("m3", "Third input", "0"),
    Key("xt", "x(t) =", "3sin(2t)", read_path),
    Key("yt", "y(t) =", "4cos(2t)", read_path),
    _number("t", "t", "0.4"),
    _number("tlo", "t from", "0"),
    _number("thi", "t to", "3"),
)

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
    _choice("method", "Method", *METHODS),
    _choice("aim", "Looking for", "minimum", "root"),
    _flag("beside", "Gradient descent beside it"),
    _choice("basin", "Each start, taken by", "newton", "damped", "levenberg", "descent", "complex"),
    Key("p", "p(z) =", "z^3 - 1", read_complex_function),
)

GD_VS_ASCENT_TABS = (
    "Steps",
    "Numbers",
    "Down or up",
    "Why this step",
    "Race",
    "Momentum",
    "Many starts",
    "Surfaces",
    "Practice",
)
_BEYOND_ONE_RUN = (
    _several("against", "Race against", "momentum,adam,newton", tuple(OPTIMIZERS)),
    _choice("look", "Picture", "map", "curves"),
    _choice("pace", "Their rates", "usual", "same"),
    _choice("by", "Counted in", "steps", "evaluations"),
    _whole("length", "Steps", "100", 1, 1000),
    _choice("spread", "Starts", "grid", "random"),
    _whole("starts", "How many", "100", 1, 1024),
    _whole("seed", "Seed", "1", 0, 9999),
    _flag("restarts", "Restart the rate"),
    _between(
        "restarts_period",
        "Every T steps",
        canonical(KNOBS["restarts_period"].default),
        KNOBS["restarts_period"].low,
        KNOBS["restarts_period"].high,
    ),
)

_PARTS_OF_TRAINING = (
    _between("force", "First force F in kN", "2", *FORCES),
    _between("target", "Hole, metres away", "150", *TARGETS),
    _between("golf_eta", "The player’s learning rate η", "0.0001", *GOLF_RATES),
    _whole("shots", "Shots at most", "12", 1, MOST_SHOTS),
    _whole("sample", "Sample", "1", 1, MOST_SAMPLES),
    _whole("epoch", "Parameters after epoch", "0", 0, MOST_EPOCHS),
    _choice("walk", "Network", "own", "chain"),
    _between("yhat", "Prediction ŷ", "0.01", 0.001, 0.999),
    _choice("truth", "Truth", "1", "0"),
    _whole("other", "Seed of the other start", "1", 0, 9999),
)

TRAINING_TABS = (
    "Idea",
    "Loss",
    "One sample",
    "Backpropagation",
    "Closed form",
    "Which loss",
    "Convex",
    "Data",
    "Myths",
)
_LEARNER = (
    _choice("model", "Model", *MODELS, default="line"),
    _whole("hidden", "Hidden units", "2", 1, MOST_HIDDEN),
    _choice("activation", "Activation", *ACTIVATIONS),
    Key("data", "Data", "three_points", read_data),
    *_knobs(DATASETS),
    _choice("label", "A click adds", "1", "0"),
)

KEYS: dict[str, tuple[Key, ...]] = {
    "limits": (
        _function("f", "f(x) =", "(x^2 - 1)/(x - 1)"),
        Key("a", "Point a", "1", read_place),
        _choice("side", "Come near from", "both", "left", "right"),
        _number("eps", "ε: how near f has to be", "0.3", above=1e-12),
        *WINDOW,
        _whole("rows", "Rows", "6", 1, MOST_ROWS),
        _function("g", "f(x, y) =", "x y/(x^2 + y^2)"),
        _choice("path", "Paths", "line", "parabola"),
        _choice("tab", "Part", *LIMITS_TABS),
        *_practice("limits"),
        *EVERY_LESSON,
    ),
    "numerical_error": (
        _function("f", "f(x) =", "x^2"),
        _number("x0", "Place x₀", "3"),
        _number("h", "Step h", "0.01", above=0),
        _choice("dtype", "Computed in", *reversed(FORMATS)),
        _choice("stencil", "Formula", *STENCILS),
        _choice("grid", "h in the picture", "decimal", "binary"),
        _flag("all", "All formulas"),
        _choice("tab", "Part", *NUMERICAL_ERROR_TABS),
        _choice("table", "Table", "shrinking", "oscillation"),
        _between("fraction", "h as a fraction of the local period", "0.0001", 1e-7, 1),
        _between("lo", "Min", "-0.1", -0.1, -0.01),
        _between("hi", "Max", "0.1", 0.01, 0.1),
        _whole("places", "Steps", "500", 100, 1000),
        _number("addend", "d, to be added to 1", "1.2e-16", above=0),
        *_FOUR_ERRORS,
        *_practice("numerical_error"),
        *EVERY_LESSON,
    ),
    "derivative_rules": (
        _function("f", "f(x) =", "x e^(-x^2/2)"),
        _number("x0", "Place x₀", "0"),
        _choice("order", "Derivatives up to", "1", "2", "3", "4", "5"),
        _choice("notation", "Notation", "leibniz", "lagrange"),
        *WINDOW,
        _choice("tab", "Part", *DERIVATIVE_RULES_TABS),
        Key("mine", "Your f′(x) =", "", read_answer),
        _choice("way", "Pass", "forward", "backward", "two"),
        _function("g", "z(x, y) =", "x^2 - 3x y + 2y^2"),
        Key("xt", "x(t) =", "3sin(2t)", read_path),
        Key("yt", "y(t) =", "4cos(2t)", read_path),
        _choice("group", "Rules", *rule_groups()),
        *_SPECIAL_CASES,
        *_practice("derivative_rules"),
        *EVERY_LESSON,
    ),
    "gradient": (
        _function("g", "f(x, y) =", "x^2 + y^2"),
        _number("px", "Point x", "2"),
        _number("py", "Point y", "3"),
        _between("angle", "Direction u, in degrees", "0", -180, 180),
        _flag("field", "Arrows everywhere"),
        _flag("unit", "All of one length"),
        *WINDOW,
        _choice("tab", "Part", *GRADIENT_TABS),
        *_SEVERAL_VARIABLES,
        *_practice("gradient"),
        *EVERY_LESSON,
    ),
    "hessian_newton": (
        _choice("dim", "Variables", "2", "1"),
        _function("g", "f(x, y) =", "2x^2 + 3y^2 - x*y"),
        _number("px", "Point x", "1.5"),
        _number("py", "Point y", "-1.5"),
        _function("f", "f(x) =", "x^3 - 3x"),
        _number("x0", "Point x₀", "2"),
        *WINDOW,
        _choice("tab", "Part", *HESSIAN_NEWTON_TABS),
        _between("angle", "Ray, in degrees", "150", -180, 180),
        _end("left", "Chord from x"),
        _end("right", "Chord to x"),
        *_PARTS_OF_NEWTON,
        *_practice("hessian_newton"),
        *EVERY_LESSON,
    ),
    "gd_vs_ascent": (
        *_run(eta="0.4"),
        _choice("optimizer", "Optimiser", *OPTIMIZERS),
        *_knobs(OPTIMIZERS),
        _choice("tab", "Part", *GD_VS_ASCENT_TABS),
        _flag("flip", "Ascend −f instead, number by number"),
        _choice("sense", "Steps of", "descent", "ascent"),
        *_BEYOND_ONE_RUN,
        *_practice("gd_vs_ascent"),
        *EVERY_LESSON,
    ),
    "learning_rate": (
        *_run(eta="0.9"),
        _choice("schedule", "Schedule", *SCHEDULES),
        *_knobs(SCHEDULES),
        _choice("tab", "Part", *LEARNING_RATE_TABS),
        *_practice("learning_rate"),
        *EVERY_LESSON,
    ),
    "training": (
        *_LEARNER,
        _number("eta", "Learning rate η", "0.3", above=0),
        _whole("batch", "Samples in a batch", "3", 1, MOST_SAMPLES),
        Key("start", "Start", "", read_start),
        _whole("epochs", "Epochs", "100", 1, MOST_EPOCHS),
        _whole("seed", "Seed", "0", 0, 9999),
        _choice("optimizer", "Optimiser", *TRAINERS),
        *_knobs(TRAINERS),
        _choice("schedule", "Schedule", *SCHEDULES),
        *_knobs(SCHEDULES),
        _choice("tab", "Part", *TRAINING_TABS),
        *_PARTS_OF_TRAINING,
        *EVERY_LESSON,
    ),
    "myths": (FIND, _choice("lesson", "Lesson", "all", *MYTHS)),
    "glossary": (
        FIND,
        _choice("term", "Term", "", *TERMS),
        _choice("letter", "Letter", "all", *letters()),
    ),
}
