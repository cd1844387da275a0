import pytest

from charts.palette import DARK, DASHES, LIGHT, SHAPES, Palette

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
