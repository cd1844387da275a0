"""What one run of the bench found: docs/performance.json, from which tables and picture are made."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from benchmarks.serving import ROOT

PLACE = ROOT / "docs" / "performance.json"


@dataclass(frozen=True)
class Cost:
    """Medians of one page; None where it was not measured.

    Milliseconds on the server of a moved slider and of a new function, kilobytes of a moved slider, reruns
    for a busy second of one core, milliseconds in the browser to the redrawn and to the first picture.
    """

    slider: float | None = None
    function: float | None = None
    kilobytes: float | None = None
    per_second: float | None = None
    redrawn: float | None = None
    first: float | None = None


@dataclass(frozen=True)
class Row:
    """A page, and what the bare page cost in the same turns."""

    name: str
    cost: Cost
    bare: Cost

    def ratio(self, measure: str) -> float | None:
        """How many times the bare page's.

        >>> Row("a", Cost(redrawn=130.0), Cost(redrawn=100.0)).ratio("redrawn")
        1.3
        """
        own, bare = getattr(self.cost, measure), getattr(self.bare, measure)
        return own / bare if own is not None and bare else None


@dataclass(frozen=True)
class Cold:
    """Seconds from the start of a process: ready, first run finished, first picture in a browser."""

    name: str
    healthy: float
    finished: float
    picture: float


@dataclass(frozen=True)
class Grown:
    """Milliseconds at each size; time grows as size ** exponent where the work grows as size ** work."""

    name: str
    sizes: tuple[int, ...]
    milliseconds: tuple[float, ...]
    work: float
    exponent: float


@dataclass(frozen=True)
class Computed:
    """Milliseconds of a piece of mathematics, median and worst, and the aim it was designed for."""

    name: str
    median: float
    worst: float
    aim: float


@dataclass(frozen=True)
class Machine:
    """What the run says of where it ran: cores, Python, load averages before and after, minutes it took."""

    cores: int
    python: str
    before: tuple[float, ...]
    after: tuple[float, ...]
    minutes: float


@dataclass(frozen=True)
class Record:
    """Everything of one run."""

    machine: Machine
    lessons: tuple[Row, ...]
    peers: tuple[Row, ...]
    cold: tuple[Cold, ...]
    growth: tuple[Grown, ...]
    computed: tuple[Computed, ...]


KINDS = {"peers": Row, "lessons": Row, "cold": Cold, "growth": Grown, "computed": Computed}


def write(record: Record, place: Path = PLACE) -> None:
    """Write it with three digits of each measured number."""
    text = json.dumps(_three_digits(asdict(record)), indent=1, ensure_ascii=False)
    place.write_text(text + "\n", encoding="utf-8")


def read(place: Path = PLACE) -> Record:
    """Read what `write` wrote."""
    found = json.loads(place.read_text(encoding="utf-8"))
    rooms = {name: tuple(_made(kind, one) for one in found[name]) for name, kind in KINDS.items()}
    return Record(_made(Machine, found["machine"]), **rooms)


def _made(kind: Any, found: Mapping[str, Any]) -> Any:
    """A dataclass from the dict that asdict made of it; lists were tuples, dicts are costs."""
    made = {
        one: Cost(**found[one]) if isinstance(found[one], dict) else _tuple(found[one])
        for one in (field.name for field in fields(kind))
    }
    return kind(**made)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _three_digits(value: Any) -> Any:
    match value:
        case float():
            return float(f"{value:.3g}")
        case dict():
            return {name: _three_digits(one) for name, one in value.items()}
        case list() | tuple():
            return [_three_digits(one) for one in value]
    return value
