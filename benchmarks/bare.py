"""The yardstick: a Streamlit page with one slider, one text field and one line chart of 400 points."""

import numpy as np
import pyarrow as pa
import streamlit as st

eta = st.slider("Learning rate η", 0.0, 1.0, 0.4, 0.01)
st.text_input("f(x)", "x")
x = np.linspace(-3.0, 6.0, 400)
st.vega_lite_chart(
    pa.table({"x": x, "y": (x - 2.0) ** 2 + eta}),
    {
        "mark": "line",
        "encoding": {
            "x": {"field": "x", "type": "quantitative"},
            "y": {"field": "y", "type": "quantitative", "scale": {"domain": [0, 25]}},
        },
    },
    height=300,
)
