"""What is known of a document before a page of it is read."""

from typing import NamedTuple

from msgspec import Struct

__all__ = ["Bookmark", "DocumentInfo", "Source"]


class Source(NamedTuple):
    """A document that looks like a PDF."""

    name: str
    data: bytes
    sha256: str
    """Of the bytes as given."""
    note: str | None
    """What is wrong with the bytes, where PDFium reads them all the same."""


class Bookmark(NamedTuple):
    """An entry of the outline."""

    level: int
    title: str
    page: int | None


class DocumentInfo(Struct, frozen=True):
    """What is known of a document before a page is read."""

    name: str
    sha256: str
    pages: int
    producer: str | None
    title: str | None
    repaired: str | None
    """Why the file was repaired, or what was passed over; None for a sound file."""
    outline: tuple[Bookmark, ...]
    attachments: int
    """Embedded files; they are not read."""
    scripts: bool
    """It carries JavaScript; it is not run."""
    encrypted: bool
