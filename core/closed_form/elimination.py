"""Gaussian elimination in exact rationals, with each of its steps on the blackboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.hessian.writing import equals, term, value_latex
from core.steps import Step

Row = tuple[Fraction, ...]


@dataclass(frozen=True)
class Elimination:
    """The solution (p,), None where the equations leave something open; `steps` lead to it."""

    solution: tuple[Fraction, ...] | None
    steps: tuple[Step, ...]


def eliminated(rows: Sequence[Row], names: Sequence[str]) -> Elimination:
    """Solves a₁·u₁ + … + a_p·u_p + c = 0, each row (p + 1) holding the a and c, by elimination upwards.

    The last unknown goes first, as on paper: it is taken out of every row above, then the next, until one row
    has one unknown; then they are put in downwards. The rows are those of a symmetric positive semidefinite
    matrix, so the pivots are on its diagonal, and a pivot of 0 leaves its unknown open.

    >>> found = eliminated([(Fraction(28), Fraction(12), Fraction(-42)), (Fraction(12), Fraction(6),
    ...     Fraction(-20))], ("m", "b"))
    >>> found.solution, len(found.steps)
    ((Fraction(1, 2), Fraction(7, 3)), 3)
    """
    p = len(names)
    table = [tuple(row) for row in rows]
    steps: list[Step] = []
    for pivot in range(p - 1, 0, -1):
        if not table[pivot][pivot]:
            return Elimination(None, tuple(steps))
        for above in range(pivot):
            factor = table[above][pivot] / table[pivot][pivot]
            if factor:
                taken = tuple(a - factor * b for a, b in zip(table[above], table[pivot], strict=True))
                steps.append(_taken_out(table[pivot], table[above], taken, factor, names, pivot))
                table[above] = taken
    if not table[0][0]:
        return Elimination(None, tuple(steps))
    solution: list[Fraction] = []
    for place in range(p):
        steps.append(_put_in(table[place], solution, names, place))
        solution.append(_value(table[place], solution, place))
    return Elimination(tuple(solution), tuple(steps))


def equation(row: Row, names: Sequence[str]) -> str:
    """The row as an equation with 0, in LaTeX; ≈ where its numbers are too long to be written out.

    >>> equation((Fraction(28), Fraction(12), Fraction(-42)), ("m", "b"))
    '28 m + 12 b - 42 = 0'
    """
    return f"{linear(row, names)} {equals(*row)} 0"


def linear(row: Row, names: Sequence[str]) -> str:
    """The same sum alone; 0 where nothing is left of it."""
    terms = " ".join(filter(None, (term(a, name) for a, name in zip(row, (*names, ""), strict=True))))
    return terms.removeprefix("+ ") or "0"


def _value(row: Row, known: Sequence[Fraction], place: int) -> Fraction:
    rest = sum((a * u for a, u in zip(row, known, strict=False)), start=row[-1])
    return -rest / row[place]


def _taken_out(
    pivot: Row, above: Row, taken: Row, factor: Fraction, names: Sequence[str], place: int
) -> Step:
    size = value_latex(factor) if factor > 0 else f"({value_latex(factor)})"
    times = "" if factor == 1 else rf"{size} \cdot "
    sign = equals(*above, *pivot, *taken, factor)
    difference = f"({linear(above, names)}) - {times}({linear(pivot, names)})"
    latex = f"{difference} {sign} {linear(taken, names)} {sign} 0"
    return Step(
        f"Take {plain(names[place])} out",
        latex,
        f"Both sums are 0, so this difference is 0 too, and {plain(names[place])} no longer stands in it.",
    )


def _put_in(row: Row, known: Sequence[Fraction], names: Sequence[str], place: int) -> Step:
    value = _value(row, known, place)
    solved = rf"{names[place]} {equals(value)} {value_latex(value)}"
    if not any(row[:place]):
        why = f"Only {plain(names[place])} is left in this equation."
    else:
        why = "What is known already is put in, and one unknown is left."
    return Step(
        f"Solve for {plain(names[place])}", rf"{equation(row, names)} \quad\Rightarrow\quad {solved}", why
    )


def plain(name: str) -> str:
    """A LaTeX name in a sentence.

    >>> plain("w_1")
    'w₁'
    """
    return name.replace("_", "").translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
