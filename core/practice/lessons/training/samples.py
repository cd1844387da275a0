"""The samples of a question: which models it can be asked of, and how the data stand in it."""

from core.datasets import Samples, require_fit
from core.models import MODELS
from core.models.worked.writing import plain
from core.numbers import number_latex
from core.practice.learning import Learning
from core.practice.question import Unsuitable

LESSON = "training"
BY_HAND = 12


def require(s: Learning, *models: str) -> None:
    """Raises Unsuitable for other models, SettingError for data that the model cannot learn from."""
    if s.model.name not in models:
        titles = ", ".join(f"“{MODELS[name].title}”" for name in models)
        raise Unsuitable(f"This question is about the model {titles}.")
    require_fit(s.model, s.samples)


def few(s: Learning, most: int = BY_HAND) -> None:
    """Raises Unsuitable where there are more samples than one adds up by hand."""
    if s.samples.size > most:
        raise Unsuitable(f"With more than {most} samples this is not worked out by hand.")


def begun(s: Learning) -> tuple[str, ...]:
    """The names of the parameters; Unsuitable where there are none to step from."""
    names = tuple(map(plain, s.model.parameters(s.samples.x.shape[1])))
    if len(names) != len(s.theta):
        raise Unsuitable("The training has no start here.")
    return names


def listed(samples: Samples) -> str:
    """All rows, bare numbers where there is only y.

    >>> from core.datasets import samples_of
    >>> listed(samples_of([[1.0], [2.5]])), listed(samples_of([[1.0, 2.0]]))
    ('1,\\\\; 2.5', '(1, 2)')
    """
    rows = [", ".join(map(number_latex, row)) for row in samples.table.tolist()]
    return r",\; ".join(f"({row})" if samples.columns else row for row in rows)


def shown(s: Learning) -> str:
    """What the model predicts and the data, in LaTeX; x is the first column alone in a line."""
    name = "y" if not s.samples.columns else "(x, y)"
    return rf"{s.model.prediction_latex}, \qquad {name}:\; {listed(s.samples)}"
