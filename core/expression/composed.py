"""One function put into another: the result stands under the same limits as a typed text."""

from core.errors import CalculusError
from core.expression.expression import Expression
from core.expression.language_errors import ExpressionError
from core.expression.printer import text
from core.expression.reading import parse
from core.expression.tree import Node


def composed(tree: Node, variables: tuple[str, ...]) -> Expression:
    """The function of a tree put together from several; each may be small, and together they may not.

    Raises CalculusError where they are too much: SymPy could take minutes for (t + 1)^30 in (x^90 + y)^29.
    """
    try:
        return parse(text(tree), variables)
    except ExpressionError as error:
        raise CalculusError(f"One function put into the other is too much here. {error}") from error
