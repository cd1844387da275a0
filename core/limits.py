"""Limits: where would you arrive if you kept going? Two witnesses that share nothing, and a verdict.

SymPy answers exactly, in a process that can be killed; the values near the point answer in many digits. Both
can be wrong alone. Where they contradict each other, or SymPy has no answer, the verdict is "undecided".
"""

import math
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal

import sympy

from core.errors import SettingError
from core.expression import Expression
from core.limiting.asking import Answer, symbolic_answer
from core.limiting.evidence import Evidence, numeric_evidence
from core.limiting.opinion import Opinion
from core.limiting.point import Point, Side, read_point
from core.limiting.sentences import report_sentence, side_sentence
from core.limiting.worked import evidence_step
from core.steps import Step

Verdict = Literal["finite", "+inf", "-inf", "sides-differ", "oscillates", "undefined", "undecided"]
Wanted = Literal["both", "left", "right"]

_SIDES: Mapping[str, Wanted] = {
    "both": "both", "left": "left", "right": "right", "-": "left", "+": "right",
}  # fmt: skip
Band = tuple[float, float]
_MISSED = 0.02
"""Of the width of a band: how much of it the tops and bottoms that were found may leave out."""

_INFINITE: Mapping[str, sympy.Expr] = {"+inf": sympy.oo, "-inf": -sympy.oo}


@dataclass(frozen=True)
class SideReport:
    """One side: the verdict and both witnesses.

    value: the exact SymPy number, oo or −oo, None without one. band: (least, greatest) of an oscillation.
    """

    side: Side
    verdict: Verdict
    value: sympy.Expr | None
    band: tuple[float, float] | None
    sentence: str
    numeric: Evidence
    symbolic: Opinion


@dataclass(frozen=True)
class LimitReport:
    """The limit of f at a point: the verdict over the sides asked for, and its worked steps.

    value is None unless the verdict is "finite" or infinite. left, right: None where not asked for, or
    where there is no such side (at ∞). complete: whether the steps arrive at the answer; else they end
    with the evidence, called that. final: False where asking again may find more, as after a time-out.
    """

    verdict: Verdict
    value: sympy.Expr | None
    left: SideReport | None
    right: SideReport | None
    sentence: str
    steps: tuple[Step, ...]
    complete: bool
    final: bool

    @property
    def sides(self) -> tuple[SideReport, ...]:
        """The sides that were looked at."""
        return tuple(one for one in (self.left, self.right) if one is not None)


def analyse_limit(e: Expression, a: str, side: str = "both") -> LimitReport:
    """lim f(x) for x → a, in less than three seconds whatever f is.

    a: a number, an expression such as pi/2, oo or −oo. side: both, left or right, also − or +.
    Raises SettingError at "a" or "side"; ValueError where f is not a function of x alone.

    >>> from core.expression import parse
    >>> analyse_limit(parse("(x^2 - 1)/(x - 1)"), "1").value
    2
    """
    if e.variables != ("x",):
        raise ValueError("a limit is taken of a function of x")
    point = read_point(a)
    sides = wanted_sides(point, side)
    with ThreadPoolExecutor(1) as background:
        asked = background.submit(symbolic_answer, e, point, sides)
        evidence = numeric_witness(e, point, sides)
        return judged(point, evidence, asked.result())


def numeric_witness(e: Expression, point: Point, sides: Sequence[Side]) -> dict[Side, Evidence]:
    """What the values near the point say on each side."""
    return {one: numeric_evidence(e, point, one) for one in sides}


def judged(point: Point, evidence: Mapping[Side, Evidence], answer: Answer) -> LimitReport:
    """The verdict over both witnesses."""
    reports = {one: _side_report(numeric, answer.opinions[one], point) for one, numeric in evidence.items()}
    verdict, value = _together(tuple(reports.values()))
    seen = () if answer.complete else (evidence_step(one, answer.silence) for one in evidence.values())
    return LimitReport(
        verdict=verdict,
        value=value,
        left=reports.get("left"),
        right=reports.get("right"),
        sentence=report_sentence(verdict, value, tuple(reports.values())),
        steps=(*answer.steps, *seen),
        complete=answer.complete,
        final=answer.final,
    )


def limits_known(evidence: Mapping[Side, Evidence], report: LimitReport | None) -> tuple[Any, ...]:
    """The finite one-sided limits as mpf: exact ones from a report, else the estimates that settled."""
    if report is not None and report.verdict != "undecided":
        return tuple(one.symbolic.limit for one in report.sides if one.verdict == "finite")
    return tuple(one.estimate for one in evidence.values() if one.kind == "finite")


def wanted_sides(point: Point, side: str) -> tuple[Side, ...]:
    """The sides that a setting asks for; at infinity the one there is. Raises SettingError at "side"."""
    if side not in _SIDES:
        raise SettingError("The side is both, left or right.", "side")
    chosen = _SIDES[side]
    return point.sides if point.infinite or chosen == "both" else (chosen,)


def _side_report(numeric: Evidence, symbolic_: Opinion, point: Point) -> SideReport:
    verdict = _one_side(numeric, symbolic_)
    value = symbolic_.value if verdict == "finite" else _INFINITE.get(verdict)
    band = _band(numeric.band, symbolic_.band) if verdict == "oscillates" else None
    sentence = side_sentence(verdict, value, band, numeric, symbolic_, point)
    return SideReport(numeric.side, verdict, value, band, sentence, numeric, symbolic_)


def _band(seen: Band | None, exact: Band | None) -> Band | None:
    """The exact band where the values seen fill it, but for the tops that a search just misses.

    SymPy's band may be wider than the truth, [−2, 2] for sin x + cos x, so it is not believed unseen.
    """
    if seen is None or exact is None:
        return seen or exact
    # ∞ − ∞ is no number, and equal ends need none
    gaps = [0.0 if one == other else abs(one - other) for one, other in zip(seen, exact, strict=True)]
    return exact if max(gaps) <= _MISSED * (exact[1] - exact[0]) and math.isfinite(max(gaps)) else seen


def _one_side(numeric: Evidence, symbols: Opinion) -> Verdict:
    """The verdict where both witnesses can be true at once, else "undecided"."""
    if numeric.kind == "undefined":
        return "undefined"
    match symbols.kind:
        case "finite" | "+inf" | "-inf":
            return "undecided" if numeric.speaks_against(symbols.limit) else symbols.kind
        case "oscillates":
            return "oscillates" if numeric.kind in ("oscillates", "unclear") else "undecided"
        case "unbounded" if numeric.kind in ("+inf", "-inf", "oscillates"):
            return numeric.kind
        case "unknown" if numeric.kind == "oscillates":
            # SymPy knows no value because there is none: both ends of the band are met at any distance
            return "oscillates"
    return "undecided"


def _together(reports: tuple[SideReport, ...]) -> tuple[Verdict, sympy.Expr | None]:
    """One verdict from the sides; what rules out a limit for certain comes first."""
    verdicts = [one.verdict for one in reports]
    for decisive in ("undefined", "oscillates", "undecided"):
        if decisive in verdicts:
            return decisive, None
    first = reports[0]
    if any(_differ(first, other) for other in reports[1:]):
        return "sides-differ", None
    return first.verdict, first.value


def _differ(one: SideReport, other: SideReport) -> bool:
    """Whether the exact values differ; forms that SymPy writes differently are compared by 50 digits."""
    if one.verdict != other.verdict:
        return True
    if one.verdict != "finite" or one.value == other.value:
        return False
    gap = abs(one.symbolic.limit - other.symbolic.limit)
    return bool(gap > 1e-40 * max(1, abs(one.symbolic.limit)))
