"""The processes below this one, as Linux tells them."""

import contextlib
from pathlib import Path

__all__ = ["command_of", "descendants", "in_session", "memory_mb", "peak_mb"]

_PROC = Path("/proc")


def descendants(pid: int | str = "self") -> list[int]:
    """Process ids of the children of a process, and of theirs."""
    found: list[int] = []
    for task in (_PROC / str(pid) / "task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, task.read_text().split()):
                found += [child, *descendants(child)]
    return found


def in_session(session: int) -> list[int]:
    """Process ids of the running processes of a session."""
    found = []
    for stat in _PROC.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, *fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[2]) == session and state != "Z":
                found.append(int(stat.parent.name))
    return found


def command_of(pid: int) -> bytes:
    """The command line of a process; empty when it is gone."""
    with contextlib.suppress(OSError):
        return (_PROC / str(pid) / "cmdline").read_bytes()
    return b""


def memory_mb(pid: int | str = "self") -> float:
    """Megabytes that a process has in memory."""
    return _field(pid, "VmRSS")


def peak_mb(pid: int | str = "self") -> float:
    """Most megabytes that a process ever had in memory."""
    return _field(pid, "VmHWM")


def _field(pid: int | str, name: str) -> float:
    with contextlib.suppress(OSError):
        for line in (_PROC / str(pid) / "status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) / 1000
    return 0.0
