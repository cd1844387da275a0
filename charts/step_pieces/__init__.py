"""The cartoon of one step: the arrows that add up to it, on the map, for the step under the slider."""

from charts.step_pieces.cartoon import step_pieces_chart

__all__ = ["step_pieces_chart"]
