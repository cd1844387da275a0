"""parse: text → Expression, one room after the other."""

from core.expression.expression import Expression
from core.expression.guard import guard
from core.expression.heading import without_heading
from core.expression.language_errors import UnfinishedExpression
from core.expression.names import resolve
from core.expression.parser import Parser
from core.expression.symbolic_guard import guard_symbols
from core.expression.tokens import tokenize


def parse(text: str, variables: tuple[str, ...] = ("x",)) -> Expression:
    """The function that a text of the language means.

    Raises ExpressionError, or UnfinishedExpression where the text may become a function by typing on; both
    carry the position. Any text at all ends in one of the three, after a bounded amount of work.

    >>> str(parse("2(x+1)(x-3)"))
    '2*(x + 1)*(x - 3)'
    """
    typed = tokenize(text)
    formula = without_heading(typed, variables)
    if formula[0].kind == "end":
        raise UnfinishedExpression(f"Type a function of {' and '.join(variables)}.", formula[0].start)
    parser = Parser(resolve(formula, variables))
    tree = parser.tree()
    guard(tree, parser.starts)
    guard_symbols(tree, parser.starts)
    return Expression(text, tree, variables)
