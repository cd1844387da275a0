"""Pictures of curvature on the map: the Hessian's axes and conic, critical points, the quadratic model."""

from charts.hessian.axes import hessian_chart
from charts.hessian.model import model_chart

__all__ = ["hessian_chart", "model_chart"]
