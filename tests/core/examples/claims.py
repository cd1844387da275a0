"""What the notes of examples claim, each computed again by a function of the tests."""

from collections.abc import Callable
from typing import Generic, TypeVar

Subject = TypeVar("Subject")


class Claims(dict[str, Callable[[Subject], None]], Generic[Subject]):
    """By the name of the example, the function that computes its claims."""

    def of(self, *names: str) -> Callable[[Callable[[Subject], None]], Callable[[Subject], None]]:
        """The decorated function computes the claims of these examples."""

        def enter(check: Callable[[Subject], None]) -> Callable[[Subject], None]:
            self.update(dict.fromkeys(names, check))
            return check

        return enter
