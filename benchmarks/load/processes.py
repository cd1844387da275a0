"""What a process and its children hold in memory and have computed, as Linux tells it in /proc."""

import os
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")
_PARENT, _OWN_TIMES, _RESIDENT = 1, slice(11, 13), 21
"""Places in /proc/…/stat after the name of the program (proc(5))."""


@dataclass(frozen=True)
class Weight:
    """Resident megabytes and seconds of processor time, of a process and its living children."""

    megabytes: float
    seconds: float
    processes: int


def family(number: int) -> list[int]:
    """The process and its living descendants, itself first."""
    parents = {int(entry.name): _fields(int(entry.name)) for entry in Path("/proc").glob("[0-9]*")}
    found = [number]
    for one in found:
        found += [
            child
            for child, fields in parents.items()
            if fields and int(fields[_PARENT]) == one and fields[0] != "Z"
        ]
    return found


def weight(number: int) -> Weight:
    """Shared pages count once for each process, so this is rather too much than too little."""
    fields = [known for known in map(_fields, family(number)) if known]
    megabytes = sum(int(one[_RESIDENT]) for one in fields) * _PAGE / 2**20
    seconds = sum(int(ticks) for one in fields for ticks in one[_OWN_TIMES]) / _TICK
    return Weight(megabytes, seconds, len(fields))


def _fields(number: int) -> list[str]:
    """The fields of /proc/…/stat from the state on; none when the process has ended."""
    try:
        text = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return text.rpartition(")")[2].split()
