"""The gradient of each model without a hidden layer, derived line by line with the reader's numbers."""

from core.models.worked.coin import coin_steps
from core.models.worked.perceptron import chain_steps
from core.models.worked.power_lines import mean_steps, median_steps

__all__ = ["chain_steps", "coin_steps", "mean_steps", "median_steps"]
