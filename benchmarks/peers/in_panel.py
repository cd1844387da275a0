"""`panel serve in_panel.py`: the path in Panel, drawn by Bokeh. Only the path travels when η moves."""

import panel  # type: ignore[import-not-found]
from bokeh.models import ColumnDataSource  # type: ignore[import-not-found]
from bokeh.plotting import figure  # type: ignore[import-not-found]
from descent import ETAS, FIRST, X, Y, path  # type: ignore[import-not-found]

panel.extension()
eta = panel.widgets.FloatSlider(name="eta", start=ETAS[0], end=ETAS[-1], step=0.01, value=FIRST)
picture = figure(height=400, width=700, x_range=(-3, 7), y_range=(-1, 25))
picture.line(X, Y)
steps = ColumnDataSource(dict(zip("xy", path(FIRST), strict=True)))
picture.line("x", "y", source=steps)
picture.scatter("x", "y", source=steps)


def moved(new: float) -> None:
    """Another path, for another η."""
    steps.data = dict(zip("xy", path(new), strict=True))


panel.bind(moved, eta, watch=True)
panel.Column(panel.pane.Bokeh(picture), eta).servable()
