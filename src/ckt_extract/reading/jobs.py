"""What can be asked of the reading process about a page, by name.

A job is a function `run(document, number, **options)` that takes an open `PdfiumDocument` and
a 1-based page number and returns plain values (numbers, strings, bytes, tuples, lists, dicts).
Its module is imported when it is first asked for, in the reading process only.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

__all__ = ["JOBS", "job"]

JOBS: dict[str, str] = {
    "ocr": "ckt_extract.reading.ocr:run",
    "picture": "ckt_extract.reading.raster:render_picture",
    "render": "ckt_extract.reading.raster:render_page",
    "tables": "ckt_extract.reading.tables:run",
}
"""Name of a job, and where its function is."""


def job(name: str) -> Callable[..., Any]:
    """The function of a job.

    Raises:
        KeyError: There is no such job.
    """
    module, _, function = JOBS[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
