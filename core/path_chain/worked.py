"""The chain rule along a path as worked steps: the rule in formulas, then the numbers of one moment."""

from collections.abc import Callable
from functools import lru_cache, partial
from math import isfinite, isnan

import numpy as np

from core.computational_graph import Dependencies, path_steps
from core.derivation import differentiate
from core.derivation.writing.hand import rows
from core.gradient import gradient_field, slope_check
from core.jacobian.checking import compared, quotient_check, worst
from core.numbers import number_latex
from core.path_chain.moving import Moving, PathChain
from core.steps import Check, LazySteps, Step
from core.substitution import as_factor, column, formula_latex, substituted_latex


def path_chain_steps(chain: PathChain, moving: Moving) -> LazySteps:
    """The paths of the rule as formulas, then the numbers at one t where the point has a place."""
    makers: list[Callable[[], Step]] = [partial(_symbolic, chain.tree, k) for k in range(_count(chain.tree))]
    if np.isfinite([*moving.place, moving.value]).all():
        numbers = (_place, _velocity, _gradient, _dot_product, _on_its_own)
        makers += [partial(step, chain, moving) for step in numbers]
    return LazySteps(makers)


@lru_cache(maxsize=16)
def _paths(tree: Dependencies) -> tuple[Step, ...]:
    return path_steps(tree)


def _symbolic(tree: Dependencies, k: int) -> Step:
    return _paths(tree)[k]


def _count(tree: Dependencies) -> int:
    """The rule, two edges for each input, and three lines of the sum."""
    return 1 + 2 * len(tree.partials) + 3


def _put_in(formulas: list[str], numbers: list[float]) -> tuple[str, str]:
    return column(formulas), column([number_latex(value) for value in numbers])


def _place(chain: PathChain, moving: Moving) -> Step:
    t = chain.tree.variable
    formulas = [substituted_latex(path.tree, {t: moving.t}) for path in (chain.x, chain.y)]
    left = rf"\begin{{pmatrix}} x \\ y \end{{pmatrix}}\left({number_latex(moving.t)}\right)"
    sentence = "A coordinate against the same formula in 50 digits."
    checks = [
        compared(sentence, value, path.precise(moving.t))
        for value, path in zip(moving.place.tolist(), (chain.x, chain.y), strict=True)
    ]
    shown = rows(left, *_put_in(formulas, moving.place.tolist()))
    return Step("Where the point is", shown, f"{t} put into both functions.", worst(checks))


def _velocity(chain: PathChain, moving: Moving) -> Step:
    t = chain.tree.variable
    formulas = [substituted_latex(slope.formula.tree, {t: moving.t}) for slope in chain.tree.slopes.values()]
    left = r"\begin{pmatrix} x' \\ y' \end{pmatrix}"
    checks = [slope_check(path, (moving.t,)) for path in (chain.x, chain.y)]
    shown = rows(left, *_put_in(formulas, moving.velocity.tolist()))
    why = "The velocity: where the point is heading, and how fast."
    return Step("How the point moves", shown, why, worst(checks))


def _gradient(chain: PathChain, moving: Moving) -> Step:
    values = dict(zip(chain.z.variables, moving.place.tolist(), strict=True))
    partials = [one.formula.tree for one in chain.tree.partials.values()]
    formulas = [substituted_latex(tree, values) for tree in partials]
    shown = rows(
        r"\nabla z", column(list(map(formula_latex, partials))), *_put_in(formulas, moving.gradient.tolist())
    )
    why = "The slopes of z along x and y, where the point is."
    return Step("The gradient there", shown, why, slope_check(chain.z, moving.place.tolist()))


def _dot_product(chain: PathChain, moving: Moving) -> Step:
    t = chain.tree.variable
    factors = [
        rf"{as_factor(number_latex(slope))} \cdot {as_factor(number_latex(speed))}"
        for slope, speed in zip(moving.gradient.tolist(), moving.velocity.tolist(), strict=True)
    ]
    rule = r"\nabla z \cdot \begin{pmatrix} x' \\ y' \end{pmatrix}"
    shown = rows(_rate_name(t), rule, " + ".join(factors), number_latex(moving.rate))
    return Step("Gradient times velocity", shown, chain.sentence(moving), rate_check(chain, moving))


def _on_its_own(chain: PathChain, moving: Moving) -> Step:
    """z(t) as one function of t, differentiated without the rule for two inputs."""
    t, composite = chain.tree.variable, chain.tree.composite
    derivation = differentiate(composite, t)
    slope = derivation.formula.tree
    found = float(gradient_field(composite).at((moving.t,))[1][0])
    whole = rf"\frac{{d}}{{d{t}}}\left({formula_latex(composite.tree)}\right)"
    put_in = substituted_latex(slope, {t: moving.t})
    shown = rows(_rate_name(t), whole, formula_latex(slope), put_in, number_latex(found))
    why = f"x and y are put in first, and z is a function of {t} alone: the same number."
    if isfinite(found) and isnan(moving.rate):
        why = "Along this path z has a slope all the same: the rule asks for a gradient to find it."
    return Step("Without the two paths", shown, why, _own_check(chain, moving, found), derivation.steps)


def _own_check(chain: PathChain, moving: Moving, found: float) -> Check:
    subject = "The derivative of z as one function"
    if isnan(moving.rate):
        return quotient_check(chain.tree.composite, (moving.t,), 0, found, subject)
    return compared(f"{subject} against gradient times velocity.", found, moving.rate, moving.size)


def rate_check(chain: PathChain, moving: Moving) -> Check:
    """dz/dt against the difference quotient of z(x(t), y(t)); without a gradient there is none to compare."""
    subject = "Gradient times velocity"
    if isnan(moving.rate):
        return compared(f"{subject} needs a gradient and a velocity.", moving.rate, moving.rate)
    return quotient_check(chain.tree.composite, (moving.t,), 0, moving.rate, subject, moving.size)


def _rate_name(t: str) -> str:
    return rf"\frac{{dz}}{{d{t}}}"
