"""The step of a method that bends the gradient by a matrix: Newton's, damped Newton's, and BFGS."""

from math import isclose, log2

import numpy as np

from core.curvature import curvature_check, hessian_at
from core.descent.retracing import exactly, sign_of
from core.hessian.writing import matrix
from core.newton.linear import newton_step
from core.numbers import number, number_latex
from core.optimizers.bfgs import taught
from core.step_pieces.instant import (
    Cartoon,
    Floats,
    Instant,
    aligned,
    equals,
    factor,
    scaled_step,
    told,
    vector,
    vector_check,
)
from core.step_pieces.plain import whole
from core.steps import Check, Step

RESIDUAL = 1e-9


def newton(at: Instant) -> tuple[Step, ...]:
    """H, s, and ηs."""
    hessian = _hessian(at)
    step = newton_step(at.g, hessian)
    return *_solved(at, hessian, step), _multiple(at, step, "s")


def damped(at: Instant) -> tuple[Step, ...]:
    """The same where s leads down; else −g in its place."""
    hessian = _hessian(at)
    step = newton_step(at.g, hessian)
    if step @ at.g < 0:
        return *_solved(at, hessian, step), _multiple(at, step, "s")
    why = "Newton's step does not lead down here, so −g takes its place."
    return Step("No way down", rf"s = -g = {vector(-at.g)}", why), _multiple(at, -at.g, "s")


def bfgs(at: Instant) -> tuple[Step, ...]:
    """What the last step has taught B, and −tBg."""
    before, inverse = at.before, at.after.inverse
    way = -inverse @ at.g
    bent = rf"-B g {equals(inverse, at.g)} -{_matrix(inverse)} {factor(at.g)} {equals(way)} {vector(way)}"
    exact = -np.array([exactly(row) for row in inverse]) @ exactly(at.g)
    size = float(np.max(np.abs(inverse) @ np.abs(at.g)))
    check = vector_check("The direction in float64, and again in many digits.", way, exact, size)
    return (
        _lesson(before.inverse, before.step, at.g - before.gradient, first=at.k == 1),
        Step("Bent", bent, "B stands in for the inverse of the Hessian.", check),
        _multiple(at, way, r"(-B g)"),
    )


CARTOONS = {
    "newton": Cartoon(whole, newton),
    "damped": Cartoon(whole, damped),
    "bfgs": Cartoon(whole, bfgs),
}


def _hessian(at: Instant) -> Floats:
    return sign_of(at.trace) * hessian_at(at.e, at.x.tolist()).matrix


def _solved(at: Instant, hessian: Floats, step: Floats) -> tuple[Step, Step]:
    bend = "H" if at.trace.sense == "descent" else "-H"
    left = hessian @ step
    check = Check(
        "The matrix times s, multiplied out, against −g.",
        told(-at.g),
        told(left),
        float(np.max(np.abs(left + at.g))),
        RESIDUAL * float(np.max(np.abs(hessian) @ np.abs(step))),
    )
    bent = curvature_check(at.e, at.x.tolist())
    return (
        Step(
            "How it bends",
            rf"{bend} {equals(hessian)} {_matrix(hessian)}",
            "The second derivatives here.",
            bent,
        ),
        Step(
            "Newton's step",
            rf"{bend}\, s = -g \;\Rightarrow\; s {equals(step)} {vector(step)}",
            "The quadratic model is level after this step.",
            check,
        ),
    )


def _lesson(old: Floats, step: Floats, change: Floats, first: bool) -> Step:
    """B·y = s is what the new matrix was made for."""
    if first:
        return Step(
            "Nothing learnt yet", rf"B = {_matrix(old)}", "The first direction is the gradient's own."
        )
    new = taught(old, step, change)
    if not step @ change > 0:
        why = "The slope did not rise along the last step, so it teaches nothing, and B stays."
        return Step("Nothing learnt", rf"y \cdot s \le 0,\quad B {equals(old)} {_matrix(old)}", why)
    left = new @ change
    check = Check(
        "B times y, multiplied out, against the last step s.",
        told(step),
        told(left),
        float(np.max(np.abs(left - step))),
        RESIDUAL * float(np.max(np.abs(new) @ np.abs(change))),
    )
    latex = aligned(
        rf"s &{equals(step)} {vector(step)}, \quad y {equals(change)} {vector(change)}",
        rf"B &{equals(new)} {_matrix(new)}",
    )
    why = "Along the last step s the gradient changed by y; B is bent as little as it takes to send y to s."
    return Step("What was learnt", latex, why, check)


def _multiple(at: Instant, way: Floats, name: str) -> Step:
    """How much of the direction was gone: η, or η halved so many times."""
    taken = float(at.step @ way / (way @ way))
    share = at.rate if isclose(taken, at.rate, rel_tol=1e-6) else taken
    halvings = round(log2(at.rate / share))
    letter = r"\eta" if halvings == 0 else rf"\frac{{\eta}}{{{2**halvings}}}"
    numbers = rf"{number_latex(share)} \cdot {factor(way)}"
    latex = rf"{letter}\, {name} {equals(way)} {numbers} {equals(at.step)} {vector(at.step)}"
    times = "once" if halvings == 1 else f"{number(halvings)} times"
    why = f"The step is halved {times} until f falls enough." if halvings else "The step is taken as it is."
    exact = exactly(np.array([share]))[0] * exactly(way)
    return scaled_step(at, latex, why, exact)


def _matrix(entries: Floats) -> str:
    if entries.size == 1:
        return number_latex(float(entries[0, 0]))
    return matrix([[number_latex(float(entry)) for entry in row] for row in entries])
