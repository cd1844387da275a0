"""What the learning rate did, in words: the named outcome, its reason, and prediction beside measurement."""

import streamlit as st

from core.numbers import number
from core.outcomes import OUTCOMES
from core.rate_verdict import Outcome
from ui import checks, messages

GOOD = {"one-step", "converges", "overshoots"}
SLOW = {"crawls", "escapes", "stalls", "still", "wanders", "cycles"}


def said(result: Outcome, schedule: str) -> None:
    """The verdict and its check; with a constant rate also the predicted and the measured factor."""
    title = OUTCOMES[result.kind].title
    messages.headline(title, _colour(result.kind), OUTCOMES[result.kind].definition)
    st.text(result.sentence)
    if result.check is None:
        return
    if schedule == "constant" and result.prediction is not None:
        st.text(
            f"Factor per step: predicted {number(result.prediction.factor, 4)}, "
            f"measured {number(result.measured, 4)}."
        )
    checks.show(result.check)


def _colour(kind: str) -> str:
    if kind in GOOD:
        return "green"
    return "orange" if kind in SLOW else "red"
