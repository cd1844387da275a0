"""The Jacobian as worked steps: its shape, every entry, the numbers, the determinant."""

from collections.abc import Callable
from functools import partial

from core.derivation.writing.hand import rows
from core.jacobian.checking import AGAINST, compared, exact, quotient_check, worst
from core.jacobian.matrix import Jacobian, LocalMap, determinant, jacobian
from core.jacobian.typed import VectorFunction
from core.jacobian.volume import determinant_formula
from core.jacobian.writing import (
    arguments,
    entry_names,
    entry_title,
    matrix_latex,
    numbers_latex,
    place_latex,
)
from core.numbers import number_latex
from core.quotients import central
from core.steps import Check, LazySteps, Step
from core.substitution import formula_latex, substituted_latex

_COUNTS = {1: "One", 2: "Two", 3: "Three"}


def jacobian_steps(local: LocalMap) -> LazySteps:
    """All steps for a point, each worked out when it is asked for."""
    matrix = jacobian(local.function)
    m, n = local.function.shape
    makers: list[Callable[[], Step]] = [partial(_shape, local.function)]
    makers += [partial(_entry, matrix, i, j) for i in range(m) for j in range(n)]
    makers += [partial(_formulas, matrix), partial(_numbers, matrix, local)]
    if m == n > 1:
        makers.append(partial(_determinant, matrix, local))
    return LazySteps(makers)


def _shape(function: VectorFunction) -> Step:
    m, n = function.shape
    shown = rows("J", matrix_latex(entry_names(function)))
    inputs = f"{_COUNTS[n].lower()} input{'s make' if n > 1 else ' makes'} {n} column{'s' if n > 1 else ''}"
    outputs = f"{_COUNTS[m]} output{'s make' if m > 1 else ' makes'} {m} row{'s' if m > 1 else ''}"
    known = ""
    if m == 1 and n > 1:
        known = " One row is the gradient, lying down."
    if n == 1 and m > 1:
        known = f" One column is the velocity along {function.inputs[0]}."
    return Step(f"A matrix of {m} × {n}", shown, f"{outputs}, {inputs}.{known}")


def _entry(matrix: Jacobian, i: int, j: int) -> Step:
    function, derivation = matrix.function, matrix.entries[i][j]
    held = [name for name in function.inputs if name != function.inputs[j]]
    still = f" {' and '.join(held)} {'stands' if len(held) == 1 else 'stand'} still." if held else ""
    return Step(
        entry_title(function, i, j),
        rows(entry_names(function)[i][j], formula_latex(derivation.formula.tree)),
        f"How fast output {i + 1} changes when {function.inputs[j]} moves.{still}",
        worst(derivation.checks) if derivation.checks else None,
        derivation.steps,
    )


def _formulas(matrix: Jacobian) -> Step:
    written = matrix_latex([[formula_latex(tree) for tree in row] for row in matrix.formulas])
    why = "Row i holds the slopes of output i, column j what moving input j does to all outputs."
    return Step("The matrix", rows(f"J{arguments(matrix.function)}", written), why)


def _numbers(matrix: Jacobian, local: LocalMap) -> Step:
    values = dict(zip(local.function.inputs, local.point, strict=True))
    put_in = [[substituted_latex(tree, values) for tree in row] for row in matrix.formulas]
    m, n = local.function.shape
    entries = tuple(_entry_number(local, put_in[i][j], i, j) for i in range(m) for j in range(n))
    shown = rows(f"J{place_latex(local.point)}", matrix_latex(put_in), numbers_latex(local.matrix.tolist()))
    checks = [step.check for step in entries if step.check is not None]
    return Step(
        "Numbers put in",
        shown,
        local.missing or "One number for each pair of an output and an input.",
        worst(checks),
        entries if len(entries) > 1 else (),
    )


def _entry_number(local: LocalMap, put_in: str, i: int, j: int) -> Step:
    slope = float(local.matrix[i, j])
    subject = f"The slope of {local.function.names[i]} along {local.function.inputs[j]}"
    return Step(
        entry_title(local.function, i, j),
        rows(entry_names(local.function)[i][j], put_in, number_latex(slope)),
        "The formula with the numbers of the point.",
        quotient_check(local.function.components[i], local.point, j, slope, subject),
    )


def _determinant(matrix: Jacobian, local: LocalMap) -> Step:
    whole, short = determinant_formula(matrix)
    value = local.determinant
    if value is None:
        raise ValueError("only a square matrix has a determinant")
    values = dict(zip(local.function.inputs, local.point, strict=True))
    formulas = [formula_latex(whole), formula_latex(short.tree), substituted_latex(short.tree, values)]
    shown = rows(r"\det J", *dict.fromkeys((*formulas, number_latex(value))))
    return Step("Determinant", shown, _growth(value, len(values)), determinant_check(local, value))


def _growth(value: float, dimension: int) -> str:
    """What a determinant says of a small square or cube."""
    small, size = ("square", "area") if dimension == 2 else ("cube", "volume")
    if value != value:
        return "Without all its entries a matrix has no determinant."
    if value == 0:
        return f"A small {small} is flattened: its image has no {size} to first order."
    sides = "the order of its sides stays" if value > 0 else "it is mirrored, which the minus sign says"
    return f"The {size} of a small {small} is multiplied by |det J|, and {sides}."


def determinant_check(local: LocalMap, value: float) -> Check:
    """det J against the determinant of the difference quotients themselves, in many digits."""
    place, n = exact(local.point), len(local.point)
    quotients = [[central(f, place, axis) for axis in range(n)] for f in local.function.components]
    size = determinant(abs(local.matrix).tolist(), sign=1)
    # At a corner the central quotient is a number, and the matrix rightly has none.
    second = float("nan") if value != value else determinant(quotients)
    return compared(f"The determinant of the matrix {AGAINST}", value, second, float(size))
