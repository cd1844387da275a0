"""The race on screen: all paths scrubbed together, and what is left against steps or evaluations."""

from charts.race.curves import Contender, race_curves_chart
from charts.race.line import race_line_chart
from charts.race.paths import race_paths_chart

__all__ = ["Contender", "race_curves_chart", "race_line_chart", "race_paths_chart"]
