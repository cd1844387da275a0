"""A run of descent or ascent and all that is computed from it, kept for every session."""

from dataclasses import dataclass
from functools import lru_cache

from core.descent import Sense, Trace, run
from core.descent.comparison import Mirror, mirror
from core.descent.verdict import Verdict, verdict
from core.expression import Expression
from core.learning_rate.sweep import Sweep, sweep
from core.learning_rate.verdict import Outcome, outcome
from ui.cached import PICTURES, parsed

SWEEP_STEPS = 500

KnobValues = tuple[tuple[str, float], ...]
"""The knobs of an optimiser or of a schedule by name, in a form that a cache can hold on to."""


@dataclass(frozen=True)
class RunSetting:
    """What a run is computed from, as text and numbers: the function, the start, how far, how often."""

    text: str
    variables: tuple[str, ...]
    start: tuple[float, ...]
    eta: float
    steps: int
    optimizer: str = "gd"
    schedule: str = "constant"
    knobs: KnobValues = ()
    schedule_knobs: KnobValues = ()

    @property
    def function(self) -> Expression:
        """The function itself."""
        return parsed(self.text, self.variables)


@lru_cache(maxsize=PICTURES)
def run_of(asked: RunSetting, sense: Sense = "descent") -> Trace:
    """One run of descent or ascent; raises SettingError for what cannot be run."""
    return run(
        asked.function,
        asked.start,
        asked.optimizer,
        asked.eta,
        asked.steps,
        sense,
        knobs=dict(asked.knobs),
        schedule=asked.schedule,
        schedule_knobs=dict(asked.schedule_knobs),
    )


@lru_cache(maxsize=PICTURES)
def verdict_of(asked: RunSetting, sense: Sense) -> Verdict:
    """What one run did, in a sentence, with its check."""
    return verdict(asked.function, run_of(asked, sense))


@lru_cache(maxsize=PICTURES)
def mirror_of(asked: RunSetting) -> Mirror:
    """Ascent on −f beside descent on f; raises SettingError for what cannot be run."""
    knobs = dict(asked.knobs)
    return mirror(asked.function, asked.start, asked.optimizer, asked.eta, asked.steps, knobs)


@lru_cache(maxsize=PICTURES)
def outcome_of(asked: RunSetting) -> Outcome:
    """What the rate did to a run of plain descent; raises SettingError for what cannot be run."""
    return outcome(asked.function, run_of(asked), asked.eta, asked.steps)


@lru_cache(maxsize=PICTURES)
def sweep_of(
    text: str,
    variables: tuple[str, ...],
    start: tuple[float, ...],
    rates: tuple[float, ...],
    schedule: str,
    knobs: KnobValues = (),
) -> Sweep:
    """The same run for many rates, at most SWEEP_STEPS steps each."""
    return sweep(parsed(text, variables), start, rates, SWEEP_STEPS, schedule, dict(knobs))
