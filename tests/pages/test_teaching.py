"""The addresses of the teaching guide open what they say."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.pages.app import ROOT
from ui.address import resolved
from ui.keys import KEYS

GUIDE = Path(ROOT, "docs", "teaching.md").read_text(encoding="utf-8")
ADDRESSES = re.findall(r"`(/[a-z_]+\?[^`]+)`", GUIDE)


def test_the_guide_has_an_address_for_every_lesson() -> None:
    named = {urlsplit(address).path.strip("/") for address in ADDRESSES}
    assert named == {page for page in KEYS if page not in ("myths", "glossary")}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_guide_is_understood_whole(address: str) -> None:
    parts = urlsplit(address)
    page, asked = parts.path.strip("/"), dict(parse_qsl(parts.query, strict_parsing=True))
    known = {key.name for key in KEYS[page]}
    assert asked.keys() <= known
    assert resolved(page, asked)[1] == ()
