"""Training a model: batches, epochs and seeds, what came of it in one sentence, and its checks."""

from core.training.checks import loss_check, step_check
from core.training.greatest_rate import greatest_rate
from core.training.methods import LEFT_OUT, TRAINERS
from core.training.plan import MOST_EPOCHS, MOST_STEPS, Plan, plan_of
from core.training.run import epoch_by_epoch, train
from core.training.running import Running
from core.training.training import LastStep, Training
from core.training.verdict import Verdict, verdict
from core.training.working_rate import working_rate

__all__ = [
    "LEFT_OUT",
    "MOST_EPOCHS",
    "MOST_STEPS",
    "TRAINERS",
    "LastStep",
    "Plan",
    "Running",
    "Training",
    "Verdict",
    "epoch_by_epoch",
    "greatest_rate",
    "loss_check",
    "plan_of",
    "step_check",
    "train",
    "verdict",
    "working_rate",
]
