"""The tab of the steps: every rule in its turn, its inner steps folded until asked for."""

import streamlit as st

from core.derivation import Derivation
from ui import checks
from ui.controls import choice
from ui.derivative_rules.cached import derivation_steps_of
from ui.derivative_rules.setting import Setting
from ui.steps import worked_steps

_NOTATIONS = {"leibniz": "d/dx, Leibniz", "lagrange": "f′, Lagrange"}


def derivation(setting: Setting) -> None:
    """One line at a time; the part being worked on has the same colour before and after."""
    choice("notation", _NOTATIONS, bare=True)
    worked_steps(derivation_steps_of(setting.text, setting.notation), folded=True)
    if setting.order > 1:
        _higher(setting)


def _higher(setting: Setting) -> None:
    """The derivatives after the first: each is the derivative of the one before."""
    st.markdown("**Each derivative is the derivative of the one before**")
    for order, found in enumerate(setting.higher.derivations[1:], 2):
        with st.container(gap=None):
            st.markdown(rf"$\displaystyle {_name(order)} = {found.formula.latex}$")
            _check(found)


def _check(found: Derivation) -> None:
    for check in found.checks[:1]:
        checks.show(check)


def _name(order: int) -> str:
    return f"f{order * chr(39)}(x)" if order <= 3 else rf"f^{{({order})}}(x)"
