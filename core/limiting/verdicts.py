"""The verdicts on a limit by name: the title a person reads, and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """A verdict's title and its definition, a sentence each."""

    title: str
    definition: str


VERDICTS: Mapping[str, Named] = {
    "finite": Named(
        "There is a limit",
        "L is the limit if for every ε > 0 there is a δ > 0 such that f(x) is within ε of L whenever x is "
        "within δ of a, and not a itself.",
    ),
    "+inf": Named(
        "Grows without bound",
        "Near the point f exceeds every number. ∞ is no number, so there is no limit; one writes lim = ∞ all "
        "the same, to say in which way there is none.",
    ),
    "-inf": Named(
        "Falls without bound",
        "Near the point f falls below every number. −∞ is no number, so there is no limit; one writes "
        "lim = −∞ all the same, to say in which way there is none.",
    ),
    "sides-differ": Named(
        "No limit: the sides differ",
        "A limit is one number that f comes near to from both sides. Each side alone may still have its own.",
    ),
    "oscillates": Named(
        "No limit: f never settles",
        "However near the point, f takes values that stay apart, so it comes near to no single number.",
    ),
    "undefined": Named(
        "No limit: a side is missing",
        "Where f has no values near the point, there is nothing that could come near to a number.",
    ),
    "undecided": Named(
        "Undecided",
        "The two witnesses contradict each other, or only one of them has an answer. Both are shown.",
    ),
}
