"""The words of a picture of runs: names at the current points, numbers for each run, the start."""

from charts.encodings import PATH, Layer, calculate, field, walk_colour, walk_shape
from charts.palette import CURRENT_AREA, LABEL_SIZE, Palette
from charts.path_data import INSIDE, OUTSIDE, UNDEFINED

LINE_HEIGHT = 19
NARROW = 420


def name_layer(ink: Palette) -> Layer:
    """The run's name beside its current point, toward the middle, and where it went if it is outside.

    The first run's name stands higher than the second's, so that both can be read where two runs meet.
    """
    low = f"datum.kind == {UNDEFINED} || (datum.py - bottom) * sy < 26"
    below, above = "14 + 18 * datum.side", "-32 + 18 * datum.side"
    place = calculate(
        toward="datum.px > (left + right) / 2 ? -1 : 1",
        lost="datum.k ? ' leaves the domain' : ' is outside the domain'",
        went=f"datum.kind == {OUTSIDE} ? ' leaves to ' + datum.says_x : datum.lost",
        beside=f"datum.run + (datum.kind == {INSIDE} ? '' : datum.went)",
    )
    text = {
        "type": "text",
        "fontSize": LABEL_SIZE,
        "fontWeight": "bold",
        "align": {"expr": "datum.toward < 0 ? 'right' : 'left'"},
        "dx": {"expr": "14 * datum.toward"},
        "dy": {"expr": f"datum.oy > 0 ? {below} : {low} ? {above} : datum.side ? 14 : -14"},
        "aria": False,
    }
    encoding = {"x": field("px"), "y": field("py"), "text": {"field": "beside"}}
    return {
        "transform": [{"filter": f"step > 0 || datum.kind != {INSIDE}"}, *place],
        "layer": halo("names", text, ink, encoding, walk_colour(ink)),
    }


def words_above(ink: Palette, off: int) -> Layer:
    """The mark of one line of words, `off` pixels above the frame."""
    return {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "x": 0,
        "y": -off,
        "fontSize": {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"},
        "color": ink.text,
        "limit": {"expr": "width"},
    }


def halo(name: str, text: Layer, ink: Palette, encoding: Layer, colour: Layer) -> list[Layer]:
    """Text twice: first as a broad outline in the background's colour, so that it can be read over lines."""
    outline = {
        **text,
        "stroke": ink.background,
        "strokeWidth": 4,
        "strokeJoin": "round",
        "color": ink.background,
    }
    return [
        {"mark": outline, "encoding": encoding},
        {"name": name, "mark": text, "encoding": {**encoding, "color": colour}},
    ]


def readout_layers(ink: Palette, names: tuple[str, ...]) -> list[Layer]:
    """A line of numbers for each run, above the frame, where it never covers the picture."""
    row = {"expr": f"{LINE_HEIGHT} * datum.side - {LINE_HEIGHT + 16}"}
    where = names[0] if len(names) == 1 else f"({', '.join(names)})"
    named = f"(width < {NARROW} ? '' : '{where} = ')"
    says = f"datum.run + ', step ' + datum.k + ': ' + {named} + datum.says_x + ', f = ' + datum.says_f"
    glyph = {"type": "point", "filled": True, "size": 80, "opacity": 1, "aria": False}
    text = {"type": "text", "align": "left", "baseline": "middle", "limit": {"expr": "width - 14"}}
    size = {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"}
    return [
        {
            "mark": {**glyph, "x": 5, "y": row},
            "encoding": {"color": walk_colour(ink), "shape": walk_shape()},
        },
        {
            "name": "readout",
            "transform": calculate(says=says),
            "mark": {**text, "fontSize": size, "x": 15, "y": row},
            "encoding": {
                "text": {"field": "says"},
                "color": walk_colour(ink),
                "description": {"field": "says"},
            },
        },
    ]


def start_layer(ink: Palette) -> Layer:
    """The common start: a ring around the first point and its name, away from the middle or, if short of
    room there, above.
    """
    ring = {"type": "point", "filled": False, "size": CURRENT_AREA + 110, "strokeWidth": 2, "color": ink.text}
    aside = calculate(
        away="datum.px > (left + right) / 2 ? 1 : -1",
        room="(datum.away > 0 ? right - datum.px : datum.px - left) * sx > 60",
        name="'start'",
    )
    text = {
        "type": "text",
        "fontSize": LABEL_SIZE,
        "align": {"expr": "!datum.room ? 'center' : datum.away > 0 ? 'left' : 'right'"},
        "dx": {"expr": "datum.room ? 16 * datum.away : 0"},
        "dy": {"expr": "datum.room ? 0 : -20"},
        "aria": False,
    }
    place = {"x": field("px"), "y": field("py")}
    return {
        "data": PATH,
        "transform": [
            {"filter": f"datum.k == 0 && datum.side == 0 && datum.kind == {INSIDE}"},
            *aside,
        ],
        "layer": [
            {"mark": {**ring, "opacity": 1, "aria": False}, "encoding": place},
            *halo("start_name", text, ink, {**place, "text": {"field": "name"}}, {"value": ink.text}),
        ],
    }


def nearest_readout(data: str, off: str, line: str, ink: Palette) -> Layer:
    """One line of words above the frame, of the row that is nearest: where `off` is least.

    `off` and `line` are expressions over the columns of the data set.
    """
    nearest = [
        *calculate(off=off),
        {"window": [{"op": "row_number", "as": "nth"}], "sort": [{"field": "off"}]},
        {"filter": "datum.nth == 1"},
        *calculate(line=line),
    ]
    return {
        "name": "readout",
        "data": {"name": data},
        "transform": nearest,
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "middle",
            "x": 0,
            "y": -16,
            "fontSize": {"expr": f"width < {NARROW} ? 12 : {LABEL_SIZE}"},
            "color": ink.descent,
        },
        "encoding": {"text": {"field": "line"}, "description": {"field": "line"}},
    }
