"""The piece of the plane worth looking at, and the landmarks it has to show."""

from core.windows.window import Range, Window, curve_window, plane_window, rounded_outward

__all__ = ["Range", "Window", "curve_window", "plane_window", "rounded_outward"]
