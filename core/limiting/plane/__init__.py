"""Limits in the plane: f(x, y) at (0, 0) along lines y = m·x and parabolas y = m·x².

If two ways to the point lead to different values there is no limit. That all ways tried lead to the same one
proves nothing: x²y/(x⁴ + y²) tends to 0 along every line and to 1/2 along y = x².
"""

from core.limiting.plane.along import Along, Row, along, row_of_paths
from core.limiting.plane.formula import formula_latex, limit_formula
from core.limiting.plane.path_checks import path_check, path_checks
from core.limiting.plane.path_limits import PathLimit, Paths, limit_along, paths_to_origin
from core.limiting.plane.paths import FAMILIES, LINES, PARABOLAS, Path, Shape

__all__ = [
    "FAMILIES",
    "LINES",
    "PARABOLAS",
    "Along",
    "Path",
    "PathLimit",
    "Paths",
    "Row",
    "Shape",
    "along",
    "formula_latex",
    "limit_along",
    "limit_formula",
    "path_check",
    "path_checks",
    "paths_to_origin",
    "row_of_paths",
]
