"""A number as a format stores it, beside the exact number that was meant."""

from dataclasses import dataclass
from fractions import Fraction

from core.floating.bits import Bits, bits_of
from core.floating.formats import Float, Format
from core.floating.rounding import exact, spacing
from core.floating.writing import shortest


@dataclass(frozen=True, eq=False)
class Stored:
    """One number on the way. `meant` is the exact one, None where there is none (f off its domain)."""

    name: str
    value: Float
    form: Format
    meant: Fraction | None

    @property
    def exact(self) -> Fraction | None:
        """What is stored, None for ±∞ and NaN."""
        return exact(self.value)

    @property
    def off(self) -> Fraction | None:
        """stored − meant, None where one of them is no number."""
        return None if self.exact is None or self.meant is None else self.exact - self.meant

    @property
    def is_exact(self) -> bool:
        """Whether the format holds exactly the number that was meant."""
        return self.off == 0

    @property
    def bits(self) -> Bits:
        """Sign, exponent and fraction."""
        return bits_of(self.value, self.form)

    @property
    def spacing(self) -> Fraction | None:
        """The gap to the next number away from 0, one unit in the last place."""
        return None if self.exact is None else spacing(self.exact, self.form)

    @property
    def text(self) -> str:
        """The fewest digits that tell the number from its neighbours."""
        return shortest(self.value)

    @property
    def latex(self) -> str:
        """The same in LaTeX."""
        return shortest(self.value, latex=True)
