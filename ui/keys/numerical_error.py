"""The keys of Numerical Error, and the names of its parts."""

from core.differencing.stencils import STENCILS
from core.floating.formats import FORMATS
from ui.keys.rows import EVERY_LESSON, between, choice, flag, function, number, practice, whole

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
    choice("error", "Error", "round-off", "truncation", "range", "cancellation", "accumulation"),
    number("a", "a", "0.1"),
    number("b", "b", "0.2"),
    whole("digits", "Digits of π", "5", 1, 30),
    choice("series", "Series", "exp", "sin"),
    between("at", "x", "1", -30, 30),
    whole("terms", "Terms", "5", 1, 100),
    between("power", "x of eˣ", "710", -12_000, 12_000),
    between("shift", "s of log(eˢ + eˢ⁺¹ + eˢ⁺²)", "1000", -11_000, 11_000),
    between("coefficient", "b of x² + bx + 1 = 0", "100000000", 2, 1e12),
    between("near", "x of (1 − cos x)/x²", "1e-06", 1e-10, 1),
    number("term", "Number to add", "0.1"),
    whole("count", "How often", "1000000", 1, 1_000_000),
)

NUMERICAL_ERROR = (
    function("f", "f(x) =", "x^2"),
    number("x0", "Place x₀", "3"),
    number("h", "Step h", "0.01", above=0),
    choice("dtype", "Computed in", *reversed(FORMATS)),
    choice("stencil", "Formula", *STENCILS),
    choice("grid", "h in the picture", "decimal", "binary"),
    flag("all", "All formulas"),
    choice("tab", "Part", *NUMERICAL_ERROR_TABS),
    choice("table", "Table", "shrinking", "oscillation"),
    between("fraction", "h as a fraction of the local period", "0.0001", 1e-7, 1),
    between("lo", "Min", "-0.1", -0.1, -0.01),
    between("hi", "Max", "0.1", 0.01, 0.1),
    whole("places", "Steps", "500", 100, 1000),
    number("addend", "d, to be added to 1", "1.2e-16", above=0),
    *_FOUR_ERRORS,
    *practice("numerical_error"),
    *EVERY_LESSON,
)
