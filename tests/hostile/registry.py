"""The list of hostile files: how each is made, what is expected of it, and why."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ckt_extract import Limits

__all__ = ["BRIEF", "REGISTRY", "SMALL", "Hostile", "hostile"]

SMALL = Limits(seconds=120, page_seconds=60, memory_mb=400)
"""Limits of a file whose outcome must not depend on how fast the machine is, nor how busy."""
BRIEF = Limits(seconds=12, page_seconds=4, memory_mb=400)
"""Limits of a file that would take for ever on any machine."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file of the set."""

    name: str
    why: str
    """What it does, and why the outcome is right."""
    make: Callable[[], bytes] = field(repr=False)
    expected: str = "Report"
    """`Report`, or the class of the error; `A|B` where both are right, and `why` says when."""
    says: str = ""
    """Pattern that the error's message, or a warning of the report, has to match."""
    finds: int | None = None
    """A count that has to be among the results: what can be read of the file is read."""
    key: str | None = None
    """The password."""
    limits: Limits = SMALL


REGISTRY: dict[str, Hostile] = {}


def hostile(
    expected: str = "Report",
    *,
    says: str = "",
    finds: int | None = None,
    key: str | None = None,
    limits: Limits = SMALL,
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register the function below it as the maker of a file; its docstring says why."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        why = " ".join((make.__doc__ or "").split())
        add(Hostile(make.__name__, why, make, expected, says, finds, key, limits))
        return make

    return register


def add(file: Hostile) -> None:
    """Register a file.

    Raises:
        ValueError: There is one of that name.
    """
    if file.name in REGISTRY:
        raise ValueError(f"two hostile files are called {file.name}")
    REGISTRY[file.name] = file
