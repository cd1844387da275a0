"""The second-derivative test on the blackboard, with the higher derivatives where f″ = 0."""

from fractions import Fraction
from functools import partial
from math import comb, factorial

from core.derivation.derivation import differentiate
from core.derivation.higher import LARGEST
from core.derivative_facts.orders import derivatives
from core.expression import Expression
from core.expression.latex import written_size
from core.gradient import slope_check
from core.limiting.neighbourhood import Point
from core.numbers import number, number_latex
from core.second_derivative.verdict import SecondDerivativeTest, derivative_name, second_derivative_test
from core.steps import Check, LazySteps, Step
from core.substitution import formula_latex, shown_length, substituted_latex

LONGEST_INSERTED = 80
DIGITS = 200
SPACING = Fraction(1, 10**10)
TOLERANCE = 1e-7
"""Relative above 1: the difference quotient errs by h²·f⁽ᵏ⁺²⁾·k/24."""


def second_derivative_steps(e: Expression, at: Point) -> LazySteps:
    """f′, is it 0 here?; f″ and its sign; where that is 0 too, further derivatives until one decides."""
    found = second_derivative_test(e, at)
    if len(found.values) < 2:
        return LazySteps([partial(_nothing, found)])
    orders = range(1, len(found.values))
    return LazySteps(
        [*(partial(_derivative, e, found, order) for order in orders), partial(_verdict, e, found)]
    )


def motion_sentence(found: SecondDerivativeTest) -> str:
    """The reading as a motion: f is a place, f′ a velocity, f″ an acceleration."""
    if len(found.values) < 3:
        return "Read as a motion: without f′ and f″ there is no velocity and no acceleration to tell of."
    place, velocity, acceleration = found.values[:3]
    if velocity and acceleration:
        change = "speeds up" if velocity * acceleration > 0 else "slows down"
    elif velocity:
        change = "keeps its speed for a moment"
    else:
        change = "stands still for a moment"
    return (
        f"Read as a motion at time x: distance f = {number(place, 4)}, velocity f′ = {number(velocity, 4)}, "
        f"acceleration f″ = {number(acceleration, 4)}; it {change}."
    )


def _nothing(found: SecondDerivativeTest) -> Step:
    return Step("No derivative to test", rf"x = {number_latex(found.x)}", found.sentence)


def _derivative(e: Expression, found: SecondDerivativeTest, order: int) -> Step:
    """One derivative, with the point put in."""
    name = e.variables[0]
    below = e if order == 1 else derivatives(e, order - 1)[-1]
    function = derivatives(e, order)[-1]
    short = written_size(below.tree) <= LARGEST
    derivation = differentiate(below, name) if short else None
    formula = derivation.formula.tree if derivation is not None else function.tree
    mark = {1: "'", 2: "''", 3: "'''"}.get(order, rf"^{{({order})}}")
    value = number_latex(found.values[order])
    inserted = substituted_latex(formula, {name: found.x})
    middle = f"{inserted} = " if shown_length(inserted) <= LONGEST_INSERTED and inserted != value else ""
    at = number_latex(found.x)
    lines = [f"f{mark}({name}) &= {formula_latex(formula)}", f"f{mark}({at}) &= {middle}{value}"]
    latex = r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
    inner = derivation.steps if derivation is not None else ()
    return Step(_title(found, order), latex, _why(found, order), _check(e, found, order), inner)


def _title(found: SecondDerivativeTest, order: int) -> str:
    sign = "= 0" if found.values[order] == 0 else "above 0" if found.values[order] > 0 else "below 0"
    return f"{derivative_name(order)} is {sign}".replace("is = 0", "= 0")


def _why(found: SecondDerivativeTest, order: int) -> str:
    value = found.values[order]
    if order == 1:
        return (
            "The tangent is level: a candidate." if value == 0 else "The tangent is not level: no candidate."
        )
    if value == 0:
        return (
            "Need more information: the next derivative."
            if found.values[1] == 0
            else "No bend at this point."
        )
    if order == 2:
        return (
            "The curve bends up: it is concave up."
            if value > 0
            else "The curve bends down: it is concave down."
        )
    return f"The first one that is not 0, of {'odd' if order % 2 else 'even'} order: it decides."


def _check(e: Expression, found: SecondDerivativeTest, order: int) -> Check:
    """The value by the rules, against a central difference quotient of this order of the function itself."""
    if order == 1:
        return slope_check(e, (found.x,))
    quotient = _difference(e, found.place, order)
    value = found.values[order]
    return Check(
        compared=f"The value by the rules, against the central difference of order {order} of f over "
        f"h^{order}, h = 10⁻¹⁰ in {DIGITS} digits.",
        shown=number(value, 10),
        second=number(quotient, 10),
        difference=abs(quotient - value),
        tolerance=TOLERANCE * max(1.0, abs(value)) * factorial(order),
    )


def _difference(e: Expression, place: Point, order: int) -> float:
    """Σ (−1)ⁱ C(k, i) f(x + (k/2 − i)h) / hᵏ (Abramowitz and Stegun, 25.1.2)."""
    exact = place if isinstance(place, Fraction) else None
    terms = []
    for i in range(order + 1):
        offset = (Fraction(order, 2) - i) * SPACING
        if exact is not None:
            x = exact + offset
        else:
            x = place + place.context.mpf(offset.numerator) / offset.denominator
        terms.append((-1) ** i * comb(order, i) * e.precise(x, digits=DIGITS))
    total = sum(terms[1:], terms[0])
    return float(total * SPACING.denominator**order / SPACING.numerator**order)


def _verdict(e: Expression, found: SecondDerivativeTest) -> Step:
    """The conclusion, with f on both sides as the second way."""
    titles = {
        "minimum": "A minimum",
        "maximum": "A maximum",
        "inflection": "Neither: a level inflection point",
        "not level": "Not a critical point",
        "no derivative": "The test ends here",
        "undecided": "The derivatives do not decide",
    }
    signs = ", \\; ".join(
        rf"f{chr(39) * k if k < 4 else rf'^{{({k})}}'} {'=' if value == 0 else '>' if value > 0 else '<'} 0"
        for k, value in enumerate(found.values)
        if k
    )
    return Step(titles[found.verdict], signs, found.sentence, _sides_check(e, found))


def _sides_check(e: Expression, found: SecondDerivativeTest) -> Check | None:
    """f a little to the left and right, against what the verdict promises."""
    promised = {"minimum": (1, 1), "maximum": (-1, -1), "inflection": (-1, 1)}.get(found.verdict)
    if promised is None:
        return None
    if found.verdict == "inflection" and found.values[found.order] < 0:
        promised = (1, -1)
    step = Fraction(1, 10**3)
    at = found.place
    places = [at + way * step for way in (-1, 1)] if isinstance(at, Fraction) else None
    if places is None:
        small = at.context.mpf(step.numerator) / step.denominator
        places = [at - small, at + small]
    here = e.precise(at, digits=DIGITS)
    rises = [e.precise(x, digits=DIGITS) - here for x in places]
    signs = tuple(int(rise > 0) - int(rise < 0) for rise in rises)
    words = {-1: "lower", 0: "equal", 1: "higher"}
    return Check(
        compared=f"The verdict, against f itself 0.001 to the left and to the right, in {DIGITS} digits.",
        shown=f"{words[promised[0]]}, {words[promised[1]]}",
        second=f"{words[signs[0]]}, {words[signs[1]]}" if len(signs) == 2 else "",
        difference=0.0 if signs == promised else float("inf"),
        tolerance=0.0,
    )
