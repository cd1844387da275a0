"""The keys of Training, and the names of its parts."""

from core.datasets import DATASETS
from core.datasets import MOST_ROWS as MOST_SAMPLES
from core.golf.shots import FORCES, MOST_SHOTS, TARGETS
from core.golf.shots import RATES as GOLF_RATES
from core.models import ACTIVATIONS, MODELS, MOST_HIDDEN
from core.schedules import SCHEDULES
from core.training import MOST_EPOCHS, TRAINERS
from ui.keys.key import Key
from ui.keys.rows import EVERY_LESSON, between, choice, knobs, number, practice, whole
from ui.keys.texts import read_data, read_start

_PARTS_OF_TRAINING = (
    between("force", "First force F in kN", "2", *FORCES),
    between("target", "Hole, metres away", "150", *TARGETS),
    between("golf_eta", "The player’s learning rate η", "0.0001", *GOLF_RATES),
    whole("shots", "Shots at most", "12", 1, MOST_SHOTS),
    whole("sample", "Sample", "1", 1, MOST_SAMPLES),
    whole("epoch", "Parameters after epoch", "0", 0, MOST_EPOCHS),
    choice("walk", "Network", "own", "chain"),
    between("yhat", "Prediction ŷ", "0.01", 0.001, 0.999),
    choice("truth", "Truth", "1", "0"),
    whole("other", "Seed of the other start", "1", 0, 9999),
)

TRAINING_TABS = (
    "Idea",
    "Loss",
    "One sample",
    "Backpropagation",
    "Closed form",
    "Which loss",
    "Convex",
    "Data",
    "Myths",
    "Practice",
)
_LEARNER = (
    choice("model", "Model", *MODELS, default="line"),
    whole("hidden", "Hidden units", "2", 1, MOST_HIDDEN),
    choice("activation", "Activation", *ACTIVATIONS),
    Key("data", "Data", "three_points", read_data),
    *knobs(DATASETS),
    choice("label", "A click adds", "1", "0"),
)

TRAINING = (
    *_LEARNER,
    number("eta", "Learning rate η", "0.3", above=0),
    whole("batch", "Samples in a batch", "3", 1, MOST_SAMPLES),
    Key("start", "Start", "", read_start),
    whole("epochs", "Epochs", "100", 1, MOST_EPOCHS),
    whole("seed", "Seed", "0", 0, 9999),
    choice("optimizer", "Optimiser", *TRAINERS),
    *knobs(TRAINERS),
    choice("schedule", "Schedule", *SCHEDULES),
    *knobs(SCHEDULES),
    choice("tab", "Part", *TRAINING_TABS),
    *_PARTS_OF_TRAINING,
    *practice("training"),
    *EVERY_LESSON,
)
