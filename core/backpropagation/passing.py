"""One sample through a network with one hidden layer: a value for each node, a derivative for each edge.

Forward: z_j = Σᵢ wᵢⱼxᵢ + b_j, a_j = φ(z_j), z = Σⱼ wⱼaⱼ + b, ŷ = σ(z). Backward every derivative is the
product of the factors between the loss and the parameter (Rumelhart, Hinton and Williams, Nature 323, 1986).
"""

from dataclasses import dataclass
from functools import cached_property
from math import nan

import numpy as np

from core.models.activations import ACTIVATIONS
from core.models.log_loss import log_loss_slope, sigmoid
from core.models.model import Floats, Model
from core.models.worked.classification import log_slope
from core.models.worked.sample import Sample
from core.models.worked.writing import LOSS, PREDICTION, SUM, partial, symbol


@dataclass(frozen=True)
class Node:
    """An input, a hidden unit, or the output: its layer 0, 1, 2 and its row there, from 1 on.

    value: x, a or ŷ. derivative: ∂L/∂value. total: z. An input, which does not learn, has NaN for both, and
    no bias.
    """

    name: str
    layer: int
    row: int
    value: float
    derivative: float
    total: float = nan
    bias: str = ""
    bias_value: float = nan


@dataclass(frozen=True)
class Factor:
    """One factor of a chain: its name ∂·/∂·, its formula, both in LaTeX, and its value."""

    name: str
    formula: str
    value: float


@dataclass(frozen=True)
class Edge:
    """A parameter on its way between two nodes; a bias starts at no node, "".

    derivative is ∂L/∂weight of this sample, and the product of the factors.
    """

    name: str
    start: str
    end: str
    weight: float
    derivative: float
    factors: tuple[Factor, ...]


@dataclass(frozen=True, eq=False)
class Pass:
    """Both ways through the network for one sample."""

    sample: Sample

    @property
    def hidden(self) -> int:
        """How many hidden units."""
        return self.sample.model.hidden

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Inputs, hidden units, output."""
        sample = self.sample
        inputs = (Node(f"x{i}", 0, i, x, nan) for i, x in enumerate(sample.inputs.tolist(), 1))
        units = (self._unit(j) for j in range(1, self.hidden + 1))
        output = Node("ŷ", 2, 1, sample.prediction, log_slope(sample), sample.total, "b", self.weight("b"))
        return (*inputs, *units, output)

    def _unit(self, j: int) -> Node:
        sample, bias = self.sample, f"b{j}"
        flow = self.miss * self.weight(f"w{j}")
        value, total = (float(column[j - 1]) for column in (sample.hidden, sample.units))
        return Node(f"a{j}", 1, j, value, flow, total, bias, self.weight(bias))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """In the order of the backward pass: those into the output, then unit by unit, each with its bias."""
        units = range(1, self.hidden + 1)
        last = [self._edge(f"w{j}", f"a{j}", "ŷ", self._last(f"a{j}", symbol(f"w{j}"))) for j in units]
        last.append(self._edge("b", "", "ŷ", self._last("", "b")))
        first = [edge for j in units for edge in self._into_unit(j)]
        return (*last, *first)

    def _into_unit(self, j: int) -> list[Edge]:
        starts = [f"x{i}" for i in range(1, len(self.sample.inputs) + 1)]
        edges = []
        for i, start in enumerate(starts, 1):
            name = f"w{i}{j}"
            edges.append(self._edge(name, start, f"a{j}", self._through(j, start, symbol(name))))
        return [*edges, self._edge(f"b{j}", "", f"a{j}", self._through(j, "", symbol(f"b{j}")))]

    def _edge(self, name: str, start: str, end: str, factors: tuple[Factor, ...]) -> Edge:
        return Edge(name, start, end, self.weight(name), self._slopes[name], factors)

    def _last(self, start: str, weight: str) -> tuple[Factor, ...]:
        """∂L/∂ŷ · ∂ŷ/∂z · ∂z/∂w, the last of them the value that w multiplies."""
        value, formula = self._multiplied(start)
        return (*self._output, Factor(partial(SUM, weight), formula, value))

    def _through(self, j: int, start: str, weight: str) -> tuple[Factor, ...]:
        """∂L/∂ŷ · ∂ŷ/∂z · ∂z/∂a_j · ∂a_j/∂z_j · ∂z_j/∂w."""
        a, z, w = symbol(f"a{j}"), symbol(f"z{j}"), symbol(f"w{j}")
        kind = ACTIVATIONS[self.sample.model.activation]
        slope = float(kind.slope(self.sample.hidden)[j - 1])
        value, formula = self._multiplied(start)
        return (
            *self._output,
            Factor(partial(SUM, a), w, self.weight(f"w{j}")),
            Factor(partial(a, z), kind.slope_latex(a), slope),
            Factor(partial(z, weight), formula, value),
        )

    def _multiplied(self, start: str) -> tuple[float, str]:
        """The value at the start of an edge, 1 for a bias, and its letter."""
        return (self.node(start).value, symbol(start)) if start else (1.0, "1")

    @cached_property
    def _output(self) -> tuple[Factor, ...]:
        """∂L/∂ŷ = −(y − ŷ)/(ŷ(1 − ŷ)) and ∂ŷ/∂z = ŷ(1 − ŷ)."""
        chances = [float(sigmoid(np.array(way * self.sample.total))) for way in (1, -1)]
        return (
            Factor(
                partial(LOSS, PREDICTION),
                r"\frac{-(y - \hat{y})}{\hat{y}(1 - \hat{y})}",
                self.node("ŷ").derivative,
            ),
            Factor(partial(PREDICTION, SUM), r"\hat{y}(1 - \hat{y})", chances[0] * chances[1]),
        )

    @cached_property
    def miss(self) -> float:
        """∂L/∂z = −(y − ŷ), the first two factors in one."""
        return float(log_loss_slope(np.array(self.sample.total), np.array(self.sample.label)))

    def node(self, name: str) -> Node:
        """The node of this name."""
        return next(node for node in self.nodes if node.name == name)

    def weight(self, name: str) -> float:
        """The value of a parameter."""
        return float(self.sample.theta[self.place(name)])

    def place(self, name: str) -> int:
        """Where a parameter stands in θ."""
        return self._names.index(name)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return self.sample.model.parameters(len(self.sample.inputs))

    @cached_property
    def _slopes(self) -> dict[str, float]:
        """∂L/∂w by name: the miss, carried back edge by edge."""
        sample = self.sample
        slopes = {"b": self.miss}
        kind = ACTIVATIONS[sample.model.activation]
        inner = kind.slope(sample.hidden).tolist()
        for j, (value, slope) in enumerate(zip(sample.hidden.tolist(), inner, strict=True), 1):
            slopes[f"w{j}"] = self.miss * value
            slopes[f"b{j}"] = self.miss * self.weight(f"w{j}") * slope
            slopes |= {f"w{i}{j}": slopes[f"b{j}"] * x for i, x in enumerate(sample.inputs.tolist(), 1)}
        return slopes

    @property
    def updated(self) -> Floats:
        """w − α·∂L/∂w for every parameter (p,)."""
        slopes = np.array([self._slopes[name] for name in self._names])
        moved: Floats = self.sample.theta - self.sample.rate * slopes
        return moved


def backpropagate(model: Model, theta: Floats, inputs: Floats, label: float, rate: float) -> Pass:
    """Both ways through a network with parameters θ (p,) for one sample, inputs (d,) and a label of 0 or 1.

    Raises ValueError for a model without a hidden layer.
    """
    if not model.hidden:
        raise ValueError(f"{model.name} has no hidden layer to go back through")
    return Pass(Sample(model, theta, inputs, label, rate))
