"""What reading a document may cost at most."""

from dataclasses import dataclass, fields
from math import inf

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one document; they hold in native code too, because a child process reads.

    The defaults let through every report, annex and ruling of the agreement many times over.

    Raises:
        ValueError: A limit is not a positive number.
    """

    bytes: int = 200_000_000
    """Size of the file."""
    pages: int = 5_000
    """Pages of the document."""
    seconds: float = 300.0
    """Time that a document may take in all, reading and understanding it."""
    page_seconds: float = 30.0
    """Time for one step: opening, one page, one table search or one OCR."""
    memory_mb: int = 1_500
    """Memory of the reading process in megabytes: enforced by Linux, watched on macOS, and not
    limited on Windows."""
    page_chars: int = 200_000
    """Characters on one page."""
    page_objects: int = 300_000
    """Drawn objects and path segments on one page that are looked at; the rest is left out."""

    def __post_init__(self) -> None:
        for limit in fields(self):
            value = getattr(self, limit.name)
            fraction = "seconds" in limit.name
            known = isinstance(value, int | float if fraction else int)
            if not known or isinstance(value, bool) or not 0 < value < inf:
                kind = "number" if fraction else "whole number"
                raise ValueError(f"Limits.{limit.name} must be a positive {kind}, not {value!r}")
