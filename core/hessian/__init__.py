"""The Hessian at a point: derived, read, drawn as a conic, and where in a window it is positive definite."""

from core.hessian.conic import Conic, local_conic
from core.hessian.convex_region import ConvexRegion, convex_region
from core.hessian.model_steps import model_steps
from core.hessian.reading import Definiteness, HessianReading, hessian_reading
from core.hessian.sections import Sections, sections
from core.hessian.steps import hessian_steps

__all__ = [
    "Conic",
    "ConvexRegion",
    "Definiteness",
    "HessianReading",
    "Sections",
    "convex_region",
    "hessian_reading",
    "hessian_steps",
    "local_conic",
    "model_steps",
    "sections",
]
