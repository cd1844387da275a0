"""The named sets: what they hold, and that the models they name can learn from them."""

import numpy as np
import pytest

from core.datasets import DATASETS, named_samples, objection, require_fit
from core.datasets.classes import SENTENCES
from core.errors import SettingError
from core.models import MODELS
from tests.core.golden import Golden

golden = Golden("training")
DRAWN = [name for name, row in DATASETS.items() if row.random]


@golden.checked_by("sentiment-table")
def sentiment_counts(case):
    table = named_samples("sentiment").x
    assert table.tolist() == case["verified"]
    assert [sentence for sentence, _ in SENTENCES] == [row[0] for row in case["input"]["rows"]]


@pytest.mark.parametrize("name", golden.checks)
def test_golden_case_holds(name):
    golden.check(name)


@pytest.mark.parametrize("name", DATASETS)
def test_every_model_named_fits_its_set(name):
    row = DATASETS[name]
    assert row.fits
    for model in row.fits:
        require_fit(MODELS[model], row.samples())


@pytest.mark.parametrize("name", DATASETS)
def test_a_model_is_refused_exactly_where_its_columns_or_labels_do_not_match(name):
    samples = DATASETS[name].samples()
    for model in MODELS.values():
        fewest, most = model.inputs
        columns = fewest <= samples.x.shape[1] <= most
        labels = not model.labels or set(samples.y.tolist()) == {0.0, 1.0}
        assert (objection(model, samples) is None) == (columns and labels)


@pytest.mark.parametrize("name", DRAWN)
def test_a_seed_decides_what_is_drawn(name):
    row = DATASETS[name]
    knobs = {"noise": 0.2} if name == "xor" else {}
    first, again, other = (row.samples(seed, **knobs).table for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("name", [name for name, row in DATASETS.items() if row.knobs])
@pytest.mark.parametrize("end", ["low", "high"])
def test_a_set_can_be_made_at_both_ends_of_every_knob(name, end):
    row = DATASETS[name]
    settings = {knob.name: getattr(knob, end) for knob in row.knobs}
    samples = named_samples(name, 1, **settings)
    assert samples.size == settings["count"]
    assert np.isfinite(samples.table).all()


def test_a_set_without_knobs_is_the_same_for_every_seed():
    assert all(
        np.array_equal(row.samples(1).table, row.samples(2).table)
        for row in DATASETS.values()
        if not row.random
    )


def test_seven_of_the_ten_tosses_are_one():
    assert named_samples("coin").y.sum() == 7
    assert named_samples("coin").size == 10


def test_moons_without_noise_lie_on_two_half_circles():
    moons = named_samples("two_moons", count=80, noise=0)
    upper, lower = moons.x[moons.y == 0], moons.x[moons.y == 1]
    assert np.hypot(*upper.T) == pytest.approx(1, abs=2e-3)
    assert np.hypot(*(lower - [1, 0.5]).T) == pytest.approx(1, abs=2e-3)
    assert upper[:, 1].min() >= 0
    assert lower[:, 1].max() <= 0.5


def test_xor_is_one_where_exactly_one_coordinate_is_one():
    table = named_samples("xor").table
    assert sorted(map(tuple, table.tolist())) == [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]


def test_a_noisy_line_without_noise_is_the_line():
    samples = named_samples("noisy_line", 5, noise=0, slope=2, height=-1)
    assert samples.y == pytest.approx(2 * samples.x[:, 0] - 1, abs=2e-3)


def test_an_unknown_set_is_a_sentence():
    with pytest.raises(SettingError, match="no data set of this name") as caught:
        named_samples("moons")
    assert caught.value.setting == "data"


def test_a_knob_out_of_its_range_is_a_sentence():
    with pytest.raises(SettingError, match="between 4 and 500"):
        named_samples("xor", count=1000)
    with pytest.raises(SettingError, match="no such knob"):
        named_samples("xor", colour=1)
