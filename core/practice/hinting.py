"""Hints made from worked steps: a step in words, and a step that stops before its result."""

import re
from collections.abc import Sequence

from core.steps import Step

_SIGN = re.compile(r"\\begin\{\w+\}|\\end\{\w+\}|[{}]|&?\s*(?:=|\\approx)(?![a-z])|\\\\(?:\[\d+pt\])?")
_OPENING, _CLOSING = r"\begin{aligned} ", r" \end{aligned}"


def words(step: Step, title: str = "") -> Step:
    """What is done and why, without the line."""
    return Step(title or step.title, "", step.why)


def line(step: Step, title: str = "", why: str | None = None) -> Step:
    """The line of a step, without check and substeps."""
    return Step(title or step.title, step.latex, step.why if why is None else why)


def unfinished(step: Step, title: str, why: str = "") -> Step:
    """The line of a step up to its last equals sign: the result is left to do."""
    return Step(title, without_result(step.latex), why)


def first_row(step: Step, title: str, why: str = "") -> Step:
    """The first row of several: the rule, before any number is put in."""
    inside = _inside(step.latex)
    end = next((sign.start() for sign in _outer(inside) if sign[0].startswith(r"\\")), len(inside))
    return Step(title, _around(step.latex, inside[:end].strip()), why)


def without_result(latex: str) -> str:
    r"""The LaTeX before its last = or ≈ outside of brackets.

    >>> print(without_result(r"\begin{aligned} x_1 &= x_0 - \eta \\ &= 3 - 0.1 = 2.9 \end{aligned}"))
    \begin{aligned} x_1 &= x_0 - \eta \\ &= 3 - 0.1 \end{aligned}
    >>> without_result(r"\lim_{x = 0} x")
    '\\lim_{x = 0} x'
    """
    inside = _inside(latex)
    equals = [sign for sign in _outer(inside) if _equates(sign)]
    end = equals[-1].start() if equals else len(inside)
    return _around(latex, inside[:end].rstrip().removesuffix(r"\\").rstrip())


def result(latex: str) -> str:
    r"""What stands behind the last = or ≈ outside of brackets, "" where there is none.

    >>> result(r"\begin{aligned} x_1 &= x_0 - \eta \\ &= 3 - 0.1 = 2.9 \end{aligned}")
    '2.9'
    """
    inside = _inside(latex)
    equals = [sign for sign in _outer(inside) if _equates(sign)]
    return inside[equals[-1].end() :].strip() if equals else ""


def plan(steps: Sequence[Step], title: str = "The way") -> Step:
    """What is done in which order, from steps whose titles give nothing away."""
    return Step(title, "", f"{'. Then: '.join(step.title for step in steps)}.")


def _outer(inside: str) -> list[re.Match[str]]:
    """The signs that stand in no brackets."""
    found, depth = [], 0
    for sign in _SIGN.finditer(inside):
        if sign[0] == "{" or sign[0].startswith(r"\begin"):
            depth += 1
        elif sign[0] == "}" or sign[0].startswith(r"\end"):
            depth -= 1
        elif depth == 0:
            found.append(sign)
    return found


def _equates(sign: re.Match[str]) -> bool:
    return sign[0].strip().startswith(("=", "&", r"\approx"))


def _inside(latex: str) -> str:
    """The rows of an aligned block, or the line itself."""
    return latex[len(_OPENING) : -len(_CLOSING)] if latex.startswith(_OPENING) else latex


def _around(latex: str, inside: str) -> str:
    return f"{_OPENING}{inside}{_CLOSING}" if latex.startswith(_OPENING) else inside
