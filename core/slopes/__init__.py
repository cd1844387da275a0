"""Slopes of a surface at a point: cuts, the gradient, any direction; what is there where no gradient is."""

from core.slopes.blackboard.direction import direction_steps
from core.slopes.blackboard.gradient import gradient_steps
from core.slopes.blackboard.mixed import clairaut_steps, mixed_steps
from core.slopes.blackboard.partials import partial_steps
from core.slopes.blackboard.sides import side_steps
from core.slopes.dial import Dial, dial, slope_towards
from core.slopes.field import ArrowField, arrow_field
from core.slopes.level import LevelCurve, level_curve
from core.slopes.sampled import Cuts, StraightCut, cuts, straight_section
from core.slopes.standing import Standing, one_variable_sentence, one_variable_text, standing
from core.slopes.view import stretched, view_window

__all__ = [
    "ArrowField",
    "Cuts",
    "Dial",
    "LevelCurve",
    "Standing",
    "StraightCut",
    "arrow_field",
    "clairaut_steps",
    "cuts",
    "dial",
    "direction_steps",
    "gradient_steps",
    "level_curve",
    "mixed_steps",
    "one_variable_sentence",
    "one_variable_text",
    "partial_steps",
    "side_steps",
    "slope_towards",
    "standing",
    "straight_section",
    "stretched",
    "view_window",
]
