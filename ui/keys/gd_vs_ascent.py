"""The keys of GD vs Ascent, and the names of its parts."""

from core.optimizers import OPTIMIZERS
from ui.keys.key import canonical
from ui.keys.rows import EVERY_LESSON, between, choice, flag, knobs, practice, run, several, whole
from ui.knobs import KNOBS

GD_VS_ASCENT_TABS = (
    "Steps",
    "Numbers",
    "Down or up",
    "Why this step",
    "Race",
    "Momentum",
    "Many starts",
    "Surfaces",
    "Practice",
)
_BEYOND_ONE_RUN = (
    several("against", "Race against", "momentum,adam,newton", tuple(OPTIMIZERS)),
    choice("look", "Picture", "map", "curves"),
    choice("pace", "Their rates", "usual", "same"),
    choice("by", "Counted in", "steps", "evaluations"),
    whole("length", "Steps", "100", 1, 1000),
    choice("spread", "Starts", "grid", "random"),
    whole("starts", "How many", "100", 1, 1024),
    whole("seed", "Seed", "1", 0, 9999),
    flag("restarts", "Restart the rate"),
    between(
        "restarts_period",
        "Every T steps",
        canonical(KNOBS["restarts_period"].default),
        KNOBS["restarts_period"].low,
        KNOBS["restarts_period"].high,
    ),
)

GD_VS_ASCENT = (
    *run(eta="0.4"),
    choice("optimizer", "Optimiser", *OPTIMIZERS),
    *knobs(OPTIMIZERS),
    choice("tab", "Part", *GD_VS_ASCENT_TABS),
    flag("flip", "Ascend −f instead, number by number"),
    choice("sense", "Steps of", "descent", "ascent"),
    *_BEYOND_ONE_RUN,
    *practice("gd_vs_ascent"),
    *EVERY_LESSON,
)
