"""“Show why”: where a row of the table of derivatives comes from, worked out from simpler functions.

Some functions are other functions in disguise (tan u = sin u / cos u), and are differentiated as those.
Others are inverses: with y = arcsin u, sin y = u, so cos y · y′ = 1 (the inverse function rule;
Spivak, Calculus, ch. 12).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.derivation.checking import Place, formula_check, pair_check
from core.derivation.engine import Derived, derived
from core.derivation.rules.functions import SLOPES, TEN, THREE
from core.derivation.terms.building import ONE, TWO, E, call, minus, over, plus, power
from core.derivation.terms.slots import fill, part
from core.derivation.terms.tidying import tidied
from core.derivation.writing.hand import Hand, rows
from core.expression.tree import Call, Negate, Node, Variable
from core.steps import Step
from core.substitution import formula_latex

Work = Callable[[Derived, Sequence[Place]], tuple[Step, ...]]


@dataclass(frozen=True)
class Disguise:
    """The same function in simpler ones, over part 0, and what turns its derivative into the table's form."""

    form: Node
    last: str


@dataclass(frozen=True)
class Inverse:
    """The function that it undoes, and the identity that turns 1/f′(g(u)) into the table's form."""

    of: str
    last: str


U = part(0)
HALF, THIRD = over(ONE, TWO), over(ONE, THREE)
GROWTH, DECAY = power(E, U), power(E, Negate(U))

DISGUISES: dict[str, Disguise] = {
    "tan": Disguise(over(call("sin", U), call("cos", U)), "cos² + sin² is 1, and 1/cos is sec."),
    "sec": Disguise(over(ONE, call("cos", U)), "1/cos is sec, and sin/cos is tan."),
    "csc": Disguise(over(ONE, call("sin", U)), "1/sin is csc, and cos/sin is cot."),
    "cot": Disguise(over(call("cos", U), call("sin", U)), "sin² + cos² is 1, and 1/sin is csc."),
    "sinh": Disguise(over(minus(GROWTH, DECAY), TWO), "Half of the sum of both exponentials is cosh."),
    "cosh": Disguise(over(plus(GROWTH, DECAY), TWO), "Half of the difference of both exponentials is sinh."),
    "tanh": Disguise(over(call("sinh", U), call("cosh", U)), "cosh²/cosh² is 1, and sinh²/cosh² is tanh²."),
    "log2": Disguise(over(call("log", U), call("log", TWO)), "The constant ln 2 stays below."),
    "log10": Disguise(over(call("log", U), call("log", TEN)), "The constant ln 10 stays below."),
    "sqrt": Disguise(power(U, HALF), "The power −1/2 is 1 over the square root."),
    "cbrt": Disguise(power(U, THIRD), "The power −2/3 is 1 over the square of the cube root."),
    "sigmoid": Disguise(
        power(plus(ONE, DECAY), Negate(ONE)),
        "1/(1 + e^−u) is σ, and e^−u/(1 + e^−u) is what σ lacks to 1: 1 − σ.",
    ),
    "softplus": Disguise(call("log", plus(ONE, GROWTH)), "e^u/(1 + e^u) is σ."),
}

INVERSES: dict[str, Inverse] = {
    "asin": Inverse("sin", "cos² = 1 − sin², and sin of the arcsine of u is u."),
    "acos": Inverse("cos", "sin² = 1 − cos², and cos of the arccosine of u is u."),
    "atan": Inverse("tan", "sec² = 1 + tan², and tan of the arctangent of u is u."),
    "asinh": Inverse("sinh", "cosh² = 1 + sinh², and sinh of its inverse is u."),
    "acosh": Inverse("cosh", "sinh² = cosh² − 1, and cosh of its inverse is u."),
    "atanh": Inverse("tanh", "tanh of its inverse is u."),
    "log": Inverse("exp", "e to the power ln u is u."),
}


def reason(node: Derived, where: Sequence[Place], work: Work, hand: Hand) -> tuple[Step, ...]:
    """The steps that lead to a row of the table; none where the row stands for itself."""
    match node.part:
        case Call(name, (Variable(x),)) if name in DISGUISES and x == node.variable:
            return _unmasked(node, DISGUISES[name], where, work, hand)
        case Call(name, (Variable(x),)) if name in INVERSES and x == node.variable:
            return _inverted(node, name, where, hand)
        case _:
            return ()


def _unmasked(
    node: Derived, disguise: Disguise, where: Sequence[Place], work: Work, hand: Hand
) -> tuple[Step, ...]:
    x = Variable(node.variable)
    form = fill(disguise.form, {U.name: x})
    inside = derived(form, node.variable, ())
    named = formula_latex(node.part)
    opening = Step(
        "Written differently",
        rows(named, formula_latex(form)),
        "The same function, made of functions whose derivatives are known.",
        pair_check(node.part, form, node.variable, where, "Both forms of the function"),
    )
    closing = Step(
        "Back to one function",
        rows(
            hand.derivative_of(named, node.variable), formula_latex(inside.after), formula_latex(node.after)
        ),
        disguise.last,
        pair_check(inside.after, node.after, node.variable, where, "Both forms of the derivative"),
    )
    return (opening, *work(inside, where), closing)


def _inverted(node: Derived, name: str, where: Sequence[Place], hand: Hand) -> tuple[Step, ...]:
    """g′(u) = 1/f′(g(u)) for g = f⁻¹, in three lines."""
    x, inverse = node.variable, INVERSES[name]
    y = Variable(next(letter for letter in "yzst" if letter != x and letter not in hand.partial))
    slope_of_y = SLOPES[inverse.of](y)
    undone = fill(over(ONE, SLOPES[inverse.of](U)), {U.name: node.part}, tidied)
    g, f_of_y = formula_latex(node.part), formula_latex(call(inverse.of, y))
    rate = hand.short(y.name, x)
    return (
        Step(
            "The inverse undone",
            rf"{y.name} = {g} \quad\Longleftrightarrow\quad {f_of_y} = {x}",
            f"{name} answers the question of which number {inverse.of} takes to {x}.",
        ),
        Step(
            "Both sides differentiated",
            rf"{formula_latex(slope_of_y)} \cdot {rate} = 1",
            f"The chain rule on the left, for {y.name} depends on {x}; on the right the slope of {x} itself.",
        ),
        Step(
            "Inverse function rule",
            rows(
                rate, formula_latex(over(ONE, slope_of_y)), formula_latex(undone), formula_latex(node.after)
            ),
            inverse.last,
            formula_check(undone, node.part, x, where, "The inverse function rule"),
        ),
    )
