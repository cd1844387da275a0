"""What Gradient and Hessian/Newton give away."""

from collections.abc import Mapping, Sequence

from core.expression import Expression
from core.iterating.beginning import start_keys
from core.newton import METHODS, NewtonRun
from core.newton.target import Aim
from core.steps import Step
from core.take_home import gradient_script, hessian_newton_script
from ui.cached import parsed
from ui.gradient.cached import PLANE, Point, dial_of, direction_steps_of, gradient_steps_of
from ui.hessian_newton.cached import hessian_steps_of, newton_steps_of, run_of, second_derivative_steps_of
from ui.take_home.asked import Asked
from ui.take_home.lesson import Columns, TakeHome, column, named


def _g(asked: Asked) -> Expression:
    return parsed(asked.text("g"), PLANE)


def _point(asked: Asked) -> Point:
    return asked.number("px"), asked.number("py")


def _gradient_script(asked: Asked) -> str:
    return gradient_script(_g(asked), _point(asked), asked.number("angle"))


def _gradient_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    text, point = asked.text("g"), _point(asked)
    return {
        "Steps": gradient_steps_of(text, point),
        "Direction": direction_steps_of(text, point, asked.number("angle")),
    }


def _gradient_table(asked: Asked) -> Columns:
    dial = dial_of(asked.text("g"), _point(asked))
    return {"direction in degrees": column(dial.angles.tolist()), "slope": column(dial.slope.tolist())}


def _subject(asked: Asked) -> tuple[str, str]:
    return named(_g(asked))


def function_of(asked: Asked) -> Expression:
    """f of x or of x and y, as the switch stands."""
    return _g(asked) if asked.text("dim") == "2" else parsed(asked.text("f"), ("x",))


def subject_of(asked: Asked) -> tuple[str, str]:
    """That function by its name."""
    return named(function_of(asked))


def start_of(asked: Asked) -> tuple[float, ...]:
    """The point or the start, in as many variables."""
    return tuple(asked.number(key) for key in start_keys(int(asked.text("dim"))))


def _run(asked: Asked) -> NewtonRun:
    """The run of the method that is set, as far as it serves the aim; else Newton's own."""
    aim: Aim = "root" if asked.text("aim") == "root" and asked.text("dim") == "1" else "minimum"
    method = asked.text("method")
    fits = method if aim in METHODS[method].aims else "newton"
    e = function_of(asked)
    return run_of(e.text, e.variables, start_of(asked), fits, aim)


def _newton_script(asked: Asked) -> str:
    return hessian_newton_script(_run(asked))


def _newton_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    e, point = function_of(asked), start_of(asked)
    two = len(point) == 2
    second = hessian_steps_of(e.text, point) if two else second_derivative_steps_of(e.text, point[0])
    return {"Hessian" if two else "Second derivative": second, "Newton": newton_steps_of(_run(asked))}


def _newton_table(asked: Asked) -> Columns:
    run = _run(asked)
    columns = {"k": [str(k) for k in range(len(run.x))]}
    for axis, name in enumerate(run.target.expression.variables):
        columns[name] = column(run.x[:, axis].tolist())
        columns[f"∂f/∂{name}"] = column(run.gradient[:, axis].tolist())
    return columns | {"f": column(run.f.tolist())}


def _gradient_settings(_: Asked) -> tuple[str, ...]:
    return "px", "py", "angle"


def _newton_settings(asked: Asked) -> tuple[str, ...]:
    return *start_keys(int(asked.text("dim"))), "method", "aim"


GRADIENT = TakeHome(_subject, _gradient_settings, _gradient_script, _gradient_steps, _gradient_table)
HESSIAN_NEWTON = TakeHome(subject_of, _newton_settings, _newton_script, _newton_steps, _newton_table)
