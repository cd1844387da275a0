"""Breaks in words: what a checklist comes to, and one line for each place of a scan."""

from core.continuity.breaks import Break
from core.continuity.conditions import Continuity, number_text, value_text
from core.limiting.trend import Trend
from core.numbers import number


def kind_sentence(found: Continuity, where: str) -> str:
    """What the three conditions come to at a point; `where` names it, as in "x = pi/2"."""
    match found.kind:
        case "continuous":
            return f"f is continuous at {where}: all three conditions hold."
        case "removable":
            limit = value_text(found.left)
            has = "has no value" if found.value != found.value else f"is {number_text(found.value)}"
            return (
                f"f has a removable break at {where}: it tends to {limit} and {has} there. "
                f"With the value {limit} it would be continuous."
            )
        case "jump":
            size = number_text(abs(found.jump))
            return (
                f"f jumps by {size} at {where}: from {value_text(found.left)} on the left to "
                f"{value_text(found.right)} on the right. No value at the point could mend that."
            )
        case "infinite":
            return f"f has an infinite break at {where}: beside it the values outgrow every bound."
        case "oscillating":
            return f"f has an oscillating break at {where}: beside it the values settle nowhere."
        case "end of the domain":
            return _end_sentence(found, where)
        case "isolated":
            return (
                f"{where} is an isolated point of the domain: f has a value there and none beside it, so "
                "nothing can come near, and there is no limit."
            )
        case "outside the domain":
            return f"f has no values near {where}: {where} lies outside the domain."
    return f"Whether f is continuous at {where} stays undecided: the values near it do not settle."


def break_sentence(place: Break) -> str:
    """One place of a scan: what breaks there, with its numbers."""
    found = place.continuity
    if place.left_slope is not None and place.right_slope is not None:
        return f"{place.kind}: f is continuous; its slope {_slopes(place.left_slope, place.right_slope)}."
    match place.kind:
        case "removable":
            value = "no value" if found.value != found.value else f"the value {number_text(found.value)}"
            return f"removable: the limit is {value_text(found.left)}, and f has {value} there."
        case "jump":
            return f"jump: {value_text(found.left)} from the left, {value_text(found.right)} from the right."
        case "infinite":
            return f"infinite: {_toward(found.left)} from the left, {_toward(found.right)} from the right."
        case "oscillating":
            return "oscillating: the values settle nowhere."
        case "end of the domain":
            side = "left" if found.right.kind == "undefined" else "right"
            return f"end of the domain: f has values on the {side} only."
        case "isolated":
            return f"isolated: f is {number_text(found.value)} here and has no values beside it."
    return "undecided: the values beside it do not settle."


def _end_sentence(found: Continuity, where: str) -> str:
    side, trend = ("left", found.left) if found.right.kind == "undefined" else ("right", found.right)
    only = f"{where} is an end of the domain: f has values on the {side} only, so there is no limit from both"
    if trend.kind == "finite" and found.value == found.value and trend.agrees(found.value):
        return f"{only} sides. Seen from the {side} alone, f is continuous."
    return f"{only} sides."


def _slopes(left: Trend, right: Trend) -> str:
    """Both sides' slopes, as what follows "its slope"."""
    first, second = (
        "settles nowhere" if trend.kind == "oscillates" else f"is {_toward(trend)}" for trend in (left, right)
    )
    return f"{first} from the left, and {second} from the right"


def _toward(trend: Trend) -> str:
    if trend.kind == "finite":
        return number(float(trend.limit))
    return {"+inf": "∞", "-inf": "−∞"}.get(trend.kind, trend.kind)
