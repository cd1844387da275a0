"""A function as a graph of operations: values forward, derivatives backward, the chain rule over paths."""

from core.computational_graph.dependencies import Dependencies, dependencies
from core.computational_graph.graph import Graph, Operation, computational_graph
from core.computational_graph.passes import backward_steps, forward_steps
from core.computational_graph.paths import path_steps

__all__ = [
    "Dependencies",
    "Graph",
    "Operation",
    "backward_steps",
    "computational_graph",
    "dependencies",
    "forward_steps",
    "path_steps",
]
