"""The race: any set of optimisers from one start, what each has spent, and who arrived when."""

from core.race.race import Lane, Race, Racer, goal_of, race, raced, usual
from core.race.table import Place, goal_checks, places, sentence

__all__ = [
    "Lane",
    "Place",
    "Race",
    "Racer",
    "goal_checks",
    "goal_of",
    "places",
    "race",
    "raced",
    "sentence",
    "usual",
]
