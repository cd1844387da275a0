"""A surface in space that can be turned: `surface_chart` builds the scene, `drawing.js` paints it.

Streamlit 1.67 makes a Plotly chart anew for every change of its numbers: the camera falls back, the picture
goes blank for up to a second (github.com/streamlit/streamlit/issues/8882). So the scene is plain numbers and
a canvas paints it from far to near; it needs no library, no WebGL and no `unsafe-eval`.
"""

from charts.surface.scene import Scene, Sheet, surface_chart

__all__ = ["Scene", "Sheet", "surface_chart"]
