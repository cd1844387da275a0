"""What Limits, Numerical Error and Derivative Rules give away."""

from collections.abc import Mapping, Sequence
from itertools import chain
from math import isfinite, nan
from typing import cast

from core.derivation.writing.hand import Notation
from core.differencing.stencils import STENCILS
from core.expression import Expression
from core.limiting.point import read_point
from core.limits import LimitReport, judged
from core.steps import Step
from core.take_home import derivative_rules_script, limits_script, numerical_error_script
from ui.cached import parsed
from ui.derivative_rules.cached import derivation_steps_of, higher_of, slope_at, taylor_steps_of
from ui.limits.cached import Question, answer_of, evidence_of, tables_of
from ui.numerical_error.cached import error_curve_of, microscope_of
from ui.numerical_error.setting import GRIDS
from ui.take_home.asked import Asked
from ui.take_home.lesson import Columns, TakeHome, column, named

_MOST_ASKED = 5
_KNOWN = {"finite", "+inf", "-inf", "oscillates"}


def _f(asked: Asked) -> Expression:
    return parsed(asked.text("f"), ("x",))


def _subject(asked: Asked) -> tuple[str, str]:
    return named(_f(asked))


def _question(asked: Asked) -> Question:
    return Question(asked.text("f"), asked.text("a"), asked.text("side"))


def report(question: Question) -> LimitReport:
    """The verdict; where the symbols had no time because of others, they are asked again, a few times."""
    for _ in range(_MOST_ASKED):
        if not answer_of(question).result().busy:
            break
        answer_of.clear(question)
    return judged(question.point, evidence_of(question), answer_of(question).result())


def has_symbols(found: LimitReport) -> bool:
    """Whether SymPy has spoken on every side, so that a script can ask it too."""
    return all(one.symbolic.kind in _KNOWN for one in found.sides)


def _limits_script(asked: Asked) -> str:
    question = _question(asked)
    exact = has_symbols(report(question))
    return limits_script(
        question.function, read_point(question.a), question.sides, asked.whole("rows"), exact
    )


def _limits_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    return {"Steps": report(_question(asked)).steps}


def _limits_table(asked: Asked) -> Columns:
    question = _question(asked)
    tables = tables_of(question.text, question.a, asked.whole("rows"))
    shown = [(table.side, row) for table in tables if table.side in question.sides for row in table.rows]
    return {
        "from": [side for side, _ in shown],
        "x": [row.x for _, row in shown],
        "in float64": column([row.double for _, row in shown]),
        "right digits": [str(row.digits) for _, row in shown],
        "in 50 digits": [row.value_text() for _, row in shown],
    }


def _error_script(asked: Asked) -> str:
    stencil = STENCILS[asked.text("stencil")]
    return numerical_error_script(
        _f(asked), asked.number("x0"), asked.number("h"), asked.text("dtype"), stencil
    )


def _error_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    h, dtype = asked.number("h"), asked.text("dtype")
    return {"The forward difference": microscope_of(asked.text("f"), asked.number("x0"), h, dtype).steps}


def _error_table(asked: Asked) -> Columns:
    h = GRIDS[asked.text("grid")]
    curve = error_curve_of(asked.text("f"), asked.number("x0"), asked.text("stencil"), asked.text("dtype"), h)
    return {
        "h": column(curve.h.tolist()),
        "estimate": column(curve.estimate.tolist()),
        "error": column(curve.error.tolist()),
        "truncation": column(curve.truncation.tolist()),
        "rounding": column(curve.rounding.tolist()),
        "verdict": [str(status) for status in curve.status],
    }


def _rules_script(asked: Asked) -> str:
    formulas = higher_of(asked.text("f"), int(asked.text("order"))).formulas
    return derivative_rules_script(_f(asked), formulas, asked.number("x0"))


def _rules_steps(asked: Asked) -> Mapping[str, Sequence[Step]]:
    text, x0 = asked.text("f"), asked.number("x0")
    by_rules = derivation_steps_of(text, cast(Notation, asked.text("notation")))
    return {"Steps": by_rules, "Taylor": taylor_steps_of(text, x0)}


def _rules_table(asked: Asked) -> Columns:
    formulas = higher_of(asked.text("f"), int(asked.text("order"))).formulas
    x0 = asked.number("x0")
    here = slope_at(asked.text("f"), x0)
    beyond = [float(formula(x0)) if isfinite(here.value) else nan for formula in formulas[1:]]
    values = [here.value, here.slope, *beyond]
    return {
        "order": [str(order) for order in range(len(formulas) + 1)],
        "formula": [str(formula) for formula in chain([_f(asked)], formulas)],
        "at": column([x0] * (len(formulas) + 1)),
        "value": column(values[: len(formulas) + 1]),
    }


def _limits_settings(_: Asked) -> tuple[str, ...]:
    return "a", "side"


def _error_settings(_: Asked) -> tuple[str, ...]:
    return "x0", "h", "dtype", "stencil"


def _rules_settings(_: Asked) -> tuple[str, ...]:
    return "x0", "order"


LIMITS = TakeHome(_subject, _limits_settings, _limits_script, _limits_steps, _limits_table)
NUMERICAL_ERROR = TakeHome(_subject, _error_settings, _error_script, _error_steps, _error_table)
DERIVATIVE_RULES = TakeHome(_subject, _rules_settings, _rules_script, _rules_steps, _rules_table)
