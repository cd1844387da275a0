"""Every value of the corpus under every key of every page is read, or the default stands."""

import pytest

from tests.hostile.addresses import VALUES
from tests.hostile.texts import TEXTS
from ui.address import resolved
from ui.keys import KEYS, Key, canonical

EVERY_KEY = [pytest.param(page, key, id=f"{page}-{key.name}") for page, keys in KEYS.items() for key in keys]


@pytest.mark.parametrize(("page", "key"), EVERY_KEY)
def test_a_key_reads_a_value_or_falls_back_to_its_default(page: str, key: Key) -> None:
    for value in VALUES:
        values, refused = resolved(page, {key.name: value})
        assert refused in ((), (key.name,))
        assert canonical(key.read(values[key.name])) == values[key.name]
        assert not refused or values[key.name] == key.default


@pytest.mark.parametrize("page", KEYS)
def test_a_page_reads_any_address(page: str) -> None:
    """All keys at once: each text of the corpus stands under some of them."""
    names = [key.name for key in KEYS[page]]
    for start in range(0, len(TEXTS), len(names)):
        asked = dict(zip(names, TEXTS[start:], strict=False))
        values, refused = resolved(page, asked)
        assert set(values) == set(names)
        assert set(refused) <= set(asked)
