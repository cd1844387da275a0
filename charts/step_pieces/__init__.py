"""The cartoon of one step: the arrows that add up to it, for the step under the slider."""

from charts.step_pieces.cartoon import step_pieces_chart
from charts.step_pieces.line import step_pieces_line_chart

__all__ = ["step_pieces_chart", "step_pieces_line_chart"]
