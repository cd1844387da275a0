"""What the learning rate did, in words: the named outcome, its reason, and prediction beside measurement."""

import streamlit as st

from core.learning_rate.outcomes import OUTCOMES
from core.learning_rate.verdict import Outcome
from core.numbers import number
from ui import checks, messages

GOOD = {"one-step", "converges", "overshoots"}
SLOW = {"crawls", "escapes", "stalls", "still", "wanders", "cycles"}


def said(result: Outcome, schedule: str) -> None:
    """The verdict and its check; with a constant rate also the predicted and the measured factor."""
    title = OUTCOMES[result.kind].title
    messages.headline(title, _colour(result.kind), OUTCOMES[result.kind].definition)
    told = [result.sentence]
    if result.check is not None and schedule == "constant" and result.prediction is not None:
        predicted, measured = number(result.prediction.factor, 4), number(result.measured, 4)
        told.append(f"Factor per step: predicted {predicted}, measured {measured}.")
    st.text("\n".join(told))
    if result.check is not None:
        checks.show(result.check)


def _colour(kind: str) -> str:
    if kind in GOOD:
        return "green"
    return "orange" if kind in SLOW else "red"
