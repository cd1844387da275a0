"""Gradient descent with momentum on a quadratic: theory, run, map and worked steps."""

from core.momentum.analysis import Momentum, momentum_on
from core.momentum.modes import Mode, mode
from core.momentum.rate_map import RateMap, rate_map
from core.momentum.rates import BestBeta, JointBest, best_beta, factor, joint_best
from core.momentum.worked import momentum_steps

__all__ = [
    "BestBeta",
    "JointBest",
    "Mode",
    "Momentum",
    "RateMap",
    "best_beta",
    "factor",
    "joint_best",
    "mode",
    "momentum_on",
    "momentum_steps",
    "rate_map",
]
