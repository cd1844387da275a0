"""SymPy work with a deadline: `symbolic("task", "text", …)` asks a worker process that can be killed."""

from core.symbolic.ask import forget, symbolic, warm_up
from core.symbolic.errors import Busy, Crashed, Failed, Junk, SymbolicError, TimedOut, TooLarge
from core.symbolic.pool import DEADLINE, PATIENCE

__all__ = [
    "DEADLINE",
    "PATIENCE",
    "Busy",
    "Crashed",
    "Failed",
    "Junk",
    "SymbolicError",
    "TimedOut",
    "TooLarge",
    "forget",
    "symbolic",
    "warm_up",
]
