"""The golden cases of a lesson, and who checks each of them: a case nobody checks fails."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Case = dict[str, Any]
Check = Callable[[Case], None]

FOLDER = Path(__file__).parents[1] / "golden"


class Golden:
    """The cases of tests/golden/<lesson>.json by id, and a check for each."""

    def __init__(self, lesson: str) -> None:
        cases = json.loads((FOLDER / f"{lesson}.json").read_text(encoding="utf-8"))
        self.cases: dict[str, Case] = {case["id"]: case for case in cases}
        self.checks: dict[str, Check] = {}
        assert len(self.cases) == len(cases), "an id stands twice"

    def checked_by(self, *names: str) -> Callable[[Check], Check]:
        """The decorated function checks the cases of these ids."""

        def enter(check: Check) -> Check:
            self.checks.update(dict.fromkeys(names, check))
            return check

        return enter

    def check(self, name: str) -> None:
        """Compute one case again: it holds, or it is an erratum whose right value holds."""
        case = self.cases[name]
        assert case.get("agrees") is not False or case["erratum"] is not None
        self.checks[name](case)
