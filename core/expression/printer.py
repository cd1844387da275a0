"""Tree → the language's own spelling, so that reading it gives the same tree back."""

from fractions import Fraction

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

SUM, PRODUCT, POWER, ATOM = range(4)
"""How tightly a piece of text holds together."""

# 12345678901234560 and 0.00001 are still readable; beyond, 1e17 and 1e-6
_MOST_PLACES_BEFORE_POINT = 17
_MOST_ZEROS_AFTER_POINT = 4


def text(node: Node) -> str:
    """The canonical text.

    >>> text(Binary("-", Variable("x"), Binary("+", Number(Fraction(1, 10)), Negate(Variable("x")))))
    'x - (0.1 + (-x))'
    """
    match node:
        case Number(value):
            return decimal(value) or f"({value.numerator}/{value.denominator})"
        case Constant(name) | Variable(name):
            return name
        case Negate(operand):
            return f"-{_within(operand, PRODUCT)}"
        case Binary("^", left, right):
            return f"{_within(left, ATOM)}^{_within(right, POWER)}"
        case Binary(("+" | "-") as operator, left, right):
            return f"{text(left)} {operator} {_within(right, PRODUCT)}"
        case Binary(operator, left, right):
            return f"{_within(left, PRODUCT)}{operator}{_within(right, POWER)}"
        case Call(function, arguments):
            return f"{function}({', '.join(text(argument) for argument in arguments)})"
        case Piecewise(branches, otherwise):
            parts = [_branch(branch) for branch in branches]
            return f"{{{', '.join(parts if otherwise is None else [*parts, text(otherwise)])}}}"


def tightness(node: Node) -> int:
    """Where the text of the node may stand without brackets; a minus in front only where a sum may."""
    match node:
        case Negate() | Binary("+" | "-"):
            return SUM
        case Binary("^"):
            return POWER
        case Binary():
            return PRODUCT
        case _:
            return ATOM


def decimal(value: Fraction) -> str | None:
    """The digits of a terminating decimal ≥ 0, None of any other fraction.

    >>> decimal(Fraction(1, 8)), decimal(Fraction(1, 10**20)), decimal(Fraction(1, 3))
    ('0.125', '1e-20', None)
    """
    places = _decimal_places(value.denominator)
    if places is None:
        return None
    digits = str(value.numerator * 10**places // value.denominator)
    point = len(digits) - places
    if -_MOST_ZEROS_AFTER_POINT <= point <= _MOST_PLACES_BEFORE_POINT:
        padded = digits.zfill(places + 1)
        return f"{padded[:-places]}.{padded[-places:]}" if places else padded
    significant = digits.rstrip("0")
    mantissa = f"{significant[0]}.{significant[1:]}".rstrip(".")
    return f"{mantissa}e{point - 1}"


def _decimal_places(denominator: int) -> int | None:
    """The least n with denominator | 10ⁿ: the larger of the powers of 2 and of 5 in it."""
    counts = []
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        counts.append(count)
    return max(counts) if denominator == 1 else None


def _within(node: Node, place: int) -> str:
    return text(node) if tightness(node) >= place else f"({text(node)})"


def _branch(branch: Branch) -> str:
    return f"{_condition(branch.condition)}: {text(branch.value)}"


def _condition(condition: Condition) -> str:
    first, *others = condition.operands
    links = (
        f" {relation} {text(operand)}" for relation, operand in zip(condition.relations, others, strict=True)
    )
    return text(first) + "".join(links)
