"""Tree → LaTeX in the shape and order it was typed, so that a person sees how the text was read."""

from core.expression.functions import FUNCTIONS
from core.expression.printer import ATOM, POWER, PRODUCT, decimal, tightness
from core.expression.tree import Binary, Call, Condition, Constant, Negate, Node, Number, Piecewise, Variable

_POWER_ON_THE_NAME = frozenset(("sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh"))
_CLOSED = frozenset(("abs", "floor", "ceil"))
_RELATIONS = {"<": "<", "<=": r"\leq", ">": ">", ">=": r"\geq", "=": "="}


def latex(node: Node) -> str:
    r"""LaTeX of the tree: quotients as fractions, products without a sign where digits do not meet.

    >>> latex(Binary("*", Binary("/", Variable("a"), Variable("b")), Variable("x")))
    '\\frac{a}{b} x'
    """
    match node:
        case Number():
            return _number(node)
        case Constant(name):
            return r"\pi" if name == "pi" else name
        case Variable(name):
            return name
        case Negate(operand):
            return f"-{_within(operand, PRODUCT)}"
        case Binary(("+" | "-") as operator, left, right):
            return f"{latex(left)} {operator} {_within(right, PRODUCT)}"
        case Binary("*", left, right):
            return _product(_within(left, PRODUCT), _within(right, POWER))
        case Binary("/", left, right):
            return rf"\frac{{{latex(left)}}}{{{latex(right)}}}"
        case Binary(_, left, right):
            return _power(left, right)
        case Call(function, arguments):
            return FUNCTIONS[function].latex(*(latex(argument) for argument in arguments))
        case Piecewise():
            return _cases(node)


def _number(number: Number) -> str:
    digits = decimal(number.value)
    if digits is None:
        return rf"\frac{{{number.value.numerator}}}{{{number.value.denominator}}}"
    mantissa, _, exponent = digits.partition("e")
    if not exponent:
        return digits
    power = f"10^{{{exponent}}}"
    return power if mantissa == "1" else rf"{mantissa} \cdot {power}"


def _product(left: str, right: str) -> str:
    # 2 3 would read as 23, and 2 ½ as two and a half
    meet = right[0].isdigit() or (left[-1].isdigit() and right.startswith(r"\frac"))
    return rf"{left} \cdot {right}" if meet else f"{left} {right}"


def _power(base: Node, exponent: Node) -> str:
    raised = _exponent(exponent)
    if isinstance(base, Call) and base.function in _POWER_ON_THE_NAME and isinstance(exponent, Number):
        head, bracket, rest = latex(base).partition(r"\left(")
        return f"{head}^{{{raised}}}{bracket}{rest}"
    return f"{_within(base, ATOM)}^{{{raised}}}"


def _exponent(node: Node) -> str:
    """x^{1/3} rather than a small fraction."""
    match node:
        case Binary("/", Number() as left, Number() as right):
            return f"{latex(left)}/{latex(right)}"
        case _:
            return latex(node)


def _cases(piecewise: Piecewise) -> str:
    lines = [
        rf"{latex(branch.value)} & \text{{if }} {_condition(branch.condition)}"
        for branch in piecewise.branches
    ]
    if piecewise.otherwise is not None:
        lines.append(rf"{latex(piecewise.otherwise)} & \text{{otherwise}}")
    return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}"


def _condition(condition: Condition) -> str:
    first, *others = condition.operands
    links = (
        f" {_RELATIONS[relation]} {latex(operand)}"
        for relation, operand in zip(condition.relations, others, strict=True)
    )
    return latex(first) + "".join(links)


def _within(node: Node, place: int) -> str:
    return latex(node) if _tightness(node) >= place else rf"\left({latex(node)}\right)"


def _tightness(node: Node) -> int:
    """As in plain text, but a fraction holds together by its bar, and a name is not raised to a power."""
    match node:
        case Number(value):
            digits = decimal(value)
            return POWER if digits is None else PRODUCT if "e" in digits else ATOM
        case Binary("/"):
            return POWER
        case Call(function):
            return ATOM if function in _CLOSED else POWER
        case Piecewise():
            return POWER
        case _:
            return tightness(node)
