"""A surface in space on the screen: turned by mouse, finger or slider; new numbers leave it turned so."""

from pathlib import Path

import streamlit as st

from charts import surface as drawn
from charts.surface import Scene

_HTML = """
<div>
  <canvas role="img"></canvas>
  <ul aria-label="Key"></ul>
  <p>
    <label>Turn <input type="range" name="turn" min="-180" max="180" step="1"></label>
    <label>Tilt <input type="range" name="tilt" min="5" max="90" step="1"></label>
  </p>
</div>
"""

# pan-y: a finger that moves up or down scrolls the page as everywhere, one that moves across turns.
_CSS = """
div { font: 14px var(--st-font, sans-serif); }
canvas { display: block; width: 100%; height: 400px; touch-action: pan-y; cursor: grab; }
canvas:active { cursor: grabbing; }
ul, p { display: flex; flex-wrap: wrap; justify-content: center; gap: 4px 18px; margin: 6px 0; padding: 0; }
li, label { display: flex; align-items: center; gap: 6px; }
li span { display: inline-block; width: 22px; box-sizing: border-box; }
"""

_PAINTER = Path(drawn.__file__).with_name("drawing.js").read_text(encoding="utf-8")
_SCRIPT = _PAINTER + Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

_space = st.components.v2.component("surface", html=_HTML, css=_CSS, js=_SCRIPT)


def show(scene: Scene, key: str) -> None:
    """Draw the scene. `key` names the picture: as long as it stays, so does the camera."""
    _space(data={"name": key, "scene": scene.figure, "alt": scene.alt}, key=key)
