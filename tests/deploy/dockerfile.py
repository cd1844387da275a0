"""A Dockerfile as its stages and instructions, as far as ours uses the language."""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import ROOT

DOCKERFILE = ROOT / "deploy" / "Dockerfile"


@dataclass(frozen=True)
class Instruction:
    """One instruction, such as COPY, and what follows it on its line."""

    name: str
    rest: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(shlex.split(self.rest))

    @property
    def command(self) -> list[str]:
        """The exec form of RUN, CMD or HEALTHCHECK … CMD; raises ValueError for the shell form."""
        return [str(word) for word in json.loads(self.rest[self.rest.index("[") :])]


@dataclass(frozen=True)
class Stage:
    """What is built from one FROM to the next."""

    base: str
    instructions: tuple[Instruction, ...]

    def all(self, name: str) -> tuple[Instruction, ...]:
        return tuple(one for one in self.instructions if one.name == name)

    def one(self, name: str) -> Instruction:
        """The only instruction of this name; raises ValueError where there are more or none."""
        (found,) = self.all(name)
        return found

    @property
    def environment(self) -> dict[str, str]:
        pairs = (pair.partition("=") for one in self.all("ENV") for pair in one.words)
        return {name: value for name, _, value in pairs}


def instructions(text: str) -> tuple[Instruction, ...]:
    """Comments left out and continued lines joined.

    >>> instructions("# why\\nENV A=1 \\\\\\n    B=2\\nUSER 1")
    (Instruction(name='ENV', rest='A=1     B=2'), Instruction(name='USER', rest='1'))
    """
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    whole = [line for line in re.sub(r"\\\n", "", lines).splitlines() if line.strip()]
    return tuple(Instruction(*line.split(maxsplit=1)) for line in whole)


def stages(path: Path = DOCKERFILE) -> tuple[Stage, ...]:
    """The stages in their order; the last one is the image."""
    found: list[tuple[str, list[Instruction]]] = []
    for one in instructions(path.read_text(encoding="utf-8")):
        if one.name == "FROM":
            found.append((one.rest, []))
        elif found:
            found[-1][1].append(one)
    return tuple(Stage(base, tuple(inside)) for base, inside in found)
