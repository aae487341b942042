"""The function that users call: it starts the reading process first, then the rest of the house."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from ckt_extract.faults import faults_told
from ckt_extract.reading.child import warm_up

if TYPE_CHECKING:
    from ckt_extract.facts.catalogue import Catalogue
    from ckt_extract.models.report import Report
    from ckt_extract.reading.limits import Limits

__all__ = ["OcrMode", "Source", "extract"]

Source = str | PathLike[str] | bytes | BinaryIO
OcrMode = Literal["auto", "off", "force"]


def extract(
    source: Source,
    *,
    password: str | None = None,
    ocr: OcrMode = "auto",
    limits: "Limits | None" = None,
    catalogue: "str | Path | Mapping[str, object] | Catalogue | None" = None,
) -> "Report":
    """Read the facts of one PDF.

    Args:
        source: Path, bytes or binary file.
        password: Password of an encrypted file.
        ocr: `auto` reads pictures and pages without text when an OCR engine is installed, `off`
            never does, `force` raises when there is none.
        limits: How large a file may be and what reading it may take.
        catalogue: Indicators of your own: a TOML file or a mapping, added to the built-in ones.

    Returns:
        The report: results, rulings, tables, figures and links with their places, what became of
        every number, and what does not fit together.

    Raises:
        CktExtractError: The file cannot be read; see `ckt_extract.errors` for the kinds.
    """
    warm_up()
    with faults_told():
        from ckt_extract.layouts import Layouts  # noqa: PLC0415 - while the process starts

        with Layouts(source, password, ocr, limits) as layouts:
            from ckt_extract.pipeline import read_report  # noqa: PLC0415 - while it reads

            return read_report(layouts, catalogue)
