"""What the symbolic workers can be asked: every task takes texts of the language and gives JSON back."""

from collections.abc import Callable
from typing import Any

from core.critical_points.symbols import exact_critical_points
from core.limiting.blackboard import worked_limit
from core.limiting.symbols import side_limits

TASKS: dict[str, Callable[..., Any]] = {
    "side_limits": side_limits,
    "worked_limit": worked_limit,
    "critical_points": exact_critical_points,
}
