"""The order in which a network is walked: values forward, then derivatives back, then the step."""

from dataclasses import dataclass
from typing import Literal

from core.backpropagation.passing import Pass

Kind = Literal["value", "loss", "miss", "edge", "update"]


@dataclass(frozen=True)
class Stage:
    """What one step is about: the value of a node, the loss, ∂L/∂z, an edge, or the update of all."""

    kind: Kind
    name: str = ""


def stages(passed: Pass) -> tuple[Stage, ...]:
    """One stage for each worked step, in the same order."""
    values = (Stage("value", node.name) for node in passed.nodes if node.layer > 0)
    edges = (Stage("edge", edge.name) for edge in passed.edges)
    return (*values, Stage("loss"), Stage("miss"), *edges, Stage("update"))
