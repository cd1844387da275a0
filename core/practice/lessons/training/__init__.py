"""Questions about training: where the loss is least, what a step does, and what a weight is told."""

from core.practice.learning import Learning
from core.practice.lessons.kinds import Kind
from core.practice.lessons.training import least, settling, slopes, steps
from core.practice.lessons.training.samples import LESSON

__all__ = ["KINDS", "LESSON"]

KINDS: tuple[Kind[Learning], ...] = (
    Kind("best number", "The number with the least loss", 0, least.places, least.number_question),
    Kind("training step", "One step of training", 0, steps.one_step, steps.step_question),
    Kind("steps in an epoch", "Steps in an epoch", 0, steps.batches, steps.epoch_question),
    Kind("weight slope", "What a weight is told", 0, slopes.one_sample, slopes.weight_question),
    Kind("likeliest P", "The likeliest coin", 0, least.tosses, least.coin_question),
    Kind("settles", "Settles or runs away", 0, settling.rates, settling.rate_question),
    Kind("best line", "The line with the least loss", 0, least.three_points, least.line_question),
    Kind("confident mistake", "Which loss tells it", 0, slopes.confident, slopes.mistake_question),
)
