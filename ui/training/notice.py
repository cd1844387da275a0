"""What the example on screen shows, as long as nothing beside its own values shapes the training."""

from core.datasets import DATASETS
from core.examples import EXAMPLES
from core.schedules import SCHEDULES
from core.training import TRAINERS
from ui import address
from ui.examples import example_on_screen, what_to_notice
from ui.knobs import knobs_of
from ui.training.chosen_data import long_table

_SHAPING = {
    *("hidden", "activation", "start", "optimizer", "schedule"),
    *(name for table in (DATASETS, TRAINERS, SCHEDULES) for name in knobs_of(table)),
}


def notice(lesson: str) -> None:
    """Another optimiser, start or table with the same η, batch and epochs is another training."""
    example = example_on_screen(EXAMPLES[lesson], address.text)
    if example is None or long_table() is not None:
        return
    others = _SHAPING - example.values.keys()
    if all(address.text(name) == address.key_of(name).default for name in others):
        what_to_notice(lesson)
