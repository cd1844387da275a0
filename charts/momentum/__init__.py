"""Momentum on a quadratic, drawn: how fast each pair (η, β) settles, and the error axis by axis."""

from charts.momentum.components import Component, components_chart
from charts.momentum.map import BANDS, momentum_map_chart

__all__ = ["BANDS", "Component", "components_chart", "momentum_map_chart"]
