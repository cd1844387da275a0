"""A network of units drawn with its numbers: values on the way forward, derivatives on the way back."""

from charts.network.chart import network_chart

__all__ = ["network_chart"]
