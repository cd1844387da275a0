"""The opening of the lesson drawn: a golf shot, the shapes of losses, a confident mistake, convex or not."""

from charts.training.opening.golf import golf_chart as golf_chart
from charts.training.opening.mistake import mistake_chart as mistake_chart
from charts.training.opening.segment import segment_chart as segment_chart
from charts.training.opening.typical import losses_chart as losses_chart
