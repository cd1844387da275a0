"""Home: the map of the course, one question per lesson."""

from itertools import groupby

import streamlit as st

from core.examples import EXAMPLES
from ui.course import LESSONS
from ui.shell import NAME, begin, draw_course, link_to

EXAMPLES_SHOWN = 4

begin("Home", "")
with st.sidebar:
    draw_course()

st.title(f"{NAME}: calculus for machine learning, one step at a time", anchor=False)
st.markdown(
    "Type a function of your own and watch what happens to it. Every curve, step and number is computed "
    "from what you typed, and checked a second way."
)

for section, rows in groupby(LESSONS, key=lambda row: row.section):
    st.header(section, anchor=False)
    for row in rows:
        with st.container(border=True):
            link_to(row.path, row.name, f"**{row.question}**", row.icon)
            if row.kind == "reference":
                st.markdown(f"{row.label}, from every lesson.")
                continue
            st.markdown(f"{row.label}. Start with your own function, or with one of these:")
            with st.container(horizontal=True):
                for example in EXAMPLES.get(row.name, ())[:EXAMPLES_SHOWN]:
                    st.page_link(row.path, label=example.title, width="content", query_params=example.values)
