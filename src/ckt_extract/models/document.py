"""The document itself: its file, sections, tables and figures."""

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from ckt_extract.models.base import Model
from ckt_extract.models.place import Box, Place

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Cell", "Document", "Figure", "Kind", "Language", "Note", "Section", "Table"]

Kind = Literal["annual_report", "factsheet", "ruling", "other"]
Language = Literal["nl", "en"]


class Document(Model):
    """The file that was read."""

    name: str = Field(description="File name, or `<bytes>`.")
    sha256: str = Field(description="SHA-256 of the bytes as given, in hexadecimal.")
    pages: int = Field(ge=1, description="Number of pages.")
    language: Language = Field(description="Language of the running text.")
    producer: str | None = Field(default=None, description="Program that made the PDF.")
    title: str | None = Field(default=None, description="Title in the file's metadata.")
    repaired: str | None = Field(
        default=None, description="Why the file was repaired before it could be read."
    )
    ocr_pages: tuple[int, ...] = Field(
        default=(), description="Pages on which OCR read a picture or the whole page."
    )


class Section(Model):
    """A heading and what stands below it."""

    title: str = Field(description="The heading.")
    level: int = Field(ge=1, description="1 for a chapter, 2 for a heading in it, …")
    number: str | None = Field(default=None, description="Printed number, such as 3.2.1.")
    parent: int | None = Field(
        default=None, description="Index in `Report.sections` of the section around it."
    )
    pages: tuple[int, int] = Field(description="First and last page.")
    place: Place = Field(description="Where the heading stands.")


class Figure(Model):
    """A picture, chart or infographic."""

    caption: str | None = Field(default=None, description="Its caption or heading.")
    kind: Literal["picture", "chart", "infographic"] = Field(
        default="picture", description="Pixels, a drawn chart, or numbers with labels."
    )
    page: int = Field(ge=1, description="Page number.")
    box: Box = Field(description="The figure itself, in PDF points from the top left.")
    share: float = Field(ge=0, le=1, description="Part of the page's area that it covers, 0-1.")
    place: Place | None = Field(default=None, description="Where the caption stands.")
    read: bool = Field(description="Whether its content was read (as text or by OCR).")
    statements: tuple[str, ...] = Field(default=(), description="What was read in it.")


class Note(Model):
    """A footnote: its mark and its text."""

    mark: str = Field(description="The mark, such as 1 or *.")
    text: str = Field(description="The note.")


class Cell(Model):
    """One cell of a table."""

    row: int = Field(ge=0, description="Row index; header rows count.")
    column: int = Field(ge=0, description="Column index.")
    text: str = Field(description="The cell as printed, without footnote marks.")
    page: int = Field(ge=1, description="Page number.")
    box: Box = Field(description="The words of the cell, in PDF points from the top left.")
    notes: tuple[str, ...] = Field(default=(), description="Footnote marks on the cell.")


class Table(Model):
    """A table as printed; one that runs over several pages is one table."""

    caption: str | None = Field(default=None, description="Its caption.")
    number: str | None = Field(default=None, description="Printed number, such as 3.")
    header: tuple[str, ...] = Field(
        description="One name a column; header rows of merged cells are joined with ` / `."
    )
    rows: tuple[tuple[str, ...], ...] = Field(description="The body as strings, as printed.")
    cells: tuple[Cell, ...] = Field(description="All cells with words, header cells included.")
    notes: tuple[Note, ...] = Field(default=(), description="Footnotes of the table.")
    pages: tuple[int, ...] = Field(description="Pages it stands on.")
    place: Place = Field(description="Where it starts (its caption, or its first row).")
    engine: str = Field(description="The engine whose reading was taken.")

    def to_frame(self) -> "DataFrame":
        """The table as a pandas frame of strings, one row a body row."""
        from ckt_extract.export.frames import table_frame  # noqa: PLC0415 - pandas only here

        return table_frame(self)
