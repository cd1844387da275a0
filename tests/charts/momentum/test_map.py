"""The map over (η, β), drawn: its image, its ridge and what it says of the chosen pair."""

import base64

import numpy as np
import pytest
import vl_convert

from charts.momentum import BANDS, momentum_map_chart
from charts.palette import DARK, LIGHT
from charts.picture import Picture
from core.momentum import rate_map
from tests.charts.scene import VEGA_LITE, draw, with_data
from tests.charts.test_basins import decoded


def picture(
    least: float = 2.0,
    most: float = 50.0,
    chosen: tuple[float, float] | None = (0.02, 0.64),
    dark: bool = False,
) -> Picture:
    return momentum_map_chart(found=rate_map(least, most, cells=60), chosen=chosen, dark=dark)


def pixels(shown: Picture) -> np.ndarray:
    """The colours of the image, the lowest β first."""
    head, body = str(shown.data["image"]["url"][0]).split(",")
    assert head == "data:image/png;base64"
    return decoded(base64.b64decode(body))[::-1].astype(int)


@pytest.mark.parametrize("dark", [False, True])
def test_it_compiles_and_is_drawn(dark: bool) -> None:
    drawn = vl_convert.vegalite_to_png(with_data(picture(dark=dark)), vl_version=VEGA_LITE)
    assert drawn.startswith(b"\x89PNG") and len(drawn) > 5_000


@pytest.mark.parametrize("dark", [False, True])
def test_exactly_the_pairs_that_do_not_settle_are_grey(dark: bool) -> None:
    found = rate_map(2.0, 50.0, cells=60)
    grey = [int((DARK if dark else LIGHT).grid[i : i + 2], 16) for i in (1, 3, 5)]
    assert ((pixels(picture(dark=dark)) == grey).all(axis=2) == (found.factor >= 1)).all()


def test_a_faster_pair_is_never_paler() -> None:
    found = rate_map(2.0, 50.0, cells=60)
    light = pixels(picture()).sum(axis=2)
    settles = found.factor < 1
    order = np.argsort(found.factor[settles], kind="stable")
    assert (np.diff(light[settles][order]) >= 0).all()
    assert len(np.unique(light[settles])) > BANDS / 2


def test_the_ridge_is_drawn_through_the_best_pair() -> None:
    scene = draw(picture())
    plane = scene.marks("plane")[0]
    (best,) = scene.marks("best")
    assert best["x"] == pytest.approx(plane["width"] * (1 / 18) / 0.08, abs=0.01)
    assert best["y"] == pytest.approx(plane["height"] * (1 - 4 / 9), abs=0.01)
    ridge = [(mark["x"], mark["y"]) for mark in scene.marks("ridge")]
    assert min(np.hypot(x - best["x"], y - best["y"]) for x, y in ridge) < 0.01
    assert max(y for _, y in ridge) == pytest.approx(best["y"])


def test_the_chosen_pair_is_marked_and_its_rate_is_said() -> None:
    scene = draw(picture())
    plane, (chosen,) = scene.marks("plane")[0], scene.marks("chosen")
    assert (chosen["x"], chosen["y"]) == pytest.approx((plane["width"] / 4, plane["height"] * 0.36))
    assert scene.texts("readout") == [
        "η = 0.02, β = 0.64: a step leaves 0.8 of the error, 10.3 steps a digit"
    ]


def test_a_pair_that_does_not_settle_is_said_to() -> None:
    assert draw(picture(chosen=(0.07, 0.1))).texts("readout") == [
        "η = 0.07, β = 0.1: a step multiplies the error by 2.358, it does not settle"
    ]


@pytest.mark.parametrize("chosen", [None, (0.2, 0.5)])
def test_without_a_pair_in_the_map_nothing_is_marked(chosen: tuple[float, float] | None) -> None:
    scene = draw(picture(chosen=chosen))
    assert scene.marks("chosen") == []
    assert scene.texts("readout") == []


def test_the_words_tell_the_best_pair_and_the_chosen_one() -> None:
    words = draw(picture()).marks("plane")[0]["description"]
    assert words.startswith("The best pair is η = 0.05556, β = 0.4444: a step leaves 0.6667 of the error,")
    assert "without momentum at best 0.9231" in words
    assert "Chosen: η = 0.02, β = 0.64" in words


def test_a_click_reports_eta_and_beta() -> None:
    shown = picture()
    (selection,) = shown.spec["layer"][1]["params"]
    assert selection["select"]["fields"] == ["eta", "beta"]
    assert shown.selections == ("start",)


def test_only_data_changes_with_the_chosen_pair() -> None:
    one, other = picture(), picture(chosen=(0.05, 0.3))
    assert one.spec is other.spec
    assert one.alt == other.alt


@pytest.mark.parametrize(("least", "most"), [(1.0, 1.0), (1e-6, 1e6), (3.0, 4.0)])
def test_round_and_very_long_bowls_have_their_map(least: float, most: float) -> None:
    shown = picture(least, most, chosen=(1 / most, 0.5))
    for columns in shown.data.values():
        for column in columns.values():
            assert column.dtype.kind in "U" or np.isfinite(column).all()
    assert len(draw(shown).marks("chosen")) == 1


def test_the_picture_is_light() -> None:
    shown = momentum_map_chart(found=rate_map(2.0, 50.0))
    size = sum(len(str(column.tolist())) for columns in shown.data.values() for column in columns.values())
    assert size < 20_000
