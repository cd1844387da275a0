"""The quadratic model on the blackboard: the formula, the numbers put in, and how far it holds."""

from functools import partial

from core.expression import Expression
from core.hessian.writing import matrix
from core.numbers import is_whole, number_latex, rounded_point
from core.quadratic_model import QuadraticModel, Ray, model_check
from core.steps import LazySteps, Step
from core.substitution import column


def model_steps(e: Expression, model: QuadraticModel, ray: Ray) -> LazySteps:
    """q(p + s) with names, with numbers, and the distance at which its error passes 10 % along the ray."""
    return LazySteps([partial(_formula, e, model), partial(_multiplied, e, model), partial(_trust, ray)])


def _formula(e: Expression, model: QuadraticModel) -> Step:
    """Value, gradient and Hessian put into the formula of Taylor."""
    slope = matrix([[number_latex(part) for part in model.gradient.tolist()]])
    bend = matrix([[number_latex(entry) for entry in row] for row in model.matrix.tolist()])
    s = column(["s_1", "s_2"])
    row = matrix([["s_1", "s_2"]])
    put_in = rf"{number_latex(model.value)} + {slope} {s} \\ &\quad + \tfrac{{1}}{{2}} {row} {bend} {s}"
    latex = (
        r"\begin{aligned} q(p + s) &= f(p) + \nabla f(p) \cdot s + \tfrac{1}{2} s^T H(p)\, s \\ "
        rf"&{_equals(model)} {put_in} \end{{aligned}}"
    )
    here = rounded_point(model.point.tolist(), e.variables)
    why = f"Value, slope and curvature of f at {here} fix the only quadratic that shares all three."
    return Step("The quadratic model", latex, why, model_check(e, model))


def _multiplied(e: Expression, model: QuadraticModel) -> Step:
    """The same multiplied out in x − a and y − b."""
    (a, b), (_, d) = model.matrix.tolist()
    x, y = (_shifted(name, at) for name, at in zip(e.variables, model.point.tolist(), strict=True))
    slope_x, slope_y = model.gradient.tolist()
    parts = ((slope_x, x), (slope_y, y), (a / 2, f"{x}^2"), (b, f"{x} {y}"), (d / 2, f"{y}^2"))
    start = number_latex(model.value) if model.value or not any(size for size, _ in parts) else ""
    terms = [_term(size, name) for size, name in parts if size]
    text = " ".join([start, *terms]).strip().removeprefix("+ ")
    names = ", ".join(e.variables)
    why = "Multiplied out it is an ordinary quadratic: its level curves are ellipses or hyperbolas."
    return Step("Multiplied out", rf"q({names}) {_equals(model)} {text}", why)


def _trust(ray: Ray) -> Step:
    """The distance found along the ray."""
    way = column([number_latex(round(part, 4) + 0.0, 4) for part in ray.direction.tolist()])
    latex = (
        r"\frac{|f(p + tu) - q(p + tu)|}{\max_{\tau \le t} |q(p + \tau u) - f(p)|} \le 10\,\% "
        rf"\quad\text{{along}}\quad u \approx {way}"
    )
    why = f"{ray.sentence} Close by, the error shrinks like the cube of the distance."
    return Step("How far it can be trusted", latex, why, ray.check)


def _shifted(name: str, at: float) -> str:
    if at == 0:
        return name
    return rf"\left({name} {'-' if at > 0 else '+'} {number_latex(abs(at))}\right)"


def _term(size: float, name: str) -> str:
    factor = "" if abs(size) == 1 else number_latex(abs(size))
    return " ".join(filter(None, ("-" if size < 0 else "+", factor, name)))


def _equals(model: QuadraticModel) -> str:
    values = [model.value, *model.gradient.tolist(), *model.matrix.ravel().tolist(), *model.point.tolist()]
    return "=" if all(map(is_whole, values)) else r"\approx"
