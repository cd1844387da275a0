"""One optimiser from many starts: where each run ends, the best of them, and the share of each valley."""

from core.many_starts.many_starts import ManyStarts, many_starts
from core.many_starts.starts import grid_starts, random_starts

__all__ = ["ManyStarts", "grid_starts", "many_starts", "random_starts"]
