"""Everything that can go wrong, as one tree.

::

    CktExtractError
    ├── UnreadableError (ValueError)        not a PDF, or damaged beyond repair
    │   └── EmptyDocumentError              no bytes, or a PDF without a page
    ├── EncryptedError (PermissionError)    a password is missing or wrong
    ├── LimitExceededError (RuntimeError)   too large, too long, too much memory
    ├── UnsupportedError (ValueError)       a kind of input that is not read
    ├── MissingExtraError (ImportError)     an optional dependency is not installed
    ├── FactNotFoundError (LookupError)     `Report.find` found nothing, or more than one
    └── CatalogueError (ValueError)         a mistake in an indicator catalogue

Each says what happened, where, and what to do, and survives pickling.
"""

from typing import Any

from ckt_extract.untrusted import harmless

__all__ = [
    "CatalogueError",
    "CktExtractError",
    "EmptyDocumentError",
    "EncryptedError",
    "FactNotFoundError",
    "LimitExceededError",
    "MissingExtraError",
    "UnreadableError",
    "UnsupportedError",
]


class CktExtractError(Exception):
    """The root: `except CktExtractError` catches whatever this library raises.

    Args:
        what: What happened, as a sentence without a full stop.
        todo: What the reader of the message can do about it; by default what usually helps.
        document: Name of the document, where one is concerned.
        page: 1-based page number, where one is concerned.
    """

    usually = ""
    """What can be done about errors of this class, where nothing better is known."""

    def __init__(
        self,
        what: str,
        *,
        todo: str = "",
        document: str | None = None,
        page: int | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo or self.usually
        self.document = document
        self.page = page

    def __str__(self) -> str:
        where = self.document or ""
        if self.page is not None:
            where = f"{where}, page {self.page}" if where else f"page {self.page}"
        message = f"{where}: {self.what}" if where else self.what
        # Names of files, and what libraries say, may quote what the document holds
        return harmless(f"{message}. {self.todo}" if self.todo else message)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by attributes, since the constructor takes keywords."""
        return (_restore, (type(self), self.args, self.__dict__))


def _restore(
    kind: type[CktExtractError], args: tuple[Any, ...], state: dict[str, Any]
) -> CktExtractError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class UnreadableError(CktExtractError, ValueError):
    """The input is not a PDF, or is damaged beyond repair."""

    usually = "See whether a PDF viewer opens it, and get another copy if not."


class EmptyDocumentError(UnreadableError):
    """The input has no bytes, or is a PDF without a page."""

    usually = "Get another copy of it."


class EncryptedError(CktExtractError, PermissionError):
    """The PDF is encrypted, and the password is missing or wrong."""

    usually = "Give the password as password=."


class LimitExceededError(CktExtractError, RuntimeError):
    """Reading the document would take more than `Limits` allows."""

    usually = "Raise the limit in Limits if you trust the file."


class UnsupportedError(CktExtractError, ValueError):
    """The source is of a kind that is not read."""

    usually = "Give a path, bytes, or a file opened in binary mode."


class MissingExtraError(CktExtractError, ImportError):
    """A feature needs an optional dependency that is not installed."""


class FactNotFoundError(CktExtractError, LookupError):
    """No fact, or more than one, answers what was asked of a report."""


class CatalogueError(CktExtractError, ValueError):
    """An indicator catalogue has a mistake; the message names the entry."""
