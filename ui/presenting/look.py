"""How presenter view looks: a style sheet and nothing else, so that all of a lesson works in it."""

from pathlib import Path

from charts.palette import DARK, LIGHT
from ui import address
from ui.presenting.bar import unfolded

_HERE = Path(__file__).parent
_ROOM, _FOLDED = (_HERE.joinpath(name).read_text(encoding="utf-8") for name in ("room.css", "folded.css"))

# A projector washes out what is quiet: such letters take the colour of the text, and the grid gets darker.
_QUIET = ", ".join(f'text[fill="{ink.quiet}" i]' for ink in (LIGHT, DARK))
_GRID = ", ".join(f'line[stroke="{ink.grid}" i]' for ink in (LIGHT, DARK))
_CONTRAST = f"""
svg.marks :is({_QUIET}) {{ fill: currentColor; }}
svg.marks :is({_GRID}) {{ stroke: color-mix(in srgb, currentColor 22%, transparent); }}
"""


def sheet() -> str:
    """The style of the page in hand; empty outside presenter view."""
    if not address.is_presenting():
        return ""
    return f"@media screen {{ {_ROOM} {_CONTRAST} {'' if unfolded() else _FOLDED} }}"
