"""What a training did, in one sentence with its numbers."""

from dataclasses import dataclass

from core.training.kinds import Kind, kind_of
from core.training.sentences import SENTENCES
from core.training.training import Training


@dataclass(frozen=True)
class Verdict:
    """How the training went: a name for it, and the sentence."""

    kind: Kind
    sentence: str


def verdict(training: Training) -> Verdict:
    """How the training went, as far as it was taken.

    >>> from core.datasets import samples_of
    >>> from core.models import model_named
    >>> from core.training.run import train
    >>> model, samples = model_named("mean"), samples_of([[1], [3]])
    >>> verdict(train(model, samples, rate=0.1, batch=2, epochs=9, seed=0, start=[2])).kind
    'flat-start'
    """
    kind = kind_of(training)
    return Verdict(kind, SENTENCES[kind](training))
