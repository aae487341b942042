"""Who stops early, by Ctrl-C or by wanting no more, leaves nothing behind."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from ckt_extract import extract_many
from tests.batch.processes import command_of, descendants, in_session
from tests.batch.sources import GOOD

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")

_PATIENCE = 60
"""Seconds to wait for what comes at once on a machine that has nothing else to do."""
_SCRIPT = """
import itertools, sys
from ckt_extract import extract_many
if __name__ == "__main__":
    for n, outcome in enumerate(extract_many(itertools.repeat(sys.argv[1]), workers=2, ocr="off")):
        assert outcome.report, outcome.error
        if n == 1:
            print("go", flush=True)
"""
_COMMAND = "from ckt_extract.cli import main; main()"


def _until(condition: Callable[[], bool]) -> bool:
    """Wait for something to become true; whether it did."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and not condition():
        time.sleep(0.02)
    return condition()


def _interrupt(process: "subprocess.Popen[bytes]", whole_group: bool) -> bytes:
    """Press Ctrl-C; what stands on the error stream when everything has ended."""
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=_PATIENCE)
    assert _until(lambda: not in_session(process.pid))
    return errors


def _start(*arguments: str | Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def test_who_wants_no_more_leaves_no_process() -> None:
    """Workers and reading processes end when the outcomes are no longer wanted."""
    before = set(descendants())
    many = extract_many(itertools.repeat(GOOD), workers=2, ocr="off")
    assert next(many).report is not None
    assert isinstance(many, Generator)
    many.close()
    assert _until(lambda: not set(descendants()) - before - _tracker())


def _tracker() -> set[int]:
    """Python's own process that looks after shared memory; it stays as long as we do."""
    return {pid for pid in descendants() if b"resource_tracker" in command_of(pid)}


def test_an_interrupt_of_the_program_ends_everything(tmp_path: Path) -> None:
    """Also where another program sends it, and to the first process only."""
    script = tmp_path / "read.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    with _start(script, GOOD) as process:
        assert process.stdout is not None
        assert b"go\n" == process.stdout.readline()
        assert len(in_session(process.pid)) >= 3  # itself, and two that read
        errors = _interrupt(process, whole_group=False)
    assert -signal.SIGINT == process.returncode
    assert errors.endswith(b"KeyboardInterrupt\n")
    assert 1 == errors.count(b"Traceback")  # of the script alone


def test_ctrl_c_ends_the_command_and_what_it_has_is_kept(tmp_path: Path) -> None:
    """The terminal sends it to all: one line on the error stream, status 130, whole lines."""
    files = []
    for number in range(400):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(GOOD.read_bytes() + b"%" * number)  # each has a hash of its own
    lines = tmp_path / "reports.jsonl"
    options = ("--jsonl", lines, "--ocr", "off", "--workers", "2")
    with _start("-c", _COMMAND, *options, *files) as process:
        assert _until(lambda: lines.exists() and lines.stat().st_size > 0)
        errors = _interrupt(process, whole_group=True)
    assert (130, b"ckt-extract: stopped\n") == (process.returncode, errors)
    done = lines.read_bytes().splitlines(keepends=True)
    assert 0 < len(done) < len(files)
    assert all(line.endswith(b"\n") for line in done)
    names = [json.loads(line)["document"]["name"] for line in done]
    assert [file.name for file in files[: len(done)]] == names
