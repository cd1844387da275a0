"""The verdict on a limit, in words, and both witnesses: what the symbols say and what the numbers say."""

from collections.abc import Iterable
from concurrent.futures import wait

import streamlit as st

from core.limiting.asking import forget_answer
from core.limiting.at_point import at_point_sentence
from core.limiting.evidence import Evidence
from core.limiting.opinion import Opinion
from core.limiting.point import Point
from core.limiting.testimony import apart, numbers_say, symbols_say
from core.limiting.verdicts import VERDICTS
from core.limits import LimitReport
from core.numbers import number
from ui import messages
from ui.limits.cached import Question, answer_of, evidence_of, report_of, value_of

_GLANCE = 0.3
"""Seconds that a page waits for the symbols before it shows the numbers without them."""

_POLL = 0.4
ASKING = "Asking the symbols …"
_COLOURS = {"finite": "green", "undecided": "orange"}


def report_so_far(asked: Question) -> LimitReport | None:
    """The verdict, or None as long as the symbols have not answered or had no time to."""
    answer = answer_of(asked)
    evidence_of(asked)
    wait([answer], timeout=_GLANCE)
    return report_of(asked) if answer.done() and not answer.result().busy else None


def said(asked: Question, report: LimitReport | None) -> None:
    """The verdict with its witnesses, or what the numbers say while the symbols are asked."""
    if report is None:
        messages.headline("So far the numbers say", "gray", "Values of f ever nearer to the point.")
        st.code("\n".join(_numbers(asked.point, evidence_of(asked).values())), language=None)
        _until_answered(asked)
        return
    named = VERDICTS[report.verdict]
    messages.headline(named.title, _COLOURS.get(report.verdict, "red"), named.definition)
    st.text(report.sentence)
    limit = report.sides[0].symbolic.limit if report.verdict == "finite" else None
    beside = at_point_sentence(
        asked.point,
        value_of(asked.text, asked.a),
        limit,
        asked.sides,
        known=report.verdict != "undecided",
        isolated=len(report.sides) > 1 and all(one.verdict == "undefined" for one in report.sides),
    )
    if beside:
        st.text(beside)
    _witnesses(asked, report)


@st.fragment(run_every=_POLL)
def _until_answered(asked: Question) -> None:
    """Look again until the symbols have answered; what is on screen can be used meanwhile."""
    answer, why = answer_of(asked), ""
    if answer.done() and answer.result().busy:
        why = f"{answer.result().silence} "
        answer_of.clear(asked)
        answer_of(asked)
    elif answer.done():
        st.rerun()
    messages.tell(f"{why}{ASKING}", icon=":gray[:material/hourglass_top:]")


def _witnesses(asked: Question, report: LimitReport) -> None:
    """The mark that opens to both witnesses, side by side."""
    mark, icon = _mark(report)
    with st.container(horizontal=True, gap="small"):
        with st.popover(mark, icon=icon, type="tertiary"):
            st.text("SymPy's exact answer, and what values of f in many digits tend to. They share no code.")
            st.code(
                "\n\n".join(_both(asked.point, one.numeric, one.symbolic) for one in report.sides),
                language=None,
            )
        if not report.final:
            st.button(
                "Ask again",
                key="ask again",
                icon=":material/refresh:",
                type="tertiary",
                on_click=_ask_again,
                args=(asked,),
            )


def _mark(report: LimitReport) -> tuple[str, str]:
    kinds = {one.symbolic.kind for one in report.sides if one.verdict != "undefined"}
    silent = bool(kinds & {"unknown", "none"})
    if report.verdict != "undecided":
        return ("Seen by the numbers" if silent else "Checked a second way"), ":material/verified:"
    return ("Only the numbers answered" if silent else "The two ways disagree"), ":material/error:"


def _both(point: Point, numeric: Evidence, symbolic: Opinion) -> str:
    """Both witnesses of one side, one per line."""
    rows = {"symbols": symbols_say(symbolic), "numbers": numbers_say(numeric)}
    difference = apart(numeric, symbolic)
    if difference == difference:
        rows["difference"] = number(float(difference), 2)
    lines = (f"  {name:<12}{text}" for name, text in rows.items())
    return "\n".join([_way(point, numeric), *lines])


def _numbers(point: Point, every: Iterable[Evidence]) -> list[str]:
    return [f"{_way(point, one)}: {numbers_say(one)}" for one in every]


def _way(point: Point, numeric: Evidence) -> str:
    if point.infinite:
        return "as x grows" if point.infinite > 0 else "as x falls"
    return f"from the {numeric.side}"


def _ask_again(asked: Question) -> None:
    forget_answer(asked.function, asked.point, asked.sides)
    answer_of.clear(asked)
    report_of.clear(asked)
