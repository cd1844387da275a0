"""What the page GD vs Ascent computes beside its two runs, kept for every session."""

from functools import lru_cache

from core.descent import Sense, Trace, run
from core.many_starts import ManyStarts, grid_starts, many_starts, random_starts
from core.momentum import Momentum, RateMap, momentum_on, rate_map
from core.race import Race, Racer, raced
from core.race.race import TOLERANCE
from core.step_pieces import StepPieces, all_pieces
from ui.cached import PICTURES, parsed
from ui.descent.runs import RunSetting, run_of

Box = tuple[tuple[float, float], ...]


@lru_cache(maxsize=PICTURES)
def pieces_of(asked: RunSetting, sense: Sense, ks: tuple[int, ...]) -> tuple[StepPieces, ...]:
    """These steps of a run, taken apart."""
    return all_pieces(asked.function, run_of(asked, sense), ks)


@lru_cache(maxsize=PICTURES)
def lane_of(asked: RunSetting, sense: Sense) -> Trace:
    """One racer's run, until it is level to ten digits."""
    knobs = dict(asked.knobs)
    return run(asked.function, asked.start, asked.optimizer, asked.eta, asked.steps, sense, TOLERANCE, knobs)


@lru_cache(maxsize=PICTURES)
def race_of(asked: tuple[RunSetting, ...], sense: Sense) -> Race:
    """The race between these runs, which all have the same function and start."""
    racers = [Racer(one.optimizer, one.eta, dict(one.knobs)) for one in asked]
    return raced(asked[0].function, racers, [lane_of(one, sense) for one in asked])


@lru_cache(maxsize=PICTURES)
def momentum_of(asked: RunSetting, beta: float) -> Momentum | None:
    """Momentum worked through; None where f is no quadratic with a minimum."""
    return momentum_on(asked.function, asked.start, asked.eta, beta, asked.steps)


@lru_cache(maxsize=PICTURES)
def rate_map_of(least: float, most: float) -> RateMap:
    """How fast each pair (η, β) settles."""
    return rate_map(least, most)


@lru_cache(maxsize=PICTURES)
def many_of(asked: RunSetting, sense: Sense, box: Box, count: int, seed: int | None) -> ManyStarts:
    """The same method from many starts: on a grid, or drawn at random from a seed."""
    window = box[: len(asked.variables)]
    starts = grid_starts(window, count) if seed is None else random_starts(window, count, seed)
    return many_starts(
        parsed(asked.text, asked.variables),
        starts,
        asked.optimizer,
        asked.eta,
        asked.steps,
        sense,
        dict(asked.knobs),
        asked.schedule,
        dict(asked.schedule_knobs),
    )
