"""Worked steps as Markdown with LaTeX: title, formula, why, and each check as a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.numbers import number
from core.steps import Check, Step

_MARKS = re.compile(r"([\\`*_\[\]<>#|$~&])")
_DEEPEST = 6


def markdown(question: str, setting: Mapping[str, str], parts: Mapping[str, Sequence[Step]]) -> str:
    """A document: the question, what it was set to, and the steps of each part.

    Formulas stand between $$, as they were printed from guarded expressions; all other text is escaped.

    >>> step = Step("Put in 3", "f(3) = 9", "f is x^2.")
    >>> print(markdown("How steep?", {"f": "x^2"}, {"Steps": [step]}))
    # How steep?
    <BLANKLINE>
    - f: `x^2`
    <BLANKLINE>
    ## Steps
    <BLANKLINE>
    ### Put in 3
    <BLANKLINE>
    $$
    f(3) = 9
    $$
    <BLANKLINE>
    f is x^2.
    <BLANKLINE>
    """
    blocks = [f"# {escaped(question)}", "\n".join(f"- {name}: `{text}`" for name, text in setting.items())]
    for name, steps in parts.items():
        blocks += [f"## {escaped(name)}", *_all(steps, 3)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    r"""The text as Markdown shows it letter by letter.

    >>> print(escaped("2*x*y < 3"))
    2\*x\*y \< 3
    """
    return _MARKS.sub(r"\\\1", text)


def _all(steps: Iterable[Step], level: int) -> Iterator[str]:
    for step in steps:
        yield f"{'#' * min(level, _DEEPEST)} {escaped(step.title)}"
        yield f"$$\n{step.latex}\n$$"
        yield escaped(step.why)
        if step.check is not None:
            yield _sentence(step.check)
        yield from _all(step.substeps, level + 1)


def _sentence(check: Check) -> str:
    """What was held against what, and by how much they differ."""
    said = "Checked a second way" if check.holds else "The two ways disagree"
    return escaped(
        f"{said}. {check.compared} Shown here: {check.shown}. Second way: {check.second}. "
        f"They differ by {number(check.difference)}; {number(check.tolerance)} is allowed."
    )
