"""What a tree may cost, checked before SymPy sees it: every number of the language's limits stands here."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.expression.language_errors import ExpressionError
from core.expression.measure import Measure, measure, post_order
from core.expression.numeric import Program
from core.expression.printer import text
from core.expression.reach import Reach, hidden_digits, hidden_power, reach
from core.expression.tree import Binary, Node, Variable, children

MOST_NODES = 150
LARGEST_POWER = 100
LARGEST_POWER_OF_A_SUM = 30
LONGEST_HIDDEN_POWER = 20
"""In powers of two: a whole number of 2^20 binary digits takes no time to work out."""

LONGEST_ROUNDED = 190
"""Binary digits of what floor and ceil may have to work out; fewer than are counted of a denominator.

SymPy rounds with 100 decimal digits. Where those do not decide it compares exactly, and may raise 99 to a
power of a hundred digits, which nothing can interrupt.
"""

LARGEST_MAGNITUDE = 1e30
"""In powers of two: the exponent of a number that many-digit arithmetic still works with quickly."""

_LONGEST_QUOTE = 40
_BY_ZERO = "Dividing by zero has no value."


@dataclass(frozen=True, slots=True)
class Limit:
    """The most a measure may be, and the sentence for more."""

    measure: str
    most: float
    sentence: str


LIMITS = (
    Limit("depth", 25, "This formula is nested more than 25 levels deep."),
    Limit("functions", 6, "More than 6 functions stand within one another."),
    Limit("towers", 2, "More than 2 powers with a variable in the exponent stand within one another."),
    Limit(
        "degree",
        LARGEST_POWER * LARGEST_POWER_OF_A_SUM,
        "The powers within one another multiply to more than 3000.",
    ),
    Limit(
        "polynomial", 30_000, "The powers here have too many digits: write them with fewer, as in x^0.618."
    ),
    Limit(
        "bits_inside",
        2_000,
        "Worked out exactly, a number inside this function would have more than 600 digits.",
    ),
    # 3000 decimal digits: Python prints whole numbers up to 4300
    Limit("bits", 10_000, "Worked out exactly, a number in this part would have more than 3000 digits."),
)


def guard(tree: Node, starts: Mapping[int, int]) -> None:
    """Raises ExpressionError where the tree is too large to work with, or a constant in it is no real number.

    `starts` tells where each node begins in the text, by id.
    """
    nodes = tuple(post_order(tree))
    if len(nodes) > MOST_NODES:
        sentence = f"This formula has {len(nodes)} numbers, names and signs; the most is {MOST_NODES}."
        raise ExpressionError(sentence, starts[id(nodes[MOST_NODES])])
    values = constant_values(nodes, starts)
    _limit_sizes(nodes, values, starts)
    _limit_hidden_numbers(nodes, starts)


def _limit_sizes(nodes: Sequence[Node], values: Mapping[int, float], starts: Mapping[int, int]) -> None:
    measures: dict[int, Measure] = {}
    for node in nodes:
        below = [measures[id(child)] for child in children(node)]
        if isinstance(node, Binary):
            _check_operands(node, below[0], values, starts)
        measures[id(node)] = size = measure(node, below, values)
        for limit in LIMITS:
            if getattr(size, limit.measure) > limit.most:
                raise ExpressionError(limit.sentence, starts[id(node)])


def _limit_hidden_numbers(nodes: Sequence[Node], starts: Mapping[int, int]) -> None:
    reaches: dict[int, Reach] = {}
    for node in nodes:
        below = [reaches[id(child)] for child in children(node)]
        if hidden_power(node, below) > LONGEST_HIDDEN_POWER:
            sentence = "The numbers in this exponent are too large or have too many digits for exact work."
            raise ExpressionError(sentence, starts[id(node)])
        reaches[id(node)] = bound = reach(node, below)
        if hidden_digits(node, below) > LONGEST_ROUNDED or bound.size > LARGEST_MAGNITUDE:
            raise ExpressionError(
                "The numbers in this part can become too large for exact work.", starts[id(node)]
            )


def constant_values(nodes: Sequence[Node], starts: Mapping[int, int]) -> dict[int, float]:
    """The float64 value of every subtree without variables, by id; nodes come in post-order.

    Raises ExpressionError for the first that is no real number or exceeds float64.
    """
    constants: dict[int, Node] = {}
    for node in nodes:
        below = children(node)
        if not isinstance(node, Variable) and all(id(child) in constants for child in below):
            constants[id(node)] = node
    results = Program(tuple(constants.values()), ())()
    values = {key: float(result) for key, result in zip(constants, results, strict=True)}
    for key, node in constants.items():
        if not math.isfinite(values[key]):
            raise _no_value(node, values, starts)
    return values


def _no_value(node: Node, values: Mapping[int, float], starts: Mapping[int, int]) -> ExpressionError:
    if math.isinf(values[id(node)]):
        return ExpressionError(
            "This number is too large: computers reckon up to about 1.8e308.", starts[id(node)]
        )
    if isinstance(node, Binary) and node.operator == "/" and values[id(node.right)] == 0:
        return ExpressionError(_BY_ZERO, starts[id(node.right)])
    if isinstance(node, Binary) and node.operator == "^" and values[id(node.left)] == 0:
        return ExpressionError("Zero to a negative power has no value: it divides by zero.", starts[id(node)])
    quote = text(node).replace("-", "−")
    subject = quote if len(quote) <= _LONGEST_QUOTE else "This part"
    return ExpressionError(f"{subject} has no real value.", starts[id(node)])


def _check_operands(
    node: Binary, base: Measure, values: Mapping[int, float], starts: Mapping[int, int]
) -> None:
    """Refuses u/0, too large constant powers, and (−2)^x."""
    left, right = values.get(id(node.left)), values.get(id(node.right))
    place = starts[id(node.right)]
    if node.operator == "/" and right == 0:
        raise ExpressionError(_BY_ZERO, place)
    if node.operator != "^":
        return
    if right is None and left is not None and left < 0:
        sentence = "A negative number to a power with a variable in it has no real value."
        raise ExpressionError(sentence, starts[id(node.left)])
    if right is not None and abs(right) > LARGEST_POWER:
        raise ExpressionError(f"Constant powers go up to {LARGEST_POWER}; this one is larger.", place)
    if right is not None and base.plain_sum and abs(right) > LARGEST_POWER_OF_A_SUM:
        sentence = f"Powers of a sum go up to {LARGEST_POWER_OF_A_SUM}; this one is larger."
        raise ExpressionError(sentence, place)
