"""What a page holds at one moment. A file is made when its button is pressed, outside of the session."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from core.datasets import Samples
from core.datasets.dataset import Dataset
from ui.keys import KEYS, Key, Value, canonical
from ui.knobs import Row, key_name


@dataclass(frozen=True)
class Asked:
    """The values of a page as the address writes them; keys that are not named have their default.

    `samples` are the data in hand where they are too long for the address.
    """

    page: str
    values: Mapping[str, str]
    samples: Samples | None = None

    def key(self, name: str) -> Key:
        """The row of the table of keys."""
        return next(key for key in KEYS[self.page] if key.name == name)

    def value(self, name: str) -> Value:
        """What the page holds under this key."""
        key = self.key(name)
        return key.read(self.values.get(name, key.default))

    def written(self, name: str) -> str:
        """The same as the address writes it."""
        return canonical(self.value(name))

    def text(self, name: str) -> str:
        """The same where it is a text."""
        return cast(str, self.value(name))

    def number(self, name: str) -> float:
        """The same where it is a number."""
        return cast(float, self.value(name))

    def whole(self, name: str) -> int:
        """The same where it is a whole number."""
        return cast(int, self.value(name))

    def knobs(self, row: Row | Dataset) -> tuple[tuple[str, float], ...]:
        """The knobs of an optimiser or of a schedule, by name."""
        return tuple((knob.name, self.number(key_name(row, knob))) for knob in row.knobs)
