"""GD vs Ascent and Learning Rate as scripts: the loop of a run, with one optimiser and one schedule."""

from collections.abc import Mapping, Sequence
from textwrap import indent

from core.descent import Trace
from core.expression import Expression
from core.take_home.derivatives import gradient, hessian, value
from core.take_home.script import written
from core.take_home.steps_in_python import OPTIMIZER_LINES, SCHEDULE_LINES

_LOOP = """{functions}
{settings}


def run(sign, steps):
    \"\"\"x(k+1) = x(k) + step; sign is 1 to go down, and -1 to go up, which is to go down -f.\"\"\"
    x = np.array({start})
{memory}    path = [(x, np.nan)]
    for k in range(steps):
        g = sign*gradient(*x)
{rate}
{step}
        x = x + step
        path.append((x, rate))
    return path


np.seterr(over="ignore", invalid="ignore")  # a run may diverge
for name, sign, steps in {runs}:
    print(f"{{name}}: k, {names}, f, rate of the step that led here")
    for k, (x, rate) in enumerate(run(sign, steps)):
        print(k, *map(float, x), float(f(*x)), float(rate))
"""


def gd_vs_ascent_script(
    e: Expression, traces: Sequence[Trace], eta: float, asked: int, knobs: Mapping[str, float] | None = None
) -> str:
    """The runs of `traces`, all by one optimiser from one start, each as many steps as it took there."""
    return _script("Which way does the slope send you: down or up?", e, traces, eta, asked, knobs or {})


def learning_rate_script(
    e: Expression, trace: Trace, eta: float, asked: int, knobs: Mapping[str, float] | None = None
) -> str:
    """One run of plain descent whose rate follows a schedule with these knobs; `asked` steps were wanted."""
    return _script("How far should one step go?", e, [trace], eta, asked, knobs or {})


def _script(
    question: str,
    e: Expression,
    traces: Sequence[Trace],
    eta: float,
    asked: int,
    knobs: Mapping[str, float],
) -> str:
    first = traces[0]
    method = OPTIMIZER_LINES[first.optimizer]
    functions = [value(e), *gradient(e), *(hessian(e) if method.needs_hessian else ())]
    settings = {"eta": eta, "asked": asked, **first.knobs, **knobs}
    lines = _LOOP.format(
        functions=f"{method.functions}\n" if method.functions else "",
        settings="\n".join(f"{name} = {value!r}" for name, value in settings.items()),
        start=first.x[0].tolist(),
        memory=indent(f"{method.memory}\n", " " * 4) if method.memory else "",
        rate=indent(SCHEDULE_LINES[first.schedule], " " * 8),
        step=indent(method.step.strip(), " " * 8),
        runs=[(trace.sense, 1 if trace.sense == "descent" else -1, trace.steps) for trace in traces],
        names=", ".join(e.variables),
    )
    return written(question, e, functions, lines)
