"""Every line of mathematics of the lesson on training stands by itself: nothing is left open in it."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from core.backpropagation import EXAMPLE, gradient_steps, layer_steps
from core.closed_form import closed_form
from core.datasets import DATASETS, named_samples
from core.golf import golf_steps, play
from core.losses import line_convexity_steps, mistake, mistake_steps, segment_between, segment_steps
from core.models import ACTIVATIONS, MODELS, Model, model_named
from core.steps import Step

ENVIRONMENT = re.compile(r"\\begin\{(\w+)\}.*?\\end\{\1\}", re.DOTALL)
NETWORKS = [model_named("network", 3, name) for name in ACTIVATIONS]


def lines(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        yield step.latex
        yield from lines(step.substeps)


def whole(latex: str) -> bool:
    """Whether brackets close, and marks to align by and ends of lines stand in an environment alone."""
    bare = ENVIRONMENT.sub("", latex)
    left, right = (len(re.findall(rf"\\{side}(?![a-z])", latex)) for side in ("left", "right"))
    closed = left == right and latex.count("{") == latex.count("}")
    return closed and "&" not in bare and r"\\" not in bare


def test_a_line_torn_from_its_environment_is_told() -> None:
    assert whole(r"\begin{aligned} a &= b \\ &= c \end{aligned}")
    assert not whole(r"a &= b") and not whole(r"a \\ b") and not whole(r"\frac{1}{2")


def test_every_line_of_the_games_and_the_mistakes_is_whole() -> None:
    games = [play(), play(rate=3e-4), play(rate=1e-6), play(start=5.0)]
    mistakes = [mistake(said, label) for said in (0.01, 0.5, 0.99) for label in (0, 1)]
    for steps in (*map(golf_steps, games), *map(mistake_steps, mistakes), layer_steps(EXAMPLE)):
        assert all(map(whole, lines(steps)))


@pytest.mark.parametrize("model", [*MODELS.values(), *NETWORKS], ids=lambda one: one.name + one.activation)
def test_every_line_about_a_model_is_whole(model: Model) -> None:
    name = next(row.name for row in DATASETS.values() if model.name in row.fits)
    samples = named_samples(name)
    first, second = (model.begin(samples.x.shape[1], np.random.default_rng(seed)) for seed in (0, 1))
    found = closed_form(model, samples)
    between = segment_between(model, samples, first, second)
    assert all(map(whole, lines(gradient_steps(model, first, samples.x, samples.y, 0, 0.1))))
    assert all(map(whole, lines(segment_steps(model, samples, between))))
    assert all(map(whole, lines(found.steps if found is not None else ())))


def test_every_line_about_the_convexity_of_a_line_is_whole() -> None:
    assert all(map(whole, lines(line_convexity_steps(named_samples("three_points")))))
