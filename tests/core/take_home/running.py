"""Running scripts as a reader does, in a Python of their own; one for many, for its start costs most."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from math import inf, nan
from pathlib import Path

_RUNNER = """
import contextlib, io, json, runpy, sys
printed = []
for path in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        runpy.run_path(path, run_name="__main__")
    printed.append(out.getvalue())
print(json.dumps(printed))
"""
_WORDS = {"nan": nan, "+inf": inf, "inf": inf, "-inf": -inf, "oo": inf, "-oo": -inf}


def printed_by(scripts: Sequence[str], folder: Path) -> list[str]:
    """What each script prints; a warning is an error there as here."""
    paths = [folder / f"{place}.py" for place in range(len(scripts))]
    for path, script in zip(paths, scripts, strict=True):
        path.write_text(script, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", _RUNNER],
        input=json.dumps([str(path) for path in paths]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return list(json.loads(run.stdout))


def values(output: str) -> dict[str, list[float]]:
    """The lines "name = numbers"."""
    found = re.findall(r"^(.+?) = (.+)$", output, re.MULTILINE)
    return {name: numbers(rest) for name, rest in found}


def rows(output: str) -> list[list[float]]:
    """The lines of two or more numbers alone, tables one below the other."""
    read = [numbers(line) for line in output.splitlines()]
    return [row for row in read if len(row) > 1]


def numbers(line: str) -> list[float]:
    """The numbers of a line, none where anything else stands in it."""
    try:
        return [_WORDS[word] if word in _WORDS else float(word) for word in line.split()]
    except ValueError:
        return []
