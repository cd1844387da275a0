"""One of a few named choices as an answer."""

from dataclasses import dataclass

from core.errors import CalculusError
from core.practice.answering.answer import Finding
from core.practice.answering.values import close, value_of


@dataclass(frozen=True)
class Option:
    """One choice: its name, what stands on the screen, what it means, and its value if it is a number."""

    name: str
    label: str
    means: str
    value: float | None = None


@dataclass(frozen=True)
class ChoiceAnswer:
    """One of the options; its values are their names."""

    options: tuple[Option, ...]

    @property
    def invitation(self) -> str:
        """All labels."""
        return "one of: " + "; ".join(option.label for option in self.options)

    @property
    def tolerance(self) -> str:
        """A choice is right or not."""
        return "One choice is right."

    def read(self, text: str) -> str:
        """The option of this name or label, capitals or not."""
        bare = " ".join(text.split()).casefold().replace("−", "-")
        for option in self.options:
            if bare in (option.name.casefold(), option.label.casefold().replace("−", "-")):
                return option.name
        if self.options[0].value is not None:
            typed = value_of(text)
            for option in self.options:
                if option.value is not None and close(typed / option.value, 1.0):
                    return option.name
        raise CalculusError(f"The answer is {self.invitation}.")

    def weigh(self, typed: str, right: str) -> Finding:
        """The same name, or what the chosen one would mean."""
        if typed == right:
            return Finding(True)
        chosen = self.option(typed)
        return Finding(False, f"It is not “{chosen.label}”. That would mean: {chosen.means}", typed)

    def written(self, answer: str) -> str:
        """The label."""
        return self.option(answer).label

    def option(self, name: str) -> Option:
        """The option of a name."""
        return next(option for option in self.options if option.name == name)
