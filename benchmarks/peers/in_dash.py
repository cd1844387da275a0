"""`python in_dash.py PORT`: the path in Plotly Dash. Only the path travels when η moves (dash.Patch)."""

import sys

from dash import Dash, Input, Output, Patch, dcc, html  # type: ignore[import-not-found]
from descent import ETAS, FIRST, X, Y, path  # type: ignore[import-not-found]


def figure() -> dict[str, object]:
    """The curve and the first path, with axes that stay."""
    x, y = path(FIRST)
    curve = {"x": X, "y": Y, "mode": "lines", "name": "f"}
    steps = {"x": x, "y": y, "mode": "lines+markers", "name": "path"}
    layout = {"xaxis": {"range": [-3, 7]}, "yaxis": {"range": [-1, 25]}, "height": 400, "uirevision": "same"}
    return {"data": [curve, steps], "layout": layout}


app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Graph(id="picture", figure=figure()),
        dcc.Slider(ETAS[0], ETAS[-1], 0.01, value=FIRST, marks=None, id="eta", updatemode="drag"),
    ]
)


@app.callback(  # type: ignore[untyped-decorator]
    Output("picture", "figure"), Input("eta", "value"), prevent_initial_call=True
)
def moved(eta: float) -> Patch:
    """The second line of the figure, for another η."""
    change = Patch()
    change["data"][1]["x"], change["data"][1]["y"] = path(eta)
    return change


if __name__ == "__main__":
    app.run(port=sys.argv[1], debug=False)
