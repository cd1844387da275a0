"""The chain rule for two inputs as worked steps: the paths, each edge with its derivative, all of it in t."""

from core.computational_graph.dependencies import Dependencies
from core.derivation.derivation import Derivation
from core.derivation.writing.hand import coloured, rows
from core.steps import Step
from core.substitution import as_factor, formula_latex


def path_steps(tree: Dependencies) -> tuple[Step, ...]:
    """The rule over all paths, a step for each edge, and the sum, each path in its colour throughout."""
    edges = (step for k, name in enumerate(tree.partials) for step in _edges(tree, name, k))
    return (_rule(tree), *edges, *_sum(tree))


def _rule(tree: Dependencies) -> Step:
    t = tree.variable
    paths = [rf"{_partial(name)} \cdot {_slope(name, t)}" for name in tree.partials]
    why = f"Each path from z down to {t} brings the product of its edges, and the paths add up."
    return Step("Chain rule over all paths", rows(_slope("z", t), _in_colours(paths)), why)


def _edges(tree: Dependencies, name: str, k: int) -> tuple[Step, Step]:
    """The two edges of one path."""
    t = tree.variable
    still = "The other inputs stand still." if len(tree.partials) > 1 else "There is no other input."
    return (
        _edge(f"Edge from z to {name}", _partial(name), tree.partials[name], k, still),
        _edge(
            f"Edge from {name} to {t}", _slope(name, t), tree.slopes[name], k, f"{name} depends on {t} alone."
        ),
    )


def _edge(title: str, name: str, derivation: Derivation, k: int, why: str) -> Step:
    shown = rows(coloured(name, k), formula_latex(derivation.formula.tree))
    check = derivation.checks[0] if derivation.checks else None
    return Step(title, shown, why, check, derivation.steps)


def _sum(tree: Dependencies) -> tuple[Step, Step, Step]:
    t, name = tree.variable, _slope("z", tree.variable)
    products = [
        r" \cdot ".join(
            as_factor(formula_latex(one.formula.tree)) for one in (tree.partials[x], tree.slopes[x])
        )
        for x in tree.partials
    ]
    whole, last = formula_latex(tree.total), formula_latex(tree.formula.tree)
    inputs = " and ".join(tree.partials)
    return (
        Step("Edges multiplied, paths added", rows(name, _in_colours(products)), "The rule, with its edges."),
        Step(
            f"Everything in {t}", rows(name, whole), f"{inputs} as functions of {t}.", tree.check(tree.total)
        ),
        Step(
            "Simplify",
            rows(name, *dict.fromkeys((whole, last))),
            tree.simplification.sentence,
            tree.check(tree.formula.tree),
        ),
    )


def _in_colours(texts: list[str]) -> str:
    return " + ".join(coloured(text, k) for k, text in enumerate(texts))


def _partial(name: str) -> str:
    return rf"\frac{{\partial z}}{{\partial {name}}}"


def _slope(name: str, t: str) -> str:
    return rf"\frac{{d{name}}}{{d{t}}}"
