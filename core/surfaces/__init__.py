"""`SURFACES`: test surfaces from the literature, and what each punishes. Adding one is adding a row."""

from core.surfaces.bowls import BOWLS
from core.surfaces.flat_and_steep import FLAT_AND_STEEP
from core.surfaces.many_minima import MANY_MINIMA
from core.surfaces.surface import Defeat, KnownMinimum, Surface
from core.surfaces.valleys import VALLEYS

__all__ = ["SURFACES", "Defeat", "KnownMinimum", "Surface"]

SURFACES: dict[str, Surface] = {row.name: row for row in (*BOWLS, *VALLEYS, *MANY_MINIMA, *FLAT_AND_STEEP)}
