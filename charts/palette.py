"""One accent per idea, readable in light and in dark, from the back of a room and without colour vision.

Okabe and Ito, "Color Universal Design" (2008), darkened or lightened until the contrast with the page's
background is at least 4.5 : 1 (WCAG 2.2, 1.4.3), so that a mark's own colour may also write its label.
Colour never speaks alone: descent is a solid line with circles, ascent a dashed line with diamonds.
A family of runs from one start is a ramp from blue to yellow, the axis that every common kind of colour
blindness leaves whole; its dashes grow shorter with η, and each member has a shape.
"""

from dataclasses import dataclass

CURVE_WIDTH = 3.0
PATH_WIDTH = 2.2
THIN_WIDTH = 1.2
POINT_AREA = 46
CURRENT_AREA = 150
LABEL_SIZE = 14
AXIS_SIZE = 13

SHAPES = ("circle", "diamond")
DASHES: tuple[tuple[int, ...], ...] = ((1, 0), (6, 3))
FAMILY_SHAPES = ("square", "diamond", "cross", "triangle-up", "triangle-down", "triangle-left")
FAMILY_DASHES: tuple[tuple[int, ...], ...] = ((14, 2), (10, 3), (7, 3), (5, 3), (3, 3), (2, 4))
MOST_OF_A_FAMILY = len(FAMILY_SHAPES)


@dataclass(frozen=True)
class Palette:
    """The colours of one theme.

    `levels` runs from the lowest level curve to the highest, `family` from the smallest learning rate of
    several runs to the largest.
    """

    function: str
    slope: str
    descent: str
    ascent: str
    error: str
    exact: str
    text: str
    quiet: str
    grid: str
    background: str
    levels: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def walks(self) -> tuple[str, str]:
        """The colour of the first run (descent) and of the second (ascent)."""
        return self.descent, self.ascent


LIGHT = Palette(
    function="#0072B2",
    slope="#A85A00",
    descent="#007A5C",
    ascent="#B03A85",
    error="#B84A00",
    exact="#2E7D32",
    text="#1A1D23",
    quiet="#5B6270",
    grid="#E4E7EE",
    background="#FFFFFF",
    levels=("#0B4F7D", "#2E86C1", "#8DBFE3"),
    family=("#012D53", "#2A307D", "#73276F", "#9B2850", "#A3472C", "#8E6D14"),
)

DARK = Palette(
    function="#56B4E9",
    slope="#F0A830",
    descent="#22C79E",
    ascent="#E58FC0",
    error="#FF7F45",
    exact="#7BC67E",
    text="#EEF0F4",
    quiet="#A9B0BD",
    grid="#2E343E",
    background="#15181D",
    levels=("#8CD0F7", "#3C86B8", "#2C5675"),
    family=("#7380FB", "#F964C4", "#FF8B97", "#FEAB89", "#FFC776", "#E8E959"),
)


def palette(dark: bool) -> Palette:
    """The colours for a dark or a light page.

    >>> palette(dark=True).background, palette(dark=False).background
    ('#15181D', '#FFFFFF')
    """
    return DARK if dark else LIGHT
