"""The epochs of a training in a picture: which are drawn, and the slider that picks one in the browser.

The slider runs over all epochs; a drawn one stays in the picture until the next drawn one begins.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from charts.encodings import Layer
from charts.inner_slider import inner_slider, seed_columns
from charts.label_layers import words_above
from charts.palette import Palette
from charts.picture import Columns
from charts.scrubber import FRAME
from core.numbers import number, related
from core.training import Training

Epochs = NDArray[np.intp]

EPOCH = "epoch"
EPOCHS = "epochs"
MOST_DRAWN = 30
MOST_NAMED = 3
SHOWN = f"datum.k <= {EPOCH} && {EPOCH} <= datum.until"


def drawn_epochs(training: Training, most: int = MOST_DRAWN) -> Epochs:
    """Up to `most` epochs with finite parameters: 0, the last, and between them more at the beginning.

    They are near E·(i/(most − 1))²: a training changes most at its beginning.
    """
    last = training.epochs
    even = np.linspace(0.0, 1.0, most)
    chosen = np.arange(last + 1) if last < most else np.unique(np.rint(last * even**2).astype(np.intp))
    finite = np.isfinite(training.parameters).all(axis=1)
    if finite.all():
        return chosen
    # What diverged is drawn up to its last finite epoch.
    known = int(finite.cumprod().sum())
    return np.unique(np.append(chosen[chosen < known], known - 1))


def spans(training: Training, epochs: Epochs | None = None) -> Columns:
    """For each drawn epoch the columns `k` and `until`, the last epoch of the slider at which it is shown."""
    drawn = drawn_epochs(training) if epochs is None else epochs
    until = np.append(drawn[1:] - 1, training.plan.epochs)
    return {"k": drawn.astype(np.int16), "until": until.astype(np.int16)}


def repeated(columns: Columns, counts: NDArray[np.intp] | int) -> Columns:
    """The same columns with each row so many times, for marks of many rows."""
    return {name: np.repeat(column, counts) for name, column in columns.items()}


def epoch_slider(last: int) -> list[dict[str, Any]]:
    """The parameter `epoch` under the picture, up to the last planned epoch."""
    return inner_slider(EPOCH, EPOCH, last, FRAME)


def epoch_data(
    training: Training, seed: int | None, words: str, epochs: Epochs | None = None
) -> dict[str, Columns]:
    """The picture's words with the epoch to start from, by default the last, and the rows of the readout."""
    seen = training.epochs if seed is None else seed
    drawn = drawn_epochs(training) if epochs is None else epochs
    says = [_says(training, k) for k in drawn.tolist()]
    return {
        FRAME: {
            **seed_columns(seen, training.plan.epochs, words),
            "end": np.array([training.epochs], dtype=np.int32),
        },
        EPOCHS: {**spans(training, drawn), "says": np.array(says)},
    }


def _says(training: Training, k: int) -> str:
    theta = training.parameters[k].tolist()
    values = [related(value, name, 4) for name, value in zip(training.called, theta, strict=True)]
    shown = values if len(values) <= MOST_NAMED else []
    return ", ".join([f"epoch {k}", f"loss {number(float(training.epoch_losses[k]), 4)}", *shown])


def readout(ink: Palette) -> Layer:
    """One line of numbers above the frame, of the epoch shown."""
    text = {"text": {"field": "says"}, "description": {"field": "says"}}
    return {
        "name": "readout",
        "data": {"name": EPOCHS},
        "transform": [{"filter": SHOWN}],
        "mark": words_above(ink, 16),
        "encoding": text,
    }


def loss_words(training: Training) -> str:
    """Where the loss goes, for the picture's accessible name."""
    last = int(drawn_epochs(training)[-1])
    first, end = (number(float(training.epoch_losses[k]), 4) for k in (0, last))
    noun = "epoch" if last == 1 else "epochs"
    return f"The loss on all data goes from {first} to {end} in {last} {noun}."
