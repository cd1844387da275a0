"""`python -m benchmarks.profile "Learning Rate, f(x)"`: where a moved slider spends its time on the server.

Runs of the page by Streamlit's own runner, asked for over its own socket; only what the runner does with the
page is counted. `--functions` types new functions in place of moving the slider.
"""

import argparse
import os
import signal
import threading
import time
from contextlib import ExitStack
from typing import Any

from pyinstrument import Profiler
from streamlit import config
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web import bootstrap

from benchmarks.measuring.server import ROUNDS, Visitor
from benchmarks.serving import Served, answers, free_port
from benchmarks.subjects import BARE, Subject, subjects_named

INTERVAL = 0.0005  # seconds between two looks at the stack
LEAST = 0.02  # what takes less of the time is left out


class Looking:
    """Looks at the stack of every run of a page while `on`; the runs add up in one profile."""

    def __init__(self) -> None:
        self.on, self.runs = False, 0
        self.profiler = Profiler(interval=INTERVAL, async_mode="disabled")
        self._run: Any = ScriptRunner._run_script

    def run(self, runner: ScriptRunner, request: Any) -> None:
        """Stands in for ScriptRunner._run_script, which runs a page or a fragment once."""
        if not self.on:
            self._run(runner, request)
            return
        self.runs += 1
        with self.profiler:
            self._run(runner, request)

    def report(self) -> str:
        """The tree of calls in percent, what takes little left out, under the time of one run."""
        known = self.profiler.last_session
        if known is None:
            return "nothing ran"
        rare = {"filter_threshold": LEAST}
        tree = self.profiler.output_text(unicode=True, time="percent_of_total", processor_options=rare)
        return f"{self.runs} runs, {1000 * known.duration / self.runs:.1f} ms each\n{tree}"


def drive(looking: Looking, subject: Subject, address: str, functions: bool) -> None:
    """Warm the page, look while its slider moves, print, and end the server, whatever happens."""
    while not answers(f"{address}/_stcore/health"):
        time.sleep(0.1)
    with ExitStack() as stack:
        stack.callback(os.kill, os.getpid(), signal.SIGTERM)
        visitor = Visitor(stack, subject, Served(address, os.getpid(), 0.0))
        moves = visitor.types if functions else visitor.slides
        moves(0)
        looking.on = True
        for nth in range(1, ROUNDS):
            moves(nth)
        print(f"{subject.name}: {looking.report()}", flush=True)


def main() -> None:
    """Serve the page in this process, with a driver in a thread beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subject", help="a part of its name, such as 'Limits'; 'bare page' for the yardstick")
    parser.add_argument("--functions", action="store_true", help="type new functions, do not move the slider")
    asked = parser.parse_args()
    subject = BARE if asked.subject == BARE.name else subjects_named(asked.subject)[0]
    port, looking = free_port(), Looking()
    ScriptRunner._run_script = lambda runner, request: looking.run(runner, request)  # type: ignore[assignment,method-assign]
    options = {"server.port": port, "server.address": "127.0.0.1", "server.headless": True}
    bootstrap.load_config_options({name.replace(".", "_"): value for name, value in options.items()})
    config.set_option("server.fileWatcherType", "none")
    driver = (looking, subject, f"http://127.0.0.1:{port}", asked.functions)
    threading.Thread(target=drive, args=driver, daemon=True).start()
    bootstrap.run(str(subject.script), is_hello=False, args=[], flag_options={})


if __name__ == "__main__":
    main()
