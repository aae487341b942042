"""Where on the page something stands, and the links that lie on it."""

from typing import Literal

from pydantic import Field

from ckt_extract.box import Box
from ckt_extract.models.base import Model

__all__ = ["Box", "Link", "Method", "Place"]

Method = Literal["text", "table", "ocr"]


class Place(Model):
    """Where words stand on a page: reading the words inside the boxes gives the quote again."""

    page: int = Field(ge=1, description="Page number in the file; the first page is 1.")
    boxes: tuple[Box, ...] = Field(
        min_length=1, description="One box for each line of words, in PDF points from the top left."
    )
    quote: str = Field(
        description="Exactly the words inside the boxes; a word broken over two lines is joined."
    )
    method: Method = Field(
        default="text",
        description="How the words were read: from the text layer, from a table cell, or by OCR.",
    )


class Link(Model):
    """A link annotation; one that runs over several lines is still one link."""

    uri: str = Field(description="The target as it stands in the file. It is never followed.")
    text: str = Field(description="The words the link lies on; empty over a picture or a gap.")
    place: Place = Field(description="Where the link lies.")
