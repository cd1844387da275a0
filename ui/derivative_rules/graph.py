"""The tab of the graph: values flow forward, derivatives flow back, one node at a time."""

from typing import cast

import streamlit as st

from charts.operations import MOST_NODES, operations_chart
from charts.operations_data import Way
from core.computational_graph import Graph
from ui import address, messages, pictures
from ui.controls import choice
from ui.derivative_rules.cached import backward_of, forward_of, graph_of
from ui.derivative_rules.setting import Setting
from ui.derivative_rules.two_inputs import two_inputs
from ui.shell import dark
from ui.steps import worked_steps

_WAYS = {"forward": "Values forward", "backward": "Derivatives backward", "two": "Two inputs"}


def graph(setting: Setting) -> None:
    """One pass through the graph of f at x₀, or the chain rule for a function of two inputs."""
    way = choice("way", _WAYS, bare=True)
    if way == "two":
        two_inputs()
        return
    _pass(setting, cast(Way, way))


def _pass(setting: Setting, way: Way) -> None:
    found = graph_of(setting.text, setting.x0)
    asked = (setting.text, setting.x0)
    steps = forward_of(*asked) if way == "forward" else backward_of(*asked)
    if found.sentence:
        messages.tell(found.sentence)
    _picture(found, way)
    if not steps:
        messages.tell("f is one number: nothing has to be computed from x.", ":gray[:material/info:]")
        return
    worked_steps(steps, folded=True)


def _picture(found: Graph, way: Way) -> None:
    """The graph, as long as its nodes can be told apart."""
    if len(found.nodes) > MOST_NODES:
        st.caption(f"The graph has {len(found.nodes)} nodes, too many for a picture; the steps name each.")
        return
    drawn = operations_chart(graph=found, way=way, step=address.whole("step"), dark=dark())
    pictures.show(drawn, "graph")
