"""A word of the course, said in a line, and the lesson that shows it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Term:
    """`line` is one plain sentence or two; `lesson` and `values` are an address where it is on screen.

    `symbol` is what the course writes for it, "" if nothing.
    """

    name: str
    line: str
    lesson: str
    values: dict[str, str] = field(default_factory=dict)
    symbol: str = ""

    @property
    def key(self) -> str:
        """The name as the address writes it.

        >>> Term("Newton's method", "", "hessian_newton").key
        'newtons-method'
        """
        return self.name.lower().replace("'", "").replace(" ", "-")

    @property
    def letter(self) -> str:
        """Where the glossary lists it."""
        return self.name[0].upper()

    @property
    def title(self) -> str:
        """The name with its symbol.

        >>> Term("learning rate", "", "learning_rate", symbol="η").title
        'learning rate η'
        """
        return f"{self.name} {self.symbol}".rstrip()
