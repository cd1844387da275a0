"""Pictures of slopes: cuts and tangents, the gradient on the map, the dial, the cut in any direction."""

from charts.gradient.dial import dial_chart
from charts.gradient.map import gradient_chart
from charts.gradient.slices import slices_chart
from charts.gradient.straight_cut import straight_cut_chart

__all__ = ["dial_chart", "gradient_chart", "slices_chart", "straight_cut_chart"]
