"""The table as a picture: how long each page takes from a key press to the redrawn picture, beside the aim.

SVG with its own style for light and dark pages: it follows the reader's theme, without a script.
"""

from html import escape

from benchmarks.report.measures import MEASURES, middle_of_bare
from benchmarks.report.record import Record, Row
from benchmarks.serving import ROOT

PLACE = ROOT / "docs" / "performance.svg"
AIM = next(measure for measure in MEASURES if measure.field == "redrawn")
TITLE = "From a key press on a slider to the redrawn picture, as a multiple of a bare Streamlit page"
WIDTH, NAMES, NUMBERS, LINE, TOP = 820, 240, 130, 24, 58
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1A1D23 }
.quiet { fill: #5A6270 } .name, .number { text-anchor: end }
.bare { fill: #8A929E } .lesson { fill: #009E73 } .peer { fill: #0072B2 } .aim { stroke: #D55E00 }
@media (prefers-color-scheme: dark) {
text { fill: #EEF0F4 } .quiet { fill: #A9B1BD }
.lesson { fill: #2BC99A } .peer { fill: #56B4E9 } .aim { stroke: #FF8A4C }
}
"""


def svg(record: Record) -> str:
    """One bar for each page: how often it takes the time of the bare page, measured in turns with it."""
    bars = [
        ("bare", middle_of_bare(record.lessons), 1.0),
        *(("lesson", row, row.ratio("redrawn") or 0.0) for row in record.lessons),
        *(("peer", row, row.ratio("redrawn") or 0.0) for row in record.peers),
    ]
    scale = (WIDTH - NAMES - NUMBERS) / max(AIM.aim, *(ratio for _, _, ratio in bars))
    height = TOP + LINE * len(bars) + 12
    aim = NAMES + AIM.aim * scale
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
            ' aria-label="Time from a key press on a slider to the redrawn picture, page by page">',
            f"<style>{STYLE}</style>",
            f'<text x="12" y="20">{TITLE}</text>',
            f'<text class="quiet" x="{aim:.0f}" y="44" text-anchor="middle">{AIM.aim:g} × bare page</text>',
            *(_bar(TOP + LINE * nth, scale, *bar) for nth, bar in enumerate(bars)),
            f'<path class="aim" stroke-dasharray="4 3" d="M{aim:.1f} {TOP - 8}V{height - 8}"/>',
            "</svg>\n",
        ]
    )


def _bar(top: int, scale: float, kind: str, row: Row, ratio: float) -> str:
    length, middle = ratio * scale, top + 14
    number = f"{row.cost.redrawn:.0f} ms" + (f" ({ratio:.2f}×)" if kind != "bare" else "")
    return (
        f'<text class="name" x="{NAMES - 10}" y="{middle}">{escape(row.name)}</text>'
        f'<rect class="{kind}" x="{NAMES}" y="{top}" width="{length:.1f}" height="18" rx="2"/>'
        f'<text class="number" x="{WIDTH - 12}" y="{middle}">{number}</text>'
    )


def write(record: Record) -> None:
    """Draw docs/performance.svg."""
    PLACE.write_text(svg(record), encoding="utf-8")
