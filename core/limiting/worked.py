"""The worked steps as the app shows them: asked from a worker, and the evidence where no rule finishes."""

from collections.abc import Sequence
from typing import Any

from core.expression import Expression
from core.expression.precise import context
from core.limiting.evidence import Evidence
from core.limiting.point import Point, Side
from core.limiting.sampling_near import DIGITS
from core.numbers import number_latex
from core.steps import Check, Step
from core.symbolic import symbolic

_ROWS = 6
_NO_RULE = "No rule of this course finishes here."


def limit_steps(e: Expression, point: Point, sides: Sequence[Side]) -> tuple[tuple[Step, ...], bool]:
    """(the steps, whether they arrive at an answer); within `core.symbolic.PATIENCE` seconds.

    Raises SymbolicError where the worker says nothing.
    """
    answer: dict[str, Any] = symbolic("worked_limit", str(e), str(point), " ".join(sides))
    return tuple(map(_step, answer["steps"])), bool(answer["finished"])


def _step(line: dict[str, Any]) -> Step:
    check = None if line["check"] is None else Check(**line["check"])
    return Step(line["title"], line["latex"], line["why"], check, tuple(map(_step, line["substeps"])))


def evidence_step(evidence: Evidence, silence: str = "") -> Step:
    """The values near the point, for when no rule finishes: evidence, and called that.

    `silence` says why there are no rules' steps, if it is not that none applies.
    """
    mp = context(DIGITS)
    rows = [one for one in evidence.samples if mp.isfinite(one.value)]
    shown = [rows[len(rows) * k // _ROWS] for k in range(_ROWS)] if len(rows) >= _ROWS else rows
    lines = r" \\ ".join(
        rf"f\left({_digits(one.x)}\right) &\approx {number_latex(float(one.value), 10)}" for one in shown
    )
    why = f"{silence or _NO_RULE} These values are evidence, not a proof."
    return Step("What the numbers say", rf"\begin{{aligned}} {lines} \end{{aligned}}", why)


def _digits(x: Any) -> str:
    """Enough digits to tell x from the point it is near."""
    return number_latex(float(x), 12)
