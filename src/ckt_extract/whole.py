"""What a process of a pool says of a document: its report."""

import pickle
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ckt_extract.apart import READING
from ckt_extract.errors import CktExtractError
from ckt_extract.faults import faults_told
from ckt_extract.reading.bounds import bound
from ckt_extract.reading.limits import Limits

if TYPE_CHECKING:
    from ckt_extract.entry import OcrMode
    from ckt_extract.facts.catalogue import Catalogue
    from ckt_extract.reading.here import DocumentHere

__all__ = ["REPORT", "Wish", "say_report", "say_report_with_care"]

REPORT = "report"
"""What is said: the report and the error, one of which is None, pickled. As with all pools of
processes, what comes from one of our own is trusted."""
_MEGABYTE = 1_000_000


class Wish(NamedTuple):
    """How a document is to be read: the arguments of `entry.extract`."""

    password: str | None
    ocr: "OcrMode"
    limits: Limits
    catalogue: "str | Path | Mapping[str, object] | Catalogue | None"


def say_report(document: "DocumentHere", say: Callable[..., None], *, wish: bytes) -> None:
    """Do all the work on a document in this process, which a hostile one may end.

    Args:
        document: The open document.
        say: Takes what is said.
        wish: A `Wish`, pickled.

    Raises:
        CktExtractError: It cannot be read.
    """
    from ckt_extract.laid_here import LaidHere  # noqa: PLC0415 - where it is used
    from ckt_extract.pipeline import read_report  # noqa: PLC0415 - same

    _, ocr, limits, catalogue = _wish(wish)
    document.before = lambda number: say(READING, number)
    pages = LaidHere(document, ocr, time.monotonic() + limits.seconds)
    say(REPORT, pickle.dumps((read_report(pages, catalogue), None)))


def say_report_with_care(
    say: Callable[..., None], *, source: tuple[str, bytes, str, str | None], wish: bytes
) -> None:
    """Lay out a document here and find its facts, while another process reads its pages.

    Args:
        say: Takes what is said.
        source: A `Source`.
        wish: A `Wish`, pickled.
    """
    from ckt_extract.laid_here import LaidHere  # noqa: PLC0415 - where it is used
    from ckt_extract.pipeline import read_report  # noqa: PLC0415 - same
    from ckt_extract.reading.reader import Reader  # noqa: PLC0415 - same
    from ckt_extract.reading.records import Source  # noqa: PLC0415 - same

    password, ocr, limits, catalogue = _wish(wish)
    bound(limits.memory_mb * _MEGABYTE, 2 * limits.seconds)
    deadline = time.monotonic() + limits.seconds
    report, error = None, None
    try:
        with faults_told(), Reader(Source(*source), password, limits) as reader:
            reader.open()
            report = read_report(LaidHere(reader, ocr, deadline), catalogue)
    except CktExtractError as failure:
        error = failure
    say(REPORT, pickle.dumps((report, error)))


def _wish(pickled: bytes) -> Wish:
    wish: Wish = pickle.loads(pickled)  # noqa: S301 - from the process that started this one
    return wish
