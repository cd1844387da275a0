"""The examples of Numerical Error; the first is what the page opens with."""

from core.examples.example import ESSENTIAL, OWN, SLIDES, Example


def _quotient(f: str, x0: str, h: str, stencil: str = "forward", dtype: str = "float64") -> dict[str, str]:
    return {"f": f, "x0": x0, "h": h, "stencil": stencil, "dtype": dtype}


_OSCILLATING = {"tab": "Tables", "table": "oscillation"}


NUMERICAL_ERROR: tuple[Example, ...] = (
    Example(
        "numerical_error",
        "parabola",
        "x² at 3, the h of the slides",
        _quotient("x^2", "3", "0.01"),
        "f′(3) is 6, and Python prints 6.009999999999849: the error is h itself. Each zero more in h takes a "
        "zero from the error, down to about h = 10⁻⁸. From there on the error grows as h falls.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "absorbed",
        "h = 10⁻¹⁶: the answer is 0",
        _quotient("x^2", "3", "1e-16"),
        "x + h is stored as 3, because the next float after 3 is 4.4 × 10⁻¹⁶ away. Both values of f are 9, "
        "and the quotient is 0. The loss happens before anything is subtracted.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "lucky",
        "h = √ε: 6.0, by luck",
        _quotient("x^2", "3", "1.4901161193847656e-08"),
        "√ε is 2⁻²⁶, and the part h² = 2⁻⁵² of (3 + h)² is rounded away: the quotient is exactly 6. For "
        "sin x at 1 the same h leaves an error of 6.9 × 10⁻⁹.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "symmetric",
        "Central, and still wrong",
        _quotient("x^2", "3", "1e-14", "central"),
        "For x² the central (symmetric) formula has no truncation error at all, and it finds "
        "6.128431095930864: all of the error is rounding. The forward formula finds 6.217248937900877.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "oscillating",
        "sin(1/x): h longer than a turn",
        {**_quotient("sin(1/x)", "0.01", "0.001", "central"), **_OSCILLATING},
        "The quotient is 555.383 and the slope −8623.19. Rounding has no part in it: near 0.01 the function "
        "turns once in 0.00063, and h = 0.001 reaches across more than one turn.",
        ESSENTIAL,
    ),
    Example(
        "numerical_error",
        "mended",
        "sin(1/x): h that fits",
        {**_quotient("sin(1/x)", "0.01", "1e-07", "central"), **_OSCILLATING},
        "With h = 10⁻³·x² the same formula at the same place finds −8623.187: the relative error is "
        "1.6 × 10⁻⁷.",
        ESSENTIAL,
    ),
    Example(
        "numerical_error",
        "corner",
        "|x| at 0: a slope that is not there",
        _quotient("|x|", "0", "0.1", "central"),
        "The central formula reports 0, the forward one 1 and the backward one −1, for every h. |x| has no "
        "slope at 0.",
        SLIDES,
    ),
    Example(
        "numerical_error",
        "half",
        "The same in float16",
        _quotient("x^2", "3", "0.01", dtype="float16"),
        "float16 keeps 11 binary digits. Near 3 its numbers are 1/512 apart and near 9 they are 1/128 apart: "
        "the quotient is 6.25 where float64 finds 6.01.",
        OWN,
    ),
    Example(
        "numerical_error",
        "large",
        "A large value of f",
        _quotient("x^2", "100000000", "0.01"),
        "Near f(x) = 10¹⁶ floats are 2 apart, so that the quotient is a multiple of 200: it finds 200000200 "
        "instead of 200000000. With h = 1 it is exact.",
        OWN,
    ),
    Example(
        "numerical_error",
        "cancelling",
        "Digits lost inside f",
        _quotient("(1 - cos(x))/x^2", "0.0001", "1e-05", "central"),
        "The slope is −0.0000083 and the quotient −0.00024: 1 − cos x has cancelled before any difference is "
        "taken. Written as 2sin(x/2)^2/x^2 the same function gives seven right digits.",
        OWN,
    ),
    Example(
        "numerical_error",
        "complex-step",
        "A step into the complex plane",
        _quotient("e^x/sqrt(sin(x)^3 + cos(x)^3)", "1.5", "1e-17", "complex_step"),
        "Im f(x + ih)/h subtracts nothing, so h may be as small as you like: h = 10⁻¹⁷ gives "
        "4.05342789389862, where the central formula gives 0.",
        "Martins, Sturdza and Alonso, The complex-step derivative approximation, 2003",
    ),
)
