"""The tab of the surface: the same point in space, with both cuts, the gradient and the tangent plane."""

from charts.surface import Scene, Sheet, surface_chart
from core.sampling.surface_grid import cut_through, surface_grid
from core.slopes.sampled import window_heights
from core.tangent_plane import TangentPlane
from core.tangent_plane.blackboard import plane_steps
from ui import checks, messages
from ui.gradient.cached import plane_of, surface_of
from ui.gradient.setting import Setting
from ui.shell import dark
from ui.steps import worked_steps
from ui.surface import show

_PATCH = 0.16  # half the side of the piece of plane that is drawn, in parts of the window
_CELLS = 10


def surface(setting: Setting) -> None:
    """The surface to be turned, and the tangent plane worked out."""
    plane = plane_of(setting.text, setting.point)
    show(_scene(setting, plane), "surface")
    if not plane.exists or setting.here.check is None:
        messages.tell(plane.sentence)
        return
    checks.said(plane.sentence, setting.here.check, ":gray[:material/layers:]")
    worked_steps(plane_steps(plane))


def _scene(setting: Setting, plane: TangentPlane) -> Scene:
    window, (x, y) = (setting.window.x, setting.window.y), setting.point
    function = setting.function
    across, up = (_PATCH * (high - low) for low, high in window)
    patch = ((x - across, x + across), (y - up, y + up))
    return surface_chart(
        surface=surface_of(setting.text, setting.window),
        window=window,
        heights=window_heights(function, setting.window),
        point=(x, y, plane.height),
        gradient=plane.slopes if plane.exists else None,
        cuts={
            "along x": cut_through(function, setting.point, 0, window),
            "along y": cut_through(function, setting.point, 90, window),
            "towards u": cut_through(function, setting.point, setting.angle, window),
        },
        sheets=[Sheet("tangent plane", surface_grid(plane, patch, _CELLS))] if plane.exists else [],
        dark=dark(),
    )
