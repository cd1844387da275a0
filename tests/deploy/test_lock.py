"""deploy/requirements.lock holds what requirements.txt asks for, pinned, with hashes, and names no host."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from benchmarks.serving import ROOT

LOCK = (ROOT / "deploy" / "requirements.lock").read_text("utf-8")
PINNED = {
    match["name"]: match
    for match in re.finditer(
        r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)(?: ; [^\\\n]+)? \\\n(?P<hashes>(?:    --hash=.*\n)+)",
        LOCK,
        flags=re.MULTILINE,
    )
}
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def asked(path: Path) -> list[Requirement]:
    return [Requirement(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("requirement", asked(ROOT / "requirements.txt"), ids=lambda one: str(one.name))
def test_the_lock_holds_what_is_asked_for(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINNED[requirement.name]["version"])


def test_the_lock_holds_the_server() -> None:
    assert {"uvicorn", "starlette", "websockets"} <= PINNED.keys()


def test_every_line_is_a_pin_or_one_of_its_hashes() -> None:
    rest = LOCK
    for match in PINNED.values():
        assert all(HASH.fullmatch(line) for line in match["hashes"].splitlines()), match["name"]
        rest = rest.replace(match[0], "")
    assert rest.strip() == ""


def test_the_lock_names_no_host() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK
