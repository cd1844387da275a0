"""Backpropagation in numbers: the chain rule along the edges of a network, for one sample."""

from core.backpropagation.any_model import gradient_steps
from core.backpropagation.layers import EXAMPLE, Chain, layer_steps
from core.backpropagation.passing import Edge, Factor, Node, Pass, backpropagate
from core.backpropagation.stages import Stage, stages
from core.backpropagation.worked import backpropagation_steps

__all__ = [
    "EXAMPLE",
    "Chain",
    "Edge",
    "Factor",
    "Node",
    "Pass",
    "Stage",
    "backpropagate",
    "backpropagation_steps",
    "gradient_steps",
    "layer_steps",
    "stages",
]
