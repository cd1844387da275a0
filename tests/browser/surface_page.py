"""A page with nothing but a surface and a slider that moves the point on it."""

import streamlit as st

from charts.surface import Sheet, surface_chart
from core.expression import parse
from core.sampling.surface_grid import cut_through, surface_grid
from core.slopes.sampled import window_heights
from core.tangent_plane import tangent_plane
from core.windows import Window
from ui.surface import show

WINDOW = ((-4.0, 4.0), (-4.0, 4.0))

st.title("A surface")
x = st.slider("Point x", -3.0, 3.0, 2.0, 0.1)
bowl = parse("x^2 + y^2", ("x", "y"))
plane = tangent_plane(bowl, (x, 3.0))
drawn = surface_chart(
    surface=surface_grid(bowl, WINDOW),
    window=WINDOW,
    heights=window_heights(bowl, Window(*WINDOW)),
    point=(x, 3.0, plane.height),
    gradient=plane.slopes,
    cuts={"along x": cut_through(bowl, (x, 3.0), 0, WINDOW)},
    sheets=[Sheet("tangent plane", surface_grid(plane, ((x - 1, x + 1), (2.0, 4.0)), cells=12))],
)
show(drawn, "surface")
st.code("\n".join(f"line {line}" for line in range(60)), language=None)  # something to scroll to
