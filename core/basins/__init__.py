"""Where each start of a window ends: the basins of Newton's method, of its remedy, and of descent."""

from core.basins.basins import Basins, basins
from core.basins.complex_roots import complex_basins
from core.basins.goals import Goal

__all__ = ["Basins", "Goal", "basins", "complex_basins"]
