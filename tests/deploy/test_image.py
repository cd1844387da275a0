"""The image without Docker: the files that its Dockerfile copies, read-only, run as its CMD says."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from benchmarks.serving import ROOT, free_port, wait_until_healthy
from tests.deploy.cluster import command
from tests.deploy.dockerfile import stages
from tests.deploy.visitor import Shown, Visitor
from ui.course import LESSONS

BUILD, IMAGE = stages()
POWERLESS = ("setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all")
"""As in the cluster: even root is then held to the permissions of files."""


def copied() -> list[tuple[str, str]]:
    """Every source of a COPY from the context, and where it goes."""
    words = [one.words for one in BUILD.all("COPY")]
    return [(source, target) for *sources, target in words for source in sources]


def let_in() -> tuple[list[str], list[str]]:
    """What .dockerignore lets into the build, and what it keeps out again; it begins by keeping out all."""
    lines = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[:1] not in "#"]
    assert lines[0] == "*"
    return [line[1:] for line in lines[1:] if line[0] == "!"], [line for line in lines[1:] if line[0] != "!"]


@dataclass(frozen=True)
class Running:
    """The image at work: where it answers, its files, and the one folder it may write to."""

    address: str
    files: Path
    scratch: Path

    def contents(self) -> dict[str, int]:
        """Every file by name, with the time when it was written."""
        return {str(path): path.stat().st_mtime_ns for path in self.files.rglob("*")}


def build(app: Path) -> None:
    """What the COPY lines do, without what .dockerignore keeps out."""
    for source, target in copied():
        here, there = ROOT / source, app / target
        if here.is_dir():
            shutil.copytree(here, there, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            there.mkdir(parents=True, exist_ok=True)
            shutil.copy(here, there)


@pytest.fixture(scope="module")
def image() -> Iterator[Running]:
    """The app at work from read-only files, with no power and a folder for temporary files."""
    with TemporaryDirectory() as files, TemporaryDirectory() as scratch:
        app, port = Path(files), free_port()
        build(app)
        for path in (app, *app.rglob("*")):
            path.chmod(path.stat().st_mode & ~0o222)
        environment = {
            **IMAGE.environment,
            "PATH": os.environ["PATH"],
            "HOME": scratch,
            "TMPDIR": scratch,
        }
        powerless = POWERLESS if os.geteuid() == 0 else ()
        process = subprocess.Popen(
            [*powerless, *command(port)], cwd=app, env=environment, stderr=subprocess.DEVNULL
        )
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}", process)
            yield Running(f"http://127.0.0.1:{port}", app, Path(scratch))
        finally:
            process.terminate()
            process.wait(timeout=20)
            for path in (app, *app.rglob("*")):
                path.chmod(path.stat().st_mode | 0o200)


def opened(address: str, page: str, values: dict[str, str]) -> Shown:
    async def once() -> Shown:
        async with Visitor(address, page, values) as visitor:
            return await visitor.open()

    return asyncio.run(once())


@pytest.mark.parametrize("page", [row.name for row in LESSONS])
def test_the_image_holds_all_that_a_page_needs(image: Running, page: str) -> None:
    shown = opened(image.address, page, {})
    assert shown.exceptions == 0
    assert shown.headings == 1


def test_symbols_are_worked_out_in_the_image(image: Running) -> None:
    async def verdict() -> bool:
        async with Visitor(image.address, "limits", {"f": "sin(x)/x", "a": "0"}) as visitor:
            await visitor.open()
            for _ in range(100):
                shown = await visitor.run()
                if shown.step is not None:
                    return True
                await asyncio.sleep(0.2)
            return False

    assert asyncio.run(verdict())


def test_nothing_is_written_but_to_the_folder_for_that(image: Running) -> None:
    before = image.contents()
    opened(image.address, "training", {})
    assert image.contents() == before
    assert list(image.scratch.iterdir()) == []


def test_nobody_installs_anything_on_the_server(image: Running) -> None:
    async def answer() -> str:
        async with Visitor(image.address, "", {}) as visitor:
            question = BackMsg()
            question.backend_operation_request.session_id = (await visitor.open()).session
            question.backend_operation_request.install_skills.SetInParent()
            told = await visitor.asked(question, "backend_operation_response")
            return str(told.backend_operation_response.error_reason)

    assert asyncio.run(answer()) == "refused:headless"


def test_the_context_of_the_build_holds_what_is_copied_and_little_else() -> None:
    inside, outside = let_in()
    for source, _ in copied():
        assert (ROOT / source).exists(), source
        assert any(fnmatch(source, pattern) for pattern in inside), source
    assert "**/__pycache__" in outside
    for stranger in ("tests", ".git", "docs", "benchmarks", ".venv", "Makefile", ".streamlit/secrets.toml"):
        assert not any(fnmatch(stranger, pattern) for pattern in inside), stranger


def test_what_runs_was_compiled_where_it_was_built() -> None:
    (*_, compiled) = BUILD.all("RUN")
    assert compiled.command[1:3] == ["-m", "compileall"]
    assert IMAGE.environment["PYTHONDONTWRITEBYTECODE"] == "1"


def test_packages_come_by_their_hashes_and_nothing_is_built() -> None:
    (install,) = (one.command for one in BUILD.all("RUN") if "install" in one.command)
    assert {"--require-hashes", "--only-binary=:all:", "--requirement=deploy/requirements.lock"} <= set(
        install
    )


def test_the_image_is_the_second_stage_and_nobody_special() -> None:
    assert BUILD.base == "${PYTHON} AS build"
    assert all(one.words[0] == "--from=build" for one in IMAGE.all("COPY"))
    assert IMAGE.one("USER").rest == "10001:10001"
    assert not IMAGE.all("RUN")
    assert not any("SECRET" in name or "TOKEN" in name for name in IMAGE.environment)


def test_its_health_is_asked_for_without_a_shell(image: Running) -> None:
    (python, *words) = IMAGE.one("HEALTHCHECK").command
    assert python == "python"
    moved = [word.replace("http://127.0.0.1:8501", image.address) for word in words]
    assert moved != words
    subprocess.run([*command(0)[:1], *moved], check=True, timeout=60)
