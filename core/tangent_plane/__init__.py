"""The plane that touches z = f(x, y) at a point: `tangent_plane`, and its worked steps: `plane_steps`."""

from core.tangent_plane.blackboard import plane_steps
from core.tangent_plane.plane import TangentPlane, tangent_plane

__all__ = ["TangentPlane", "plane_steps", "tangent_plane"]
