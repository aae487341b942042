"""What can be given to read, and what is said about everything else."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from ckt_extract.errors import (
    CktExtractError,
    EmptyDocumentError,
    LimitExceededError,
    UnreadableError,
    UnsupportedError,
)
from ckt_extract.reading import Limits
from ckt_extract.reading.source import load_source
from tests.reading.pdfs import raw_pdf

PDF = raw_pdf("BT /F1 12 Tf 50 200 Td (57 bedrijven) Tj ET")


def test_paths_bytes_and_files_are_the_same_document(tmp_path: Path) -> None:
    """Whatever holds the bytes gives the same bytes, under its name."""
    path = tmp_path / "blad.pdf"
    path.write_bytes(PDF)
    with path.open("rb") as file:
        sources = [
            (str(path), "blad.pdf"), (path, "blad.pdf"), (file, "blad.pdf"),
            (PDF, "<bytes>"), (bytearray(PDF), "<bytes>"), (memoryview(PDF), "<bytes>"),
            (io.BytesIO(PDF), "<file>"),
        ]  # fmt: skip
        for source, name in sources:
            loaded = load_source(source, Limits())  # type: ignore[arg-type]
            expected = (name, PDF, hashlib.sha256(PDF).hexdigest(), None)
            assert expected == tuple(loaded)


REFUSED = {
    "missing": ("missing.pdf", UnreadableError, "no such file"),
    "directory": (".", UnsupportedError, "is a directory"),
    "url": ("https://example.org/blad.pdf", UnsupportedError, "a URL is not read"),
    "file url": ("file:///blad.pdf", UnsupportedError, "a URL is not read"),
    "null byte": ("a\0b.pdf", UnreadableError, "cannot be read"),
    "number": (12, UnsupportedError, "type int"),
    "text stream": (io.StringIO("%PDF-"), UnsupportedError, "text mode"),
    "empty": (b"", EmptyDocumentError, "no bytes"),
    "text": (b"Er zijn 57 bedrijven\n", UnreadableError, "but text"),
    "web page": (b"\n<!DOCTYPE html><html><body>", UnreadableError, "but a web page"),
    "xml": (b"<?xml version='1.0'?><a/>", UnreadableError, "but XML"),
    "office": (b"PK\x03\x04rest", UnreadableError, "office document"),
    "picture": (b"\x89PNG\r\n\x1a\n", UnreadableError, "PNG picture"),
    "noise": (bytes(range(256)) * 8, UnreadableError, "something else"),
    "blanks": (b" \n \n", UnreadableError, "white space"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals_say_what_it_is(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind of thing that is no PDF has its error and its message."""
    monkeypatch.chdir(tmp_path)
    source, kind, message = REFUSED[case]
    with pytest.raises(kind, match=message) as caught:
        load_source(source, Limits())  # type: ignore[arg-type]
    assert isinstance(caught.value, CktExtractError)
    assert kind is type(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe is refused instead of blocking."""
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with pytest.raises(UnsupportedError, match="no regular file"):
        load_source(pipe, Limits())


def test_closed_file_is_unreadable() -> None:
    """A file object that was closed gives an error of this library."""
    file = io.BytesIO(PDF)
    file.close()
    with pytest.raises(UnreadableError, match="cannot be read"):
        load_source(file, Limits())


def test_size_is_limited_while_reading() -> None:
    """No more than the limit and one byte is taken from a stream."""
    file = io.BytesIO(PDF)
    with pytest.raises(LimitExceededError, match="larger than 100 bytes"):
        load_source(file, Limits(bytes=100))
    assert 101 == file.tell()


@pytest.mark.parametrize("before", [1, 700, 1020])
def test_junk_before_the_header_is_noted(before: int) -> None:
    """A PDF with something in front of it is a PDF, and that is said."""
    loaded = load_source(b"x" * before + PDF, Limits())
    assert f"{before} bytes stand in front of the PDF header" == loaded.note


def test_file_that_lost_its_header_may_be_a_pdf() -> None:
    """Without a header, PDF objects still make it worth trying."""
    assert "the PDF header is missing" == load_source(PDF[9:], Limits()).note


@pytest.mark.parametrize("value", [0, -1, "10", None, True, float("nan"), float("inf")])
def test_limits_are_positive_numbers(value: object) -> None:
    """A limit that means nothing is refused at once."""
    with pytest.raises(ValueError, match=r"Limits\.seconds must be a positive number"):
        Limits(seconds=value)  # type: ignore[arg-type]


def test_limits_that_count_are_whole() -> None:
    """Half a page is no limit."""
    with pytest.raises(
        ValueError, match=r"Limits\.pages must be a positive whole number, not 2\.5"
    ):
        Limits(pages=2.5)  # type: ignore[arg-type]
