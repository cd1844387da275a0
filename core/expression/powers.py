"""What a^b means over the real numbers, the same for every reading of the tree.

The exponent decides. An exact fraction p/q in lowest terms: with odd q the power is real for every base,
(−8)^(1/3) = −2; with even q for bases ≥ 0. Any other exponent (irrational, or with a variable in it): for
positive bases, and 0 to a positive power is 0. 0 to a negative power has no value; u^0 is 1.
"""

from fractions import Fraction

from core.expression.tree import Binary, Negate, Node, Number

LARGEST_EXACT_EXPONENT = 128
LARGEST_EXACT_BITS = 4096


def exact_value(node: Node) -> Fraction | None:
    """The rational number a subtree stands for, None where it is no exact rational.

    >>> exact_value(Negate(Binary("/", Number(Fraction(2)), Number(Fraction(6)))))
    Fraction(-1, 3)
    """
    match node:
        case Number(value):
            return value
        case Negate(operand):
            value_below = exact_value(operand)
            return None if value_below is None else -value_below
        case Binary(operator, left, right):
            first, second = exact_value(left), exact_value(right)
            return None if first is None or second is None else exact_result(operator, first, second)
        case _:
            return None


def exact_result(operator: str, left: Fraction, right: Fraction) -> Fraction | None:
    """left operator right, None where that is undefined, not rational, or too long to be worth it."""
    match operator:
        case "+":
            result = left + right
        case "-":
            result = left - right
        case "*":
            result = left * right
        case "/" if right:
            result = left / right
        case "^" if _is_small_power(left, right):
            result = left ** int(right)
        case _:
            return None
    long = max(abs(result.numerator), result.denominator).bit_length() > LARGEST_EXACT_BITS
    return None if long else result


def _is_small_power(base: Fraction, exponent: Fraction) -> bool:
    whole = exponent.denominator == 1 and abs(exponent) <= LARGEST_EXACT_EXPONENT
    return whole and (exponent >= 0 or base != 0)
