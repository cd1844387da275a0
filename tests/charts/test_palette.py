import math
from itertools import pairwise

import pytest

from charts.palette import (
    DARK,
    DASHES,
    FAMILY_DASHES,
    FAMILY_SHAPES,
    LIGHT,
    MOST_OF_A_FAMILY,
    SHAPES,
    Palette,
)

ACCENTS = ("function", "slope", "descent", "ascent", "error", "exact", "text", "quiet")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("accent", ACCENTS)
def test_every_accent_can_write_its_own_label(theme: Palette, accent: str) -> None:
    assert contrast(getattr(theme, accent), theme.background) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_level_curves_grow_paler_from_the_lowest_to_the_highest(theme: Palette) -> None:
    ratios = [contrast(shade, theme.background) for shade in theme.levels]
    assert ratios == sorted(ratios, reverse=True)
    assert ratios[0] >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_grid_stays_behind_everything(theme: Palette) -> None:
    assert contrast(theme.grid, theme.background) < 1.5


def test_the_two_runs_differ_in_shape_and_dash_as_well_as_in_colour() -> None:
    assert len(set(SHAPES)) == len(set(DASHES)) == len(set(LIGHT.walks)) == len(set(DARK.walks)) == 2


DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)


def as_seen(colour: str, vision: tuple[tuple[float, ...], ...] | None) -> list[float]:
    """Linear RGB; for a colour-blind eye by Machado, Oliveira and Fernandes (2009), severity 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    if vision is None:
        return linear
    return [min(max(sum(m * c for m, c in zip(row, linear, strict=True)), 0.0), 1.0) for row in vision]


def lab(linear: list[float]) -> list[float]:
    """CIE 1976 L*a*b*, white D65."""
    r, g, b = linear
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("vision", [None, DEUTERANOPIA, PROTANOPIA], ids=["all", "no green", "no red"])
def test_neighbours_in_a_family_can_be_told_apart_with_any_eyes(
    theme: Palette, vision: tuple[tuple[float, ...], ...] | None
) -> None:
    seen = [lab(as_seen(colour, vision)) for colour in theme.family]
    steps = [math.dist(one, other) for one, other in pairwise(seen)]
    assert min(steps) >= 8, steps


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_a_family_can_write_its_own_label(theme: Palette) -> None:
    assert min(contrast(colour, theme.background) for colour in theme.family) >= 4.5


def test_the_members_of_a_family_differ_in_shape_and_dash_as_well_as_in_colour() -> None:
    sizes = {len(set(looks)) for looks in (FAMILY_SHAPES, FAMILY_DASHES, LIGHT.family, DARK.family)}
    assert sizes == {MOST_OF_A_FAMILY}
