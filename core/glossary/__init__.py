"""Every term of the course in a line, with the lesson that shows it."""

from core.glossary.derivative_rules import DERIVATIVE_RULES
from core.glossary.descent import DESCENT
from core.glossary.gradient import GRADIENT
from core.glossary.hessian_newton import HESSIAN_NEWTON
from core.glossary.learning import LEARNING
from core.glossary.limits import LIMITS
from core.glossary.numerical_error import NUMERICAL_ERROR
from core.glossary.searching import found
from core.glossary.term import Term

__all__ = ["TERMS", "Term", "found", "letters", "term"]

TERMS: dict[str, Term] = {
    one.key: one
    for one in sorted(
        (
            *LIMITS,
            *NUMERICAL_ERROR,
            *DERIVATIVE_RULES,
            *GRADIENT,
            *HESSIAN_NEWTON,
            *DESCENT,
            *LEARNING,
        ),
        key=lambda one: one.key,
    )
}
"""The terms by their key, in the order of the alphabet."""


def term(key: str) -> Term:
    """The term of this key; LookupError with its name for one there is not."""
    if key not in TERMS:
        raise LookupError(f"the glossary has no term {key}")
    return TERMS[key]


def letters() -> tuple[str, ...]:
    """The letters that a term begins with.

    >>> letters()[:3]
    ('A', 'B', 'C')
    """
    return tuple(sorted({one.letter for one in TERMS.values()}))
