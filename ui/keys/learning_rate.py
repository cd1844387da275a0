"""The keys of Learning Rate, and the names of its parts."""

from core.schedules import SCHEDULES
from ui.keys.rows import EVERY_LESSON, choice, knobs, practice, run

LEARNING_RATE_TABS = ("Steps", "Numbers", "Myths", "Practice")

LEARNING_RATE = (
    *run(eta="0.9"),
    choice("schedule", "Schedule", *SCHEDULES),
    *knobs(SCHEDULES),
    choice("tab", "Part", *LEARNING_RATE_TABS),
    *practice("learning_rate"),
    *EVERY_LESSON,
)
