"""The cartoon of one step: gradient, memory, scaled step and sum, as arrows and as worked steps."""

from core.step_pieces.instant import Part
from core.step_pieces.pieces import CARTOONS, StepPieces, all_pieces, piece_steps, step_pieces

__all__ = ["CARTOONS", "Part", "StepPieces", "all_pieces", "piece_steps", "step_pieces"]
