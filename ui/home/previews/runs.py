"""Small pictures of runs: down and up from one start, too large a step, a line that is trained."""

from collections.abc import Iterator, Mapping

import numpy as np

from charts.picture import Picture
from charts.thumbnail import Idea, Line, Mark, Shape, thumbnail_chart
from core.datasets import data_in
from core.descent import Trace
from core.models import model_named
from core.numbers import number, point
from core.training import train
from ui.cached import curve_of, view_of
from ui.descent.runs import RunSetting, run_of


def gd_vs_ascent(values: Mapping[str, str], dark: bool) -> Picture:
    """Descent and ascent from one start."""
    asked = _run(values)
    down, up = run_of(asked), run_of(asked, "ascent")
    return _walked(
        "GD vs Ascent in small.",
        asked,
        {"descent": down, "ascent": up},
        f"From {point(asked.start, ('x',))} descent comes to {point(down.x[-1].tolist(), ('x',))} "
        f"and ascent goes to {point(up.x[-1].tolist(), ('x',))} in {asked.steps} steps.",
        dark,
    )


def learning_rate(values: Mapping[str, str], dark: bool) -> Picture:
    """A run whose steps are too long."""
    asked = _run(values)
    walk = run_of(asked)
    return _walked(
        "Learning Rate in small.",
        asked,
        {"descent": walk},
        f"With η = {number(asked.eta)} every step from {point(asked.start, ('x',))} overshoots the minimum; "
        f"after {asked.steps} steps it stands at {point(walk.x[-1].tolist(), ('x',))}.",
        dark,
    )


def training(values: Mapping[str, str], dark: bool) -> Picture:
    """The samples, and the line before and after training."""
    model, samples = model_named(values["model"]), data_in(values["data"], int(values["seed"]))
    trained = train(
        model,
        samples,
        rate=float(values["eta"]),
        batch=int(values["batch"]),
        epochs=int(values["epochs"]),
        seed=int(values["seed"]),
    )
    across = np.array([float(samples.x.min()) - 0.5, float(samples.x.max()) + 0.5])
    before, after = (model.predict(trained.parameters[at], across[:, None]) for at in (0, -1))
    m, b = (number(float(value)) for value in trained.parameters[-1])
    return thumbnail_chart(
        name="Training in small.",
        window=((across[0], across[1]), (float(samples.y.min()) - 1, float(samples.y.max()) + 1)),
        lines=[Line("quiet", across, before), Line("function", across, after)],
        marks=[Mark("exact", float(x), float(y)) for x, y in zip(samples.x[:, 0], samples.y, strict=True)],
        words=f"{samples.size} samples, and the line through them before training and after "
        f"{trained.epochs} epochs: m = {m}, b = {b}.",
        dark=dark,
    )


def _run(values: Mapping[str, str]) -> RunSetting:
    start, eta, steps = float(values["x0"]), float(values["eta"]), int(values["steps"])
    return RunSetting(values["f"], ("x",), (start,), eta, steps)


def _walked(name: str, asked: RunSetting, walks: Mapping[Idea, Trace], words: str, dark: bool) -> Picture:
    """The curve with runs on it."""
    window = view_of(asked.text, ("x",), asked.start)
    curve = curve_of(asked.text, *window.x, window.y)
    lines = [Line(idea, walk.x[:, 0], walk.f) for idea, walk in walks.items()]
    return thumbnail_chart(
        name=name,
        window=(window.x, window.y),
        lines=[Line("function", curve.x, curve.y), *lines],
        marks=[mark for idea, walk in walks.items() for mark in _marks(idea, walk, window.y[1])],
        words=words,
        dark=dark,
    )


def _marks(idea: Idea, walk: Trace, highest: float) -> Iterator[Mark]:
    """The iterates that are in the picture."""
    shape: Shape = "diamond" if idea == "ascent" else "circle"
    for x, f in zip(walk.x[:, 0].tolist(), walk.f.tolist(), strict=True):
        if f <= highest:
            yield Mark(idea, x, f, shape)
