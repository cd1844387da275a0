"""How symbolic work can end without a result: each way is an error of its own."""


class SymbolicError(Exception):
    """No symbolic result; str(error) is one sentence for the person who waits."""


class TimedOut(SymbolicError):  # noqa: N818 — named as it is said
    """The deadline passed and the worker was killed."""


class Busy(SymbolicError):  # noqa: N818
    """All workers are taken, or still starting; the same question may be asked again later."""


class Failed(SymbolicError):  # noqa: N818
    """The task itself gave up: SymPy knows no way."""


class Crashed(SymbolicError):  # noqa: N818
    """The worker died on its own, for instance out of memory."""


class TooLarge(SymbolicError):  # noqa: N818
    """The answer is longer than anybody would read."""


class Junk(SymbolicError):  # noqa: N818
    """What came back is not an answer."""


class NoProcesses(SymbolicError):  # noqa: N818
    """This machine starts no processes."""
