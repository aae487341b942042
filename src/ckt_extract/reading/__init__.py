"""Bytes become pages; the only room that knows the PDF libraries."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ckt_extract.reading.child import warm_up
    from ckt_extract.reading.failures import JobFailure, PageFailure
    from ckt_extract.reading.limits import Limits
    from ckt_extract.reading.reader import Raster, Reader, open_document
    from ckt_extract.reading.records import Bookmark, DocumentInfo
    from ckt_extract.reading.source import SourceLike

__all__ = [
    "Bookmark",
    "DocumentInfo",
    "JobFailure",
    "Limits",
    "PageFailure",
    "Raster",
    "Reader",
    "SourceLike",
    "open_document",
    "warm_up",
]

_MODULES = {
    "Bookmark": "records",
    "DocumentInfo": "records",
    "JobFailure": "failures",
    "Limits": "limits",
    "PageFailure": "failures",
    "SourceLike": "source",
    "warm_up": "child",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is asked for: the reading process needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = _MODULES.get(name, "reader")
    return getattr(import_module(f"{__name__}.{module}"), name)
