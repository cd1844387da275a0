"""The tab of the mixed second derivatives: the order does not matter, and where it does."""

from ui.gradient.cached import second_steps_of
from ui.gradient.setting import Setting
from ui.steps import worked_steps


def second(setting: Setting) -> None:
    """∂²f/∂y∂x and ∂²f/∂x∂y, and Clairaut's theorem with its counterexample."""
    worked_steps(second_steps_of(setting.text, setting.point), folded=True)
