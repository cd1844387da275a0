"""Momentum on a quadratic, on the blackboard: axes, one recursion for each, its roots, the best pair."""

from functools import partial
from math import isfinite

from core.hessian.writing import equals, matrix, value_latex
from core.momentum.analysis import Momentum
from core.momentum.checks import (
    best_beta_check,
    eigen_check,
    joint_check,
    parts_check,
    rate_check,
    recursion_check,
    roots_check,
)
from core.momentum.modes import Mode
from core.momentum.rates import steps_per_digit
from core.numbers import number, number_latex
from core.steps import LazySteps, Step
from core.substitution import as_factor, column

ONE_STEP = 1e-12
"""A factor that is 0 but for the rounding of η."""


def momentum_steps(found: Momentum) -> LazySteps:
    """From the bowl's axes to the best pair (η, β); one step for the roots of each eigenvalue."""
    return LazySteps(
        [
            partial(_axes, found),
            partial(_parts, found),
            partial(_recursion, found),
            *(partial(_roots, found, index) for index in _different(found)),
            partial(_rate, found),
            partial(_best_beta, found),
            partial(_joint_best, found),
        ]
    )


def _different(found: Momentum) -> tuple[int, ...]:
    """The places of different eigenvalues: a round bowl has only one."""
    return (0,) if found.least == found.most else tuple(range(len(found.modes)))


def _axes(found: Momentum) -> Step:
    """H, its eigenvalues and their directions."""
    H = matrix([[value_latex(float(entry)) for entry in row] for row in found.H])
    lines = [rf"H &= {H}"]
    for index, m in enumerate(found.modes):
        along = column([number_latex(round(part, 12) + 0.0, 4) for part in found.eigenvectors[:, index]])
        sign = equals(m.eigenvalue)
        lines.append(
            rf"\lambda_{index + 1} &{sign} {number_latex(m.eigenvalue)} \quad\text{{along}}\quad {along}"
        )
    why = "Along an eigenvector of H the slope is λ times the distance, so each axis can be looked at alone."
    return Step("The axes of the bowl", _aligned(lines), why, eigen_check(found))


def _parts(found: Momentum) -> Step:
    """x₀ − x* in the directions of the eigenvectors."""
    away = column([number_latex(float(part)) for part in found.trace.x[0] - found.minimum])
    shown = [
        rf"e^{{({index + 1})}}_0 &= v_{index + 1} \cdot (x_0 - x^*) {equals(part)} {number_latex(part)}"
        for index, part in enumerate(found.parts[0].tolist())
    ]
    why = (
        "The start's distance from the minimum is split into one part for each axis; no part sees the others."
    )
    return Step(
        "The error, axis by axis", _aligned([rf"x_0 - x^* &= {away}", *shown]), why, parts_check(found)
    )


def _recursion(found: Momentum) -> Step:
    """x_{k+1} − x* along one eigenvector."""
    lines = [
        r"x_{k+1} &= x_k - \eta \nabla f(x_k) + \beta (x_k - x_{k-1})",
        r"e_{k+1} &= e_k - \eta \lambda e_k + \beta (e_k - e_{k-1})",
        r"&= (1 + \beta - \eta\lambda)\, e_k - \beta\, e_{k-1}",
        r"e_k = z^k: \quad 0 &= z^2 - (1 + \beta - \eta\lambda)\, z + \beta",
    ]
    why = "Each error is made of the last two, so two powers zᵏ carry it: those of the roots of a quadratic."
    return Step("One axis: a rule with two memories", _aligned(lines), why, recursion_check(found))


_SENTENCES: dict[str, str] = {
    "over-damped": "Both roots are real and positive: the error creeps in without swinging, over-damped; "
    "more β would be faster here.",
    "critical": "Both roots are the same: critical damping, the fastest there is for this λ.",
    "under-damped": "The roots are a complex pair of size √β = {factor}: the error swings about the minimum, "
    "once in {turn} steps, under-damped; only β sets how fast it fades.",
    "hopping": "Both roots are real and negative: the error changes sides at each step, because ηλ is large.",
    "for ever": "ηλ is exactly 2(1 + β): one root is −1, and the error hops to and fro without fading.",
    "diverging": "ηλ is above 2(1 + β): one root is beyond −1, and the error grows from step to step.",
}


def _roots(found: Momentum, index: int) -> Step:
    """z₁ and z₂ for one eigenvalue, with the numbers put in."""
    m = found.modes[index]
    shown = as_factor(number_latex(m.eigenvalue))
    eta, beta = number_latex(found.rate), number_latex(found.beta)
    inserted = rf"1 + {beta} - {eta} \cdot {shown}"
    linear = rf"1 + \beta - \eta\lambda &= {inserted} {equals(m.linear)} {number_latex(m.linear)}"
    inside = rf"(1 + \beta - \eta\lambda)^2 - 4\beta &{equals(m.discriminant)} {number_latex(m.discriminant)}"
    formula = r"\frac{1 + \beta - \eta\lambda \pm \sqrt{(1 + \beta - \eta\lambda)^2 - 4\beta}}{2}"
    roots = rf"z_{{1,2}} &= {formula} \approx {_pair(m)}"
    why = _SENTENCES[m.kind].format(factor=number(m.factor, 4), turn=number(m.turn, 3))
    title = f"The roots for λ = {number(m.eigenvalue, 4)}"
    return Step(title, _aligned([linear, inside, roots]), why, roots_check(found, index))


def _pair(m: Mode) -> str:
    """Both roots, a complex pair as a ± bi."""
    first, second = m.roots
    if first.imag:
        return rf"{number_latex(first.real, 4)} \pm {number_latex(first.imag, 4)}\,i"
    return rf"{number_latex(first.real, 4)},\; {number_latex(second.real, 4)}"


def _rate(found: Momentum) -> Step:
    """The slowest root, beside what plain descent does with this η."""
    sizes = r",\; ".join(number_latex(m.factor) for m in found.modes)
    lines = [
        rf"\max |z| &= \max\{{{sizes}\}} {equals(found.factor)} {number_latex(found.factor)}",
        rf"\max |1 - \eta\lambda| &{equals(found.descent_factor)} {number_latex(found.descent_factor)}"
        r" \quad\text{without momentum}",
    ]
    return Step("The predicted rate", _aligned(lines), _rate_sentence(found), rate_check(found))


def _rate_sentence(found: Momentum) -> str:
    left = found.factor
    if left >= 1:
        return f"The slowest root is {number(left, 4)} in size, so the run does not settle."
    measured = f", and over its second half the run shows {number(found.measured, 4)}"
    seen = measured if isfinite(found.measured) else ""
    return (
        f"In the end a step leaves {number(left, 4)} of the error{seen}: one more correct digit takes "
        f"{number(steps_per_digit(left), 3)} steps, without momentum {_descent_steps(found)}."
    )


def _descent_steps(found: Momentum) -> str:
    if found.descent_factor < ONE_STEP:
        return "a single step arrives"
    digit = steps_per_digit(found.descent_factor)
    return number(digit, 3) if isfinite(digit) else "it would never come"


def _best_beta(found: Momentum) -> Step:
    """(1 − √(ημ))² up to the joint best η, (1 − √(ηL))² beyond."""
    best, eta = found.best_beta, number_latex(found.rate)
    title = "The best β for this η"
    if best is None:
        bound = rf"\eta \ge \frac{{4}}{{L}} {equals(4 / found.most)} {number_latex(4 / found.most)}"
        why = "ηL must stay below 2(1 + β), and β below 1, so from η = 4/L on no momentum helps."
        return Step(title, bound, why, best_beta_check(found))
    name, eigenvalue = (r"\mu", found.least) if best.set_by == "flattest" else ("L", found.most)
    inserted = rf"\left(1 - \sqrt{{{eta} \cdot {number_latex(eigenvalue)}}}\right)^2"
    lines = [
        rf"\beta &= \left(1 - \sqrt{{\eta {name}}}\right)^2 = {inserted}",
        rf"&{equals(best.beta)} {number_latex(best.beta)}",
        rf"\sqrt{{\beta}} &{equals(best.factor)} {number_latex(best.factor)}",
    ]
    corner = number(found.joint_best.rate, 4)
    why = (
        f"The flattest direction is the slowest as long as η ≤ 4/(√L + √μ)² ≈ {corner}; with this β it is "
        "critically damped."
        if best.set_by == "flattest"
        else f"η is above 4/(√L + √μ)² ≈ {corner}: from there up to 4/L the steepest direction is the "
        "slowest; with this β it is critically damped."
    )
    return Step(title, _aligned(lines), why, best_beta_check(found))


def _joint_best(found: Momentum) -> Step:
    """Where the two branches of the ridge meet."""
    best, kappa = found.joint_best, found.most / found.least
    least, most = number_latex(found.least), number_latex(found.most)
    rate = (
        rf"\frac{{4}}{{(\sqrt{{L}} + \sqrt{{\mu}})^2}} = \frac{{4}}{{(\sqrt{{{most}}} + \sqrt{{{least}}})^2}}"
    )
    beta = r"\left(\frac{\sqrt{\kappa} - 1}{\sqrt{\kappa} + 1}\right)^2"
    lines = [
        rf"\kappa &= \frac{{L}}{{\mu}} {equals(kappa)} {number_latex(kappa)}",
        rf"\eta &= {rate} {equals(best.rate)} {number_latex(best.rate)}",
        rf"\beta &= {beta} {equals(best.beta)} {number_latex(best.beta)}",
    ]
    left, without = number(best.factor, 4), number(best.descent_factor, 4)
    why = (
        "The bowl is round: with this η one step lands on the minimum, and no momentum is needed."
        if kappa == 1
        else f"There both directions are equally slow: a step leaves {left} of the error, where gradient "
        f"descent with its best η leaves {without}: √κ stands in place of κ."
    )
    return Step("The best pair", _aligned(lines), why, joint_check(found))


def _aligned(lines: list[str]) -> str:
    return r"\begin{aligned} " + r" \\[4pt] ".join(lines) + r" \end{aligned}"
