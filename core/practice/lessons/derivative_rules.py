"""Questions about derivatives: the formula, a slope, which rule comes first, and the tangent."""

from fractions import Fraction
from functools import partial
from math import isfinite

from core.answers import trees
from core.derivation import Derivation, differentiate, higher_derivatives
from core.derivation.terms.slots import fill
from core.expression import Expression
from core.expression.composed import composed
from core.expression.powers import exact_value
from core.expression.symbols import ZERO
from core.expression.tree import Node, Variable
from core.gradient import slope_check
from core.numbers import number, number_latex
from core.practice.answering import ChoiceAnswer, DerivativeAnswer, FormulaAnswer, NumberAnswer, Option
from core.practice.draws import Draws
from core.practice.hinting import line, plan, unfinished, words
from core.practice.lessons.kinds import Kind
from core.practice.question import Hints, Question, Slip, Unsuitable, Worked
from core.practice.situation import Situation
from core.practice.wording import curve, definition, polynomial, shifted
from core.steps import Step
from core.substitution import as_factor, substituted_latex

LESSON = "derivative_rules"


def formula_question(s: Situation) -> Question:
    """f′ as a formula, judged by `core.answers` with its table of misconceptions."""
    return Question(
        LESSON,
        "differentiate",
        "Differentiate f.",
        definition(s.e),
        DerivativeAnswer(s.e),
        s,
        partial(_formula, s),
    )


def _formula(s: Situation) -> Worked:
    derivation = _derivation(s.e)
    hints = _way(derivation)
    return Worked(derivation.formula, "", derivation.steps, hints, hints[2])


def _way(derivation: Derivation) -> Hints:
    """The rules in their order, the first one, and the next with its result left to do."""
    steps = derivation.steps
    rules = plan(steps, "Which rules")
    if not derivation.tree.inner:
        return rules, words(steps[0]), unfinished(steps[0], steps[0].title)
    several = len(derivation.tree.inner) > 1
    following = line(steps[1]) if several else unfinished(steps[1], steps[1].title, steps[1].why)
    return rules, line(steps[0]), following


def slope_question(s: Situation) -> Question:
    """f′(x₀) as a number."""
    text = f"What is the slope of f at x = {number(s.point[0])}?"
    return Question(LESSON, "slope", text, definition(s.e), NumberAnswer(), s, partial(_slope, s))


def _slope(s: Situation) -> Worked:
    derivation, x = _derivation(s.e), s.point[0]
    value, slope = _at(s, s.e), _at(s, derivation.formula)
    last = _inserted(derivation.formula, "f'", x, slope, s)
    idea = Step("What to do", "", "Differentiate first, then put x in: a number put in early has slope 0.")
    found = Step("The derivative", rf"f'(x) = {derivation.formula.latex}", "")
    hints = (idea, found, unfinished(last, "Put the number in"))
    slips = (
        Slip("value", value, "That is the height f, not the slope f′.", hints[0]),
        Slip(
            "quotient",
            value / x if x else 0.0,
            "That is f/x, the slope of the line from the origin.",
            hints[0],
        ),
    )
    return Worked(slope, "", (*derivation.steps, last), hints, hints[2], slips)


def second_question(s: Situation) -> Question:
    """f″(x₀) as a number."""
    text = f"What is f″, the second derivative of f, at x = {number(s.point[0])}?"
    return Question(
        LESSON, "second derivative", text, definition(s.e), NumberAnswer(), s, partial(_second, s)
    )


def _second(s: Situation) -> Worked:
    _derivation(s.e)
    first, second = higher_derivatives(s.e, order=2).derivations
    value = _at(s, second.formula)
    last = _inserted(second.formula, "f''", s.point[0], value, s)
    idea = Step("What to do", "", "f″ is the derivative of f′: differentiate twice, then put x in.")
    once = Step("The first derivative", rf"f'(x) = {first.formula.latex}", "")
    slope = _at(s, first.formula)
    hints = (idea, once, Step("Differentiate again", rf"f''(x) = {second.formula.latex}", ""))
    slips = (
        Slip("first", slope, "That is f′: differentiate once more.", once),
        Slip("squared", slope * slope, "That is the square of f′. f″ is the derivative of f′.", once),
        Slip("value", _at(s, s.e), "That is f itself.", idea),
    )
    return Worked(value, "", (*first.steps, *second.steps, last), hints, hints[2], slips)


RULES = ChoiceAnswer(
    (
        Option("sum", "the sum rule", "f is a sum of terms, taken one by one."),
        Option("product", "the product rule", "f is a product, and both factors depend on x."),
        Option("quotient", "the quotient rule", "f is a quotient, and x stands above and below."),
        Option("chain", "the chain rule", "f is a function of a function of x."),
        Option("factor", "the rule for a constant factor", "f is a number times something."),
        Option("power", "the power rule alone", "f is a power of x and nothing else."),
        Option("table", "the table of derivatives alone", "f is a known function of x itself."),
    )
)
_NAMES = {
    "sum": "sum",
    "product": "product",
    "quotient": "quotient",
    "constant multiple": "factor",
    "opposite": "factor",
    "power": "power",
    "reciprocal": "power",
    "function": "table",
    "exponential": "table",
    "logarithm of any base": "table",
}


def rule_question(s: Situation) -> Question:
    """Which rule comes first: what was done last when f is worked out?"""
    text = "Which rule comes first when f is differentiated as it is written?"
    return Question(LESSON, "which rule", text, definition(s.e), RULES, s, partial(_rule, s))


def _rule(s: Situation) -> Worked:
    derivation = _derivation(s.e)
    tree = derivation.tree
    name = "chain" if tree.outer is not None else _NAMES.get(tree.rule.name, "")
    if not name:
        raise Unsuitable("f is differentiated here by none of the rules of this question.")
    hints = (
        Step(
            "What decides",
            "",
            "Put a number in for x and work f out: what you do last decides the first rule.",
        ),
        Step("Look at f", rf"f(x) = {s.e.latex}", "Which sign or function holds all the rest together?"),
        unfinished(derivation.steps[0], "What stands to be differentiated"),
    )
    return Worked(name, tree.why, derivation.steps, hints, hints[1])


def tangent_question(s: Situation) -> Question:
    """f(a) + f′(a)(x − a) as a formula."""
    text = f"What is the tangent of f at x = {number(s.point[0])}? Give it as a formula of x."
    return Question(
        LESSON, "tangent", text, definition(s.e), FormulaAnswer(s.e.variables), s, partial(_tangent, s)
    )


def _tangent(s: Situation) -> Worked:
    derivation, a = _derivation(s.e), s.point[0]
    height, slope = (_constant_of(one, a) for one in (s.e, derivation.formula))
    _at(s, derivation.formula)
    at = trees.number(Fraction(repr(a)))
    right = _line(height, slope, at)
    where = number_latex(a)
    rule = rf"t(x) = f({where}) + f'({where}) \cdot (x - {as_factor(where)})"
    why = "It has the height of f at the point, and its slope."
    last = Step("The tangent", rf"{rule} = {right.latex}", why)
    steep = _inserted(derivation.formula, "f'", a, _at(s, derivation.formula), s)
    high = _inserted(s.e, "f", a, _at(s, s.e), s)
    hints = (
        Step("The formula", r"t(x) = f(a) + f'(a) \cdot (x - a)", why),
        steep,
        unfinished(high, "The height"),
    )
    told = "That is f′(x), the slope everywhere. The tangent is a line."
    slips = (
        Slip("slope as formula", derivation.formula, told, hints[0]),
        Slip(
            "through the origin",
            _line(ZERO, slope, ZERO),
            "That line goes through the origin, not through the point.",
            hints[0],
        ),
        Slip(
            "not shifted",
            _line(height, slope, ZERO),
            "That line has the height f(a) at 0: x − a belongs there.",
            hints[0],
        ),
        Slip(
            "no height",
            _line(ZERO, slope, at),
            "The height f(a) is missing: that line crosses the axis at a.",
            hints[0],
        ),
    )
    return Worked(right, "", (*derivation.steps, steep, last), hints, hints[2], slips)


def _constant_of(e: Expression, a: float) -> Node:
    """f(a) as a tree, so that nothing is rounded."""
    return composed(fill(e.tree, {e.variables[0]: trees.number(Fraction(repr(a)))}), e.variables).tree


def _line(height: Node, slope: Node, a: Node) -> Expression:
    """height + slope·(x − a) as a function, multiplied out where its numbers are rational."""
    h, m, at = (exact_value(part) for part in (height, slope, a))
    x = Variable("x")
    if h is None or m is None or at is None:
        return Expression.of_tree(trees.plus(height, trees.times(slope, trees.minus(x, a))), ("x",))
    constant = h - m * at
    rise = trees.times(trees.number(m), x)
    size = trees.number(abs(constant))
    return Expression.of_tree(trees.minus(rise, size) if constant < 0 else trees.plus(rise, size), ("x",))


def _inserted(formula: Expression, name: str, x: float, value: float, s: Situation) -> Step:
    """The number put into a formula."""
    inside = substituted_latex(formula.tree, {"x": x})
    shown = number_latex(value)
    middle = f"{inside} = " if inside != shown else ""
    latex = rf"{name}({number_latex(x)}) = {middle}{shown}"
    check = slope_check(s.e, s.point) if name == "f'" else None
    return Step("Put the number in", latex, "The formula holds at every x, the number at this one.", check)


def _derivation(e: Expression) -> Derivation:
    """The derivation; Unsuitable where nothing can be checked."""
    found = differentiate(e, e.variables[0])
    if not found.places:
        raise Unsuitable("f has no value where it was looked at, so there is no derivative to ask about.")
    return found


def _at(s: Situation, e: Expression) -> float:
    """The value at the point, of f or of a derivative; Unsuitable where there is none."""
    value = float(e.precise(s.point[0]))
    if not isfinite(value):
        raise Unsuitable(f"At x = {number(s.point[0])} there is no such value.")
    return value


def _any_function(draws: Draws) -> Situation:
    """A product, a quotient or a composition with small numbers."""
    a, b, n = draws.whole(2, 5), draws.whole(1, 4), draws.whole(2, 4)
    return Situation(
        curve(
            draws.pick(
                (
                    f"x^{n} e^x",
                    f"x^{n} sin(x)",
                    f"{a}x cos(x)",
                    f"x^{n} log(x)",
                    f"x/({polynomial(1, 0, b)})",
                    f"({polynomial(a, b)})/({shifted(-n)})",
                    f"sin({a}x)",
                    f"cos({polynomial(b, 0, n)})",
                    f"({polynomial(a, -b)})^{n + 1}",
                    f"e^(-{a}x)",
                    f"log({polynomial(1, 0, b)})",
                    f"sqrt({polynomial(a, b)})",
                )
            )
        ),
        (1.0,),
    )


def _powers(draws: Draws) -> Situation:
    """A polynomial of the third or fourth degree at a whole x."""
    a, b, c, d = (draws.whole(-4, 4) for _ in range(4))
    lead = draws.whole(1, 3)
    factors = draws.pick(((lead, a, b, c), (1, a, 0, b, d)))
    return Situation(curve(polynomial(*factors)), (float(draws.whole(-2, 3, 0)),))


def _smooth_place(draws: Draws) -> Situation:
    """A polynomial, a fraction, a root or a wave, at an x where its slope is a kind number."""
    if draws.pick((True, False)):
        return _powers(draws)
    a, b = draws.whole(1, 4), draws.whole(1, 5)
    x = draws.whole(1, 3)
    texts = (
        f"{a}/x",
        f"({polynomial(a, b)})/{f'({shifted(-b)})'}",
        f"{a} sqrt(x)",
        f"({polynomial(a, -b)})^3",
        f"{a}x^2 + {b}/x",
    )
    text = draws.pick(texts)
    return Situation(curve(text), (float(x * x if "sqrt" in text else x),))


def _parabola(draws: Draws) -> Situation:
    """A parabola or a cubic, at an x that is not 0."""
    a, b, c = draws.whole(-3, 3, 0), draws.whole(-4, 4), draws.whole(-5, 5)
    factors = draws.pick(((a, b, c), (1, 0, b, c)))
    return Situation(curve(polynomial(*factors)), (float(draws.whole(-2, 3, 0)),))


KINDS: tuple[Kind[Situation], ...] = (
    Kind("differentiate", "Differentiate", 1, _any_function, formula_question),
    Kind("slope", "The slope at a point", 1, _smooth_place, slope_question),
    Kind("which rule", "Which rule comes first", 1, _any_function, rule_question),
    Kind("tangent", "The tangent", 1, _parabola, tangent_question),
    Kind("second derivative", "The second derivative at a point", 1, _powers, second_question),
)
