"""What a small change of each argument does to each function of the language: one table, `PARTIALS`.

A rule is a formula of the language itself, so it has the domain, the float64 program, the many digits and the
LaTeX of any other formula. Where a function has a corner or a jump its rule has no line, and so no value.
"""

from fractions import Fraction
from functools import lru_cache

from core.expression import parse
from core.expression.powers import exact_value
from core.expression.tree import (
    Binary,
    Branch,
    Call,
    Condition,
    Constant,
    Negate,
    Node,
    Number,
    Piecewise,
    Variable,
)

U, V = Variable("x"), Variable("y")
"""The arguments, as the rules write them: the language has no other names."""

PARTIALS: dict[str, tuple[str, ...]] = {
    "sin": ("cos(x)",),
    "cos": ("-sin(x)",),
    "tan": ("1 + tan(x)^2",),
    "sec": ("sec(x) tan(x)",),
    "csc": ("-csc(x) cot(x)",),
    "cot": ("-(1 + cot(x)^2)",),
    "asin": ("1/sqrt((1 - x)(1 + x))",),
    "acos": ("-1/sqrt((1 - x)(1 + x))",),
    "atan": ("1/(1 + x^2)",),
    "sinh": ("cosh(x)",),
    "cosh": ("sinh(x)",),
    "tanh": ("1/cosh(x)^2",),
    "asinh": ("1/sqrt(1 + x^2)",),
    "acosh": ("1/(sqrt(x - 1) sqrt(x + 1))",),
    "atanh": ("1/((1 - x)(1 + x))",),
    "exp": ("e^x",),
    "log": ("1/x",),
    "log2": ("1/(x log(2))",),
    "log10": ("1/(x log(10))",),
    "sqrt": ("1/(2 sqrt(x))",),
    "cbrt": ("1/(3 cbrt(x)^2)",),
    "abs": ("{x < 0: -1, x > 0: 1}",),
    "sign": ("{x < 0: 0, x > 0: 0}",),
    "floor": ("{floor(x) < x: 0}",),
    "ceil": ("{x < ceil(x): 0}",),
    "erf": ("2/sqrt(pi) e^(-x^2)",),
    "sigmoid": ("sigmoid(x) sigmoid(-x)",),
    "relu": ("{x < 0: 0, x > 0: 1}",),
    "softplus": ("sigmoid(x)",),
    "step": ("{x < 0: 0, x > 0: 0}",),
    "+": ("1", "1"),
    "-": ("1", "-1"),
    "*": ("y", "x"),
    "/": ("1/y", "-x/y^2"),
    "^": ("y x^(y - 1)", "x^y log(x)"),
    "log of base": ("1/(x log(y))", "-log(x)/(y log(y)^2)"),
}
"""∂/∂x, and ∂/∂y where there is a second argument y. max, min and fixed powers have rules of their own."""


def partial(node: Node, place: int) -> Node:
    """How the node changes with its argument number `place`, as a tree over the node's own arguments.

    Source: the usual table of derivatives; a^b by its exponent, see `core/expression/powers.py`.

    >>> from core.expression.printer import text
    >>> text(partial(parse("sin(x)").tree, 0)), text(partial(parse("x^3").tree, 0))
    ('cos(x)', '3*x^2')
    """
    match node:
        case Negate():
            return _rule("-", 1)
        case Binary("^", Constant("e"), exponent):
            return put(_rule("exp", 0), {"x": exponent})
        case Binary("^", base, exponent) if (power := exact_value(exponent)) is not None:
            return put(_power_rule(power), {"x": base})
        case Binary(operator, left, right):
            return put(_rule(operator, place), {"x": left, "y": right})
        case Call(("max" | "min") as function, arguments):
            return _ahead(function, arguments, place)
        case Call("log", (argument, base)):
            return put(_rule("log of base", place), {"x": argument, "y": base})
        case Call(function, arguments):
            return put(_rule(function, place), {"x": arguments[0]})
    raise TypeError(f"{type(node).__name__} has no rule of its own")


def put(node: Node, arguments: dict[str, Node]) -> Node:
    """The tree with a tree in place of each of these variables."""

    def within(part: Node) -> Node:
        return put(part, arguments)

    def condition(chain: Condition) -> Condition:
        return Condition(tuple(map(within, chain.operands)), chain.relations)

    match node:
        case Variable(name):
            return arguments.get(name, node)
        case Negate(operand):
            return Negate(within(operand))
        case Binary(operator, left, right):
            return Binary(operator, within(left), within(right))
        case Call(function, below):
            return Call(function, tuple(map(within, below)))
        case Piecewise(branches, otherwise):
            lines = tuple(Branch(condition(line.condition), within(line.value)) for line in branches)
            return Piecewise(lines, None if otherwise is None else within(otherwise))
        case _:
            return node


@lru_cache(maxsize=256)
def _rule(name: str, place: int) -> Node:
    return parse(PARTIALS[name][place], ("x", "y")).tree


def _power_rule(power: Fraction) -> Node:
    """d/dx x^r → r·x^(r−1), for an exact r."""
    if power == 0:
        return _number(Fraction(0))
    raised = Binary("^", U, _number(power - 1))
    match power:
        case 1:
            return _number(power)
        case 2:
            return Binary("*", _number(power), U)
        case _:
            return Binary("*", _number(power), raised)


def _ahead(function: str, arguments: tuple[Node, ...], place: int) -> Node:
    """1 where this argument of max or min is ahead of the others, 0 where another is, nothing at a tie."""
    others = (*arguments[:place], *arguments[place + 1 :])
    rest = others[0] if len(others) == 1 else Call(function, others)
    behind, ahead = (rest, arguments[place]) if function == "max" else (arguments[place], rest)
    one, zero = _number(Fraction(1)), _number(Fraction(0))
    wins, loses = Condition((behind, ahead), ("<",)), Condition((ahead, behind), ("<",))
    return Piecewise((Branch(wins, one), Branch(loses, zero)), None)


def _number(value: Fraction) -> Node:
    size = Number(Fraction(abs(value.numerator)))
    if value.denominator != 1:
        whole: Node = Binary("/", size, Number(Fraction(value.denominator)))
    else:
        whole = size
    return Negate(whole) if value < 0 else whole
