"""The limit of a sequence from its first terms."""

from collections.abc import Sequence
from typing import Any


def extrapolated(terms: Sequence[Any]) -> tuple[Any, Any]:
    """(limit, error) of mpf terms by Wynn's epsilon algorithm; the error is the last change of the estimate.

    Exact for L + Σ cᵢ·λᵢᵏ with few distinct λᵢ: on a geometric sequence of distances that is every expansion
    in powers, whole or not. The repeated Richardson extrapolation for exponents nobody has to know.
    Source: P. Wynn, On a device for computing the e_m(S_n) transformation, 1956.

    >>> from core.expression.precise import context
    >>> limit, error = extrapolated([2 + context(30).mpf(2) ** -k for k in range(8)])
    >>> abs(limit - 2) < 1e-25 and error < 1e-25
    True
    """
    before = [terms[0] * 0] * (len(terms) + 1)
    row = list(terms)
    best, error = row[-1], abs(row[-1] - row[-2])
    for column in range(1, len(terms)):
        following = []
        for k in range(len(row) - 1):
            gap = row[k + 1] - row[k]
            if not gap:
                # a constant end has arrived; two equal terms before it are a coincidence, and end the table
                arrived = column % 2 and row[-1] == row[-2] == row[-3 % len(row)]
                return (row[-1], gap) if arrived else (best, error)
            following.append(before[k + 1] + 1 / gap)
        before, row = row, following
        if column % 2 == 0 and len(row) > 1 and abs(row[-1] - row[-2]) < error:
            best, error = row[-1], abs(row[-1] - row[-2])
    return best, error
