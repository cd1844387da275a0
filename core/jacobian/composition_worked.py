"""The chain rule for vector functions as worked steps."""

from functools import partial

from core.derivation.checking import formula_check, pair_check, places
from core.derivation.writing.hand import rows
from core.expression.tree import Node
from core.jacobian.checking import compared, worst
from core.jacobian.composition import Composition, Formulas, summed
from core.jacobian.matrix import NOISE, Jacobian, jacobian
from core.jacobian.writing import arguments, entry_title, matrix_latex, numbers_latex, place_latex
from core.steps import Check, LazySteps, Step
from core.substitution import column, formula_latex


def composition_steps(both: Composition, point: tuple[float, ...]) -> LazySteps:
    """The matrices as formulas, their product, the Jacobian of the composition itself, and the numbers."""
    outer, inner, whole = (jacobian(function) for function in (both.outer, both.inner, both.whole))
    u, x = arguments(both.outer), arguments(both.inner)
    one = "Every entry as on its own: one output, one input."
    return LazySteps(
        [
            partial(_composed, both),
            partial(_matrix, "Jacobian of the outer function", f"J_f{u}", outer, one),
            partial(_matrix, "Jacobian of the inner function", f"J_g{x}", inner, one),
            partial(_inside, both),
            partial(_product, both),
            partial(_direct, both, whole),
            partial(_numbers, both, point),
        ]
    )


def _composed(both: Composition) -> Step:
    written = column([formula_latex(f.tree) for f in both.whole.components])
    names = ", ".join(both.outer.inputs)
    why = f"The outputs of g are put in for {names}."
    return Step("One inside the other", rows(rf"\left(f \circ g\right){arguments(both.inner)}", written), why)


def _matrix(title: str, name: str, matrix: Jacobian, why: str) -> Step:
    checks = [check for row in matrix.entries for entry in row for check in entry.checks]
    return Step(title, rows(name, _written(matrix.formulas)), why, worst(checks) if checks else None)


def _inside(both: Composition) -> Step:
    name = rf"J_f\left(g{arguments(both.inner)}\right)"
    why = "The outer slopes are needed where the outer function is used: at the value of the inner one."
    return Step("The outer slopes at g", rows(name, _written(both.outer_inside)), why)


def _product(both: Composition) -> Step:
    names = rf"J_f\left(g{arguments(both.inner)}\right) \cdot J_g{arguments(both.inner)}"
    inner = jacobian(both.inner).formulas
    entries = tuple(
        _entry(both, i, j) for i in range(both.whole.shape[0]) for j in range(both.whole.shape[1])
    )
    checks = [step.check for step in entries if step.check is not None]
    factors = rf"{_written(both.outer_inside)} \cdot {_written(inner)}"
    return Step(
        "The product",
        rows(names, factors, _written(both.product)),
        "Row times column: over every output of g one path, and the paths add up.",
        worst(checks) if checks else None,
        entries,
    )


def _entry(both: Composition, i: int, j: int) -> Step:
    total = summed(both.outer_inside[i], [row[j] for row in jacobian(both.inner).formulas])
    f, name = both.whole.components[i], both.whole.inputs[j]
    where = places(f.tree, name, f.variables, total)
    lines = dict.fromkeys(map(formula_latex, (total, both.product[i][j])))
    return Step(
        entry_title(both.whole, i, j),
        rows(rf"\left(J_f J_g\right)_{{{i + 1}{j + 1}}}", *lines),
        f"Row {i + 1} of the first matrix times column {j + 1} of the second.",
        formula_check(both.product[i][j], f.tree, name, where, "This entry"),
    )


def _direct(both: Composition, whole: Jacobian) -> Step:
    checks = [
        check
        for i, row in enumerate(whole.entries)
        for j, entry in enumerate(row)
        if (check := _same(both.product[i][j], entry.formula.tree, both, i, j)) is not None
    ]
    name = rf"J_{{f \circ g}}{arguments(both.inner)}"
    why = "The composition differentiated on its own, without the chain rule for matrices: the same matrix."
    return Step(
        "Without the product", rows(name, _written(whole.formulas)), why, worst(checks) if checks else None
    )


def _same(product: Node, direct: Node, both: Composition, i: int, j: int) -> Check | None:
    f, name = both.whole.components[i], both.whole.inputs[j]
    where = places(f.tree, name, f.variables, direct)
    compared_ = "The entry of the product against the derivative of the composition, both in 50 digits"
    return pair_check(product, direct, name, where, compared_)


def _numbers(both: Composition, point: tuple[float, ...]) -> Step:
    outside, inside, whole = both.at(point)
    product, sizes = outside.matrix @ inside.matrix, abs(outside.matrix) @ abs(inside.matrix)
    product[abs(product) <= NOISE * sizes] = 0.0
    sentence = "An entry of the product against that of the composition's own Jacobian at the point."
    triples = zip(product.flat, whole.matrix.flat, sizes.flat, strict=True)
    checks = [compared(sentence, float(a), float(b), float(size)) for a, b, size in triples]
    factors = rf"{numbers_latex(outside.matrix.tolist())} \cdot {numbers_latex(inside.matrix.tolist())}"
    why = inside.missing or outside.missing or "The inner point gives the numbers of both matrices."
    shown = rows(rf"J_{{f \circ g}}{place_latex(point)}", factors, numbers_latex(product.tolist()))
    return Step("Numbers put in", shown, why, worst(checks))


def _written(formulas: Formulas) -> str:
    return matrix_latex([[formula_latex(tree) for tree in row] for row in formulas])
