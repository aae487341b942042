"""What the reading process says of a document: its pages, laid out, as soon as they are."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.msgpack import Encoder

from ckt_extract.intake import Intake
from ckt_extract.reading.page import Page

if TYPE_CHECKING:
    from ckt_extract.entry import OcrMode
    from ckt_extract.reading.here import DocumentHere

__all__ = ["LAID", "LAYING", "READING", "say_layouts"]

READING, LAYING, LAID = "reading", "laying", "laid"
"""What is said: that a page is read, with its number; that layout has it; and that a page is laid
out, with its `PageLayout` and the `Taken` of `Intake` so far, as MessagePack."""


def say_layouts(
    document: "DocumentHere", say: Callable[..., None], *, ocr: "OcrMode", seconds: float
) -> None:
    """Lay out a document, page by page.

    Args:
        document: The open document.
        say: Takes what is said.
        ocr: As in `Intake`.
        seconds: Time after which no further page is begun.

    Raises:
        CktExtractError: Not one page could be read.
    """
    from ckt_extract.layout.document import lay_out  # noqa: PLC0415 - for this process only

    encode = Encoder().encode
    document.before = lambda number: say(READING, number)
    intake = Intake(document, ocr, time.monotonic() + seconds)
    for layout in lay_out(_passed(intake.pages(), say), document.info.pages):
        say(LAID, encode(layout), encode(intake.taken))


def _passed(pages: Iterable[Page], say: Callable[..., None]) -> Iterator[Page]:
    for page in pages:
        say(LAYING, page.number)
        yield page
