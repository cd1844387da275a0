"""Three layers of one unit each: the chain grows by two factors for every layer it goes back.

z_l = w_l·a_{l−1} + b_l and a_l = σ(z_l) for l = 1, 2, 3 with a₀ = x, and the log-loss of a₃. Each derivative
names what it is taken by: dz₃/dw₃ for w₃, dz₃/db₃ for b₃, and dz₃/da₂ · da₂/dz₂ to go one layer further back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from functools import partial as applied
from typing import Any

import numpy as np

from core.derivation.writing.hand import rows
from core.expression.precise import context
from core.models.checking import compared
from core.models.log_loss import log_loss_slope, sigmoid
from core.models.many_digits import DIGITS, SPACING_EXPONENT
from core.models.worked.writing import LOSS, aligned, plain, product, shown, symbol
from core.steps import LazySteps, Step

LAYERS = 3


@dataclass(frozen=True)
class Chain:
    """x, its label y of 0 or 1, and w_l, b_l of the three layers."""

    x: float
    y: float
    weights: tuple[float, float, float]
    biases: tuple[float, float, float]

    @cached_property
    def sums(self) -> tuple[float, ...]:
        """z₁, z₂, z₃."""
        sums: list[float] = []
        value = self.x
        for weight, bias in zip(self.weights, self.biases, strict=True):
            sums.append(weight * value + bias)
            value = float(sigmoid(np.array(sums[-1])))
        return tuple(sums)

    @cached_property
    def values(self) -> tuple[float, ...]:
        """a₀ = x, a₁, a₂, a₃."""
        return (self.x, *(float(sigmoid(np.array(z))) for z in self.sums))

    def flow(self, layer: int) -> float:
        """dL/dz_l: dL/dz₃ = −(y − a₃), and two factors more for each layer back."""
        flow = float(log_loss_slope(np.array(self.sums[-1]), np.array(self.y)))
        for back in range(LAYERS, layer, -1):
            a = self.values[back - 1]
            flow *= self.weights[back - 1] * a * (1 - a)
        return flow

    def slope(self, letter: str, layer: int) -> float:
        """dL/dw_l or dL/db_l."""
        return self.flow(layer) * (self.values[layer - 1] if letter == "w" else 1.0)

    def precise_loss(self, weights: Sequence[Any], biases: Sequence[Any]) -> Any:
        """L in 50 digits, forward only."""
        mp = context(DIGITS)
        a = mp.mpf(self.x)
        for weight, bias in zip(weights, biases, strict=True):
            z = weight * a + bias
            a = 1 / (1 + mp.exp(-z))
        return mp.log1p(mp.exp(-z if self.y == 1 else z))

    def precise_slope(self, letter: str, layer: int) -> Any:
        """(L(w + h) − L(w − h))/2h as an mpf."""
        mp = context(DIGITS)
        h = mp.mpf(10) ** -SPACING_EXPONENT
        ends = []
        for way in (1, -1):
            parts = {"w": [mp.mpf(w) for w in self.weights], "b": [mp.mpf(b) for b in self.biases]}
            parts[letter][layer - 1] += way * h
            ends.append(self.precise_loss(parts["w"], parts["b"]))
        return (ends[0] - ends[1]) / (2 * h)


EXAMPLE = Chain(1.5, 1.0, (0.8, -1.2, 2.0), (0.1, 0.4, -0.5))


def layer_steps(chain: Chain) -> LazySteps:
    """The way forward, then dL/dw₃, dL/db₃, dL/dw₂, … back to the first layer."""
    makers = [applied(_forward, chain)]
    makers += [applied(_slope, chain, letter, layer) for layer in (3, 2, 1) for letter in ("w", "b")]
    return LazySteps(makers)


def chain_names(letter: str, layer: int) -> list[str]:
    r"""The factors of dL/dw_l or dL/db_l, from the loss back.

    >>> len(chain_names("w", 3)), len(chain_names("b", 1))
    (3, 7)
    >>> print(chain_names("b", 3)[-1])
    \frac{dz_{3}}{db_{3}}
    """
    names = [_quotient(LOSS, "a3"), _quotient("a3", "z3")]
    for back in range(LAYERS, layer, -1):
        names += [_quotient(f"z{back}", f"a{back - 1}"), _quotient(f"a{back - 1}", f"z{back - 1}")]
    return [*names, _quotient(f"z{layer}", f"{letter}{layer}")]


def _quotient(top: str, bottom: str) -> str:
    return rf"\frac{{d{symbol(top)}}}{{d{symbol(bottom)}}}"


def _forward(chain: Chain) -> Step:
    lines = [
        rf"z_{{{layer}}} &= {product([shown(weight), shown(a)])} + {product([shown(bias)])} = {shown(z)}, "
        rf"\quad a_{{{layer}}} = \sigma(z_{{{layer}}}) = {shown(value)}"
        for layer, weight, bias, a, z, value in zip(
            (1, 2, 3), chain.weights, chain.biases, chain.values, chain.sums, chain.values[1:], strict=False
        )
    ]
    loss = float(np.logaddexp(0.0, (1 - 2 * chain.y) * chain.sums[-1]))
    lines.append(rf"L &= {shown(loss)}")
    check = compared("L against 50 digits.", loss, chain.precise_loss(chain.weights, chain.biases))
    return Step("Forward", aligned(lines), "Each layer takes the value of the one before it.", check)


def _slope(chain: Chain, letter: str, layer: int) -> Step:
    name, slope = f"{letter}{layer}", chain.slope(letter, layer)
    numbers = [chain.flow(LAYERS)]
    formulas = [r"-(y - a_{3})"]
    for back in range(LAYERS, layer, -1):
        a = chain.values[back - 1]
        numbers += [chain.weights[back - 1], a * (1 - a)]
        formulas += [f"w_{{{back}}}", rf"a_{{{back - 1}}}(1 - a_{{{back - 1}}})"]
    if letter == "w":
        numbers.append(chain.values[layer - 1])
        formulas.append(symbol(f"a{layer - 1}") if layer > 1 else "x")
    shown_lines = rows(
        _quotient(LOSS, name),
        product(chain_names(letter, layer)),
        r" \cdot ".join(formulas),
        product([shown(value) for value in numbers]) if len(numbers) > 1 else shown(numbers[0]),
        *([shown(slope)] if len(numbers) > 1 else []),
    )
    sentence = f"dL/d{plain(name)} against the difference quotient of L in {DIGITS} digits."
    check = compared(sentence, slope, chain.precise_slope(letter, layer))
    return Step(f"Back to {plain(name)}", shown_lines, _why(letter, layer), check)


def _why(letter: str, layer: int) -> str:
    if letter == "b":
        return f"As for w{plain(str(layer))}, but the last link is dz/db = 1."
    if layer == LAYERS:
        return "The loss feels a₃, a₃ feels z₃, z₃ feels w₃. The notes end in dz₃/da₃ instead."
    above, here = plain(str(layer + 1)), plain(str(layer))
    return f"One layer further back: z{above} feels a{here}, and that feels z{here}."
