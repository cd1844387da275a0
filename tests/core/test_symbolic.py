import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.symbolic import Busy, Crashed, Failed, Junk, TimedOut, TooLarge
from core.symbolic.ask import Desk
from core.symbolic.pool import MOST_WAITING, Pool, worker_command
from core.symbolic.time_limit import OutOfTime, within
from core.symbolic.worker import MOST_MEMORY

HERE = Path(__file__).parent
COMMAND = worker_command("slow_tasks", HERE)
DEADLINE = 0.4


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    pool = Pool(COMMAND, deadline=DEADLINE, patience=10)
    pool.ask("echo", ("ready",))
    yield pool
    pool.close()


def seconds_of(pool: Pool, task: str) -> float:
    start = time.monotonic()
    pool.ask(task, ("x",))
    return time.monotonic() - start


def wait_for_the_spare(pool: Pool) -> None:
    """Two questions at once need two started workers."""
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda text: pool.ask("nap", (text,)), "ab"))


def test_an_answer_comes_back(pool: Pool) -> None:
    assert pool.ask("echo", ("−x² ≤ π",)) == "−x² ≤ π"


def test_a_hang_is_cut_at_the_deadline_and_the_next_caller_is_served_at_once(pool: Pool) -> None:
    wait_for_the_spare(pool)
    start = time.monotonic()
    with pytest.raises(TimedOut):
        pool.ask("hang", ("x",))
    assert DEADLINE <= time.monotonic() - start < DEADLINE + 3
    assert seconds_of(pool, "echo") < 3


def test_a_killed_worker_is_gone(pool: Pool) -> None:
    number = pool.ask("process", ("x",))
    with pytest.raises(TimedOut):
        pool.ask("hang", ("x",))
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_crash_is_an_error_of_its_own(pool: Pool) -> None:
    with pytest.raises(Crashed):
        pool.ask("crash", ("x",))
    assert pool.ask("echo", ("after",)) == "after"


def test_workers_killed_while_nobody_asks_are_not_handed_out() -> None:
    pool = Pool(COMMAND, patience=10)
    with ThreadPoolExecutor(2) as threads:
        for number in set(threads.map(lambda text: pool.ask("process", (text,)), "abcd")):
            os.kill(number, signal.SIGKILL)
            os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT)
    assert [pool.ask("echo", (text,)) for text in "xyz"] == ["x", "y", "z"]
    pool.close()


def test_a_result_that_is_too_large_is_an_error_of_its_own(pool: Pool) -> None:
    with pytest.raises(TooLarge):
        pool.ask("too_large", ("x",))
    assert pool.ask("echo", ("after",)) == "after"


@pytest.mark.parametrize("line", ["not an answer", '{"number": 7, "result": 1}', "[]"])
def test_junk_on_the_pipe_is_an_error_of_its_own(line: str) -> None:
    greeting = """print('{"ready": true}', flush=True)"""
    script = f"import sys\n{greeting}\nfor _ in sys.stdin: print({line!r}, flush=True)"
    pool = Pool([sys.executable, "-I", "-c", script], patience=10)
    with pytest.raises(Junk):
        pool.ask("echo", ("x",))
    pool.close()


def test_junk_instead_of_a_greeting_is_junk_too() -> None:
    pool = Pool([sys.executable, "-I", "-c", "print('hello', flush=True); input()"], patience=10)
    with pytest.raises(Junk):
        pool.ask("echo", ("x",))
    pool.close()


def test_memory_has_a_limit(pool: Pool) -> None:
    assert MOST_MEMORY < 8 << 30
    with pytest.raises(Crashed):
        pool.ask("memory", ("x",))


def test_a_task_that_gives_up_leaves_its_worker_alive(pool: Pool) -> None:
    with pytest.raises(Failed, match="NotImplementedError"):
        pool.ask("give_up", ("x",))


def test_what_a_library_prints_does_not_reach_the_pipe(pool: Pool) -> None:
    assert pool.ask("chatter", ("still an answer",)) == "still an answer"


def test_the_environment_of_the_app_stays_out(pool: Pool) -> None:
    assert set(pool.ask("environment", ("x",))) <= {
        "PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS",
        "LC_CTYPE", "__CF_USER_TEXT_ENCODING",
    }  # fmt: skip


def test_no_question_is_lost_under_eight_threads(pool: Pool) -> None:
    texts = [str(number) for number in range(80)]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda text: pool.ask("echo", (text,)), texts))
    assert answers == texts


def test_hangs_and_crashes_among_eight_threads_touch_nobody_else(pool: Pool) -> None:
    def outcome(number: int) -> str:
        task = {0: "crash", 1: "hang"}.get(number % 8, "echo")
        try:
            return str(pool.ask(task, (str(number),)))
        except (Crashed, TimedOut) as error:
            return type(error).__name__

    with ThreadPoolExecutor(8) as threads:
        outcomes = list(threads.map(outcome, range(24)))
    expected = [{0: "Crashed", 1: "TimedOut"}.get(number % 8, str(number)) for number in range(24)]
    assert outcomes == expected


def test_a_worker_is_replaced_after_its_share_of_jobs() -> None:
    pool = Pool(COMMAND, most_jobs=2, patience=10)
    numbers = [pool.ask("process", ("x",)) for _ in range(4)]
    pool.close()
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_full_queue_answers_busy_instead_of_growing() -> None:
    pool = Pool(COMMAND, size=1, deadline=1.0, patience=1.5)
    pool.warm_up()
    outcomes: list[str] = []

    def ask() -> None:
        try:
            pool.ask("hang", ("x",))
        except (Busy, TimedOut, Crashed) as error:
            outcomes.append(type(error).__name__)

    start = time.monotonic()
    threads = [threading.Thread(target=ask) for _ in range(MOST_WAITING + 6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pool.close()
    assert len(outcomes) == MOST_WAITING + 6
    assert outcomes[:5] == ["Busy"] * 5
    assert time.monotonic() - start < 8


def test_a_question_that_had_less_than_its_time_may_find_an_answer_another_time() -> None:
    pool = Pool(COMMAND, deadline=60, patience=0.5)
    while not started(pool):
        continue
    with pytest.raises(Busy):
        pool.ask("hang", ("x",))
    pool.close()


def started(pool: Pool) -> bool:
    try:
        return bool(pool.ask("echo", ("ready",)))
    except Busy:
        return False


def test_answers_and_time_outs_are_remembered(pool: Pool) -> None:
    desk = Desk(pool)
    first = desk.result("process", "x")
    with pytest.raises(TimedOut):
        desk.result("hang", "x")
    start = time.monotonic()
    with pytest.raises(TimedOut):
        desk.result("hang", "x")
    assert desk.result("process", "x") == first
    assert time.monotonic() - start < 1


def test_a_question_that_was_forgotten_is_worked_on_anew(pool: Pool) -> None:
    asked = []

    class Counted(Pool):
        def ask(self, task: str, texts: Sequence[str]) -> object:
            asked.append(task)
            return pool.ask(task, texts)

    desk = Desk(Counted(COMMAND))
    for _ in range(2):
        with pytest.raises(TimedOut):
            desk.result("hang", "x")
    assert asked == ["hang"]
    desk.forget("hang", "x")
    with pytest.raises(TimedOut):
        desk.result("hang", "x")
    assert asked == ["hang", "hang"]


def test_a_crash_is_not_remembered(pool: Pool) -> None:
    desk = Desk(pool)
    pids = set()
    for _ in range(2):
        with pytest.raises(Crashed):
            desk.result("crash", "x")
        pids.add(pool.ask("process", ("x",)))
    assert len(pids) == 2


def test_where_no_process_can_be_started_the_work_is_done_here_with_the_same_deadline() -> None:
    def endless(_text: str) -> None:
        while True:
            len("x")

    pool = Pool(["/nowhere/python"], deadline=0.3)
    desk = Desk(pool, {"echo": lambda text: text, "endless": endless})
    pool.warm_up()
    assert desk.result("echo", "x") == "x"
    start = time.monotonic()
    with pytest.raises(TimedOut):
        desk.result("endless", "x")
    assert time.monotonic() - start < 4


def test_the_first_question_on_a_machine_without_processes_is_answered_too() -> None:
    desk = Desk(Pool(["/nowhere/python"]), {"echo": lambda text: text})
    assert desk.result("echo", "x") == "x"


def test_the_clock_cuts_a_loop_without_calls() -> None:
    def count() -> None:
        number = 0
        while True:
            number += 1

    with pytest.raises(OutOfTime):
        within(count, 0.05)
    assert sys.gettrace() is None


def test_within_the_time_nothing_is_changed() -> None:
    assert within(lambda: sum(range(10)), 5.0) == 45
