"""Training drawn: what a model predicts at every epoch, what it costs, and the way of its parameters."""

from charts.training.field import field_chart as field_chart
from charts.training.loss import loss_chart as loss_chart
from charts.training.number_line import number_line_chart as number_line_chart
from charts.training.parameters import parameters_chart as parameters_chart
from charts.training.scatter import scatter_chart as scatter_chart
from charts.training.truth import truth_chart as truth_chart
