"""Reading and layout without the process of their own, which is what they cost by themselves."""

import time
from collections.abc import Iterator
from pathlib import Path

from ckt_extract.laid_here import LaidHere
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.reading import Limits
from ckt_extract.reading.here import DocumentHere
from ckt_extract.reading.source import load_source

__all__ = ["laid_out", "opened"]

_LIMITS = Limits()


def opened(path: str | Path) -> DocumentHere:
    """A document that this process reads."""
    source = load_source(path, _LIMITS)
    return DocumentHere(source, None, _LIMITS.page_chars, _LIMITS.page_objects)


def laid_out(path: str | Path) -> Iterator[PageLayout]:
    """The pages of a document, read and laid out in this process, without OCR."""
    return LaidHere(opened(path), "off", time.monotonic() + _LIMITS.seconds).pages()
