"""What the caller hands over becomes bytes with a name, or an error that says why not."""

import os
import re
import sys
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

from ckt_extract.errors import (
    EmptyDocumentError,
    LimitExceededError,
    UnreadableError,
    UnsupportedError,
)
from ckt_extract.patterns import pattern
from ckt_extract.reading.limits import Limits
from ckt_extract.reading.records import Source

__all__ = ["SourceLike", "load_source", "read_file"]

SourceLike = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
"""A path, the bytes of a PDF, or a file opened in binary mode."""

_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024  # as PDF readers do, ISO 32000 implementation note 13
_URL = pattern(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SURROGATES = pattern("[\ud800-\udfff]")
"""What stands in a file name for bytes that are no UTF-8; JSON cannot hold it."""
_KINDS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"%!PS", "a PostScript file"),
    (b"{\\rtf", "an RTF document"),
)


def load_source(source: SourceLike, limits: Limits) -> Source:
    """Read a source into memory and see whether it can be a PDF.

    Args:
        source: A path, the bytes of a PDF, or a file opened in binary mode.
        limits: `bytes` is the largest size that is read.

    Raises:
        UnsupportedError: A URL, a directory, a text stream or something else entirely.
        UnreadableError: There is no such file, it may not be read, or it is no PDF.
        EmptyDocumentError: It has no bytes.
        LimitExceededError: It is too large.
    """
    name, data = _bytes_of(source, min(limits.bytes, sys.maxsize - 1))
    if len(data) > limits.bytes:
        raise LimitExceededError(
            f"the file is larger than {limits.bytes} bytes",
            todo="Raise Limits.bytes if you trust the file.",
            document=name,
        )
    if not data:
        raise EmptyDocumentError("the file has no bytes", document=name)
    start = data.find(_HEADER, 0, _HEADER_WITHIN + len(_HEADER))
    note = f"{start} bytes stand in front of the PDF header" if start > 0 else None
    if start < 0:
        note = "the PDF header is missing"
        if b"endobj" not in data:
            raise UnreadableError(
                f"not a PDF but {_kind(data)}", todo="Give a PDF file.", document=name
            )
    return Source(name, data, sha256(data).hexdigest(), note)


def _bytes_of(source: SourceLike, most: int) -> tuple[str, bytes]:
    """Name and bytes; at most one byte more than allowed is read."""
    if isinstance(source, bytes | bytearray | memoryview):
        return "<bytes>", bytes(source)
    if isinstance(source, str | os.PathLike):
        return _read_path(source, most)
    if hasattr(source, "read"):
        return read_file(source, most)
    raise UnsupportedError(
        f"a source of type {type(source).__name__} is not read",
        todo="Give a path, bytes, or a file opened in binary mode.",
    )


def _read_path(source: str | os.PathLike[str], most: int) -> tuple[str, bytes]:
    try:
        path = os.fspath(source)
        text = _SURROGATES.sub("\ufffd", os.fsdecode(path))
    except Exception as error:  # whatever a path of the caller's making does
        raise UnreadableError(f"its path cannot be told: {error}") from error
    if _URL.match(text):
        raise UnsupportedError(
            "a URL is not read: this library never uses the network",
            todo="Download the file and give its path or its bytes.",
            document=text,
        )
    name = Path(text).name or text
    try:
        mode = os.stat(path).st_mode
        if S_ISREG(mode):
            with open(path, "rb") as file:
                return name, file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableError(
            "there is no such file", todo="Check the path.", document=text
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"the file cannot be read: {reason}", document=text) from error
    if S_ISDIR(mode):
        raise UnsupportedError(
            "it is a directory", todo="Give the files in it one by one.", document=text
        )
    raise UnsupportedError("it is no regular file", todo="Give its bytes instead.", document=text)


def read_file(file: BinaryIO, most: int) -> tuple[str, bytes]:
    """Name and bytes of an open file; at most one byte more than allowed is read.

    Raises:
        UnsupportedError: It is opened in text mode.
        UnreadableError: It cannot be read.
    """
    given = getattr(file, "name", None)
    name = _SURROGATES.sub("\ufffd", Path(given).name) if isinstance(given, str) else "<file>"
    parts: list[bytes] = []
    missing = most + 1
    while missing > 0:
        try:
            part = file.read(missing)
        except Exception as error:  # whatever a file of the caller's making does
            raise UnreadableError(f"the file cannot be read: {error}", document=name) from error
        if not isinstance(part, bytes):
            raise UnsupportedError(
                "the file is opened in text mode", todo='Open it with mode "rb".', document=name
            )
        if not part:
            break
        parts.append(part)  # an unbuffered file gives less than it is asked for
        missing -= len(part)
    return name, b"".join(parts)


def _kind(data: bytes) -> str:
    """What a file without a PDF header is, for the message."""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            return kind
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if re.match(rb"<(!doctype\s+html|html|head|body)", head, re.IGNORECASE):
        return "a web page"
    if head.startswith(b"<"):
        return "XML"
    if not head:
        return "white space"
    printable = sum(byte >= 32 or byte in (9, 10, 13) for byte in head)
    if b"\x00" not in head and printable > 0.97 * len(head):
        return "text"
    return "something else"
