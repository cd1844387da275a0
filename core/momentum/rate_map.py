"""The map of (η, β): how fast each pair settles on one quadratic, with the ridge of best β through it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.momentum.rates import JointBest, best_beta, factor, joint_best

Floats = NDArray[np.float64]

CELLS = 120
RIDGE_POINTS = 81


@dataclass(frozen=True, eq=False)
class RateMap:
    """factor (m, n) at the middles of the cells, β upwards (m,) from 0 to 1 and η across (n,) from 0 to 4/L.

    ridge (r, 2) holds pairs (η, best β); edge (2, 2) the ends of the line β = ηL/2 − 1, right of which and
    below which no run settles. `best` is the joint best pair.
    """

    rate: Floats
    beta: Floats
    factor: Floats
    ridge: Floats
    edge: Floats
    best: JointBest
    least: float
    most: float

    @property
    def window(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ranges of η and of β."""
        return (0.0, 4 / self.most), (0.0, 1.0)


def rate_map(least: float, most: float, cells: int = CELLS) -> RateMap:
    """The map for the eigenvalues 0 < μ ≤ L: of all directions these two are the slowest.

    >>> found = rate_map(1.0, 9.0, cells=4)
    >>> found.factor.shape, found.best.beta
    ((4, 4), 0.25)
    """
    middles = (np.arange(cells) + 0.5) / cells
    rate, beta = 4 / most * middles, middles
    products = rate[None, :, None] * np.array([least, most])
    return RateMap(
        rate=rate,
        beta=beta,
        factor=factor(products, beta[:, None, None]).max(axis=-1),
        ridge=_ridge(least, most),
        edge=np.array([[2 / most, 0.0], [4 / most, 1.0]]),
        best=joint_best(least, most),
        least=least,
        most=most,
    )


def _ridge(least: float, most: float) -> Floats:
    """Pairs along the ridge, among them its corner; closer together where it is steep, at small η."""
    share = np.linspace(0, 1, RIDGE_POINTS)[1:-1]
    corner = joint_best(least, most).rate * most / 4
    rates = 4 / most * np.unique(np.append(share * share, corner))
    found = [(rate, best_beta(rate, least, most)) for rate in rates.tolist()]
    return np.array([(rate, best.beta) for rate, best in found if best is not None])
