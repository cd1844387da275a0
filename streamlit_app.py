"""Home: the map of the course, one question per lesson."""

import streamlit as st

from ui.home.map import cards, paths
from ui.shell import NAME, begin, draw_course

begin("Home", "")
with st.sidebar:
    draw_course()

st.title(f"{NAME}: calculus for machine learning, one step at a time", anchor=False)
st.markdown(
    "Type a function of your own and watch what happens to it. Every curve, step and number is computed "
    "from what you typed, and checked a second way."
)
paths()
cards()
