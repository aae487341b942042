"""What is said of a page or a job that failed, while the rest of a document can be read."""

from typing import Literal

from msgspec import Struct

from ckt_extract.errors import CktExtractError, LimitExceededError, UnreadableError

__all__ = ["Cause", "JobFailure", "PageFailure", "our_error", "why"]

Cause = Literal["unreadable", "limit", "crash"]


class PageFailure(Struct, frozen=True):
    """A page that could not be read."""

    number: int
    reason: str
    cause: Cause


class JobFailure(Struct, frozen=True):
    """A job that gave no answer."""

    name: str
    number: int
    reason: str
    cause: Cause


def our_error(error: Exception) -> CktExtractError | None:
    """The error that the user gets for one that came up; None when nothing is known of it."""
    if isinstance(error, CktExtractError):
        return error
    if isinstance(error, MemoryError):
        return LimitExceededError("there is not enough memory")
    if isinstance(error, RecursionError):
        return UnreadableError("it is nested too deeply")
    return None


def why(error: Exception) -> tuple[str, Cause]:
    """Reason and cause of a failure of one page or job."""
    known = our_error(error)
    if known is None:
        return f"{type(error).__name__}: {error}"[:500], "unreadable"
    return known.what, "limit" if isinstance(known, LimitExceededError) else "unreadable"
