"""The language people type: `parse` makes an `Expression` of a text or raises an `ExpressionError`."""

from core.expression.expression import Expression
from core.expression.language_errors import ExpressionError, UnfinishedExpression
from core.expression.reading import parse

__all__ = ["Expression", "ExpressionError", "UnfinishedExpression", "parse"]
