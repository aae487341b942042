"""A copy of the PDF with a highlight on every fact, which any viewer shows."""

import hashlib
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from ckt_extract.checks.wording import quantity_words
from ckt_extract.errors import UnreadableError, UnsupportedError
from ckt_extract.export.marks import Colour, Mark
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result
from ckt_extract.models.ruling import Ruling

__all__ = ["annotate"]

_YELLOW: Colour = (1.0, 0.9, 0.3)
_BLUE: Colour = (0.6, 0.8, 1.0)
_GREEN: Colour = (0.6, 0.95, 0.6)
_RED: Colour = (1.0, 0.6, 0.6)


def annotate(
    source: str | PathLike[str] | bytes | BinaryIO,
    report: Report,
    out: str | PathLike[str] | BinaryIO,
    *,
    password: str | None = None,
) -> int:
    """Write a copy of the document with a highlight annotation on the place of every fact.

    Results are yellow, their targets, older values and changes blue, rulings green, numbers that
    nothing explains red. The note of a highlight says what was read, with the findings about it.
    An encrypted document stays encrypted.

    Args:
        source: The document that the report was made of: path, bytes or binary file.
        report: The report.
        out: Path, or a file that is open for writing bytes.
        password: Password of the document, where it needs one.

    Returns:
        How many highlights were made.

    Raises:
        UnsupportedError: The report was made of another document, or the file is opened in text
            mode.
        EncryptedError: The password is missing or wrong.
        UnreadableError: The file cannot be read, or is too damaged to be annotated.
        OSError: `out` cannot be written.
    """
    from ckt_extract.export import highlight  # noqa: PLC0415 - pikepdf only here

    name = report.document.name
    data = _bytes_of(source, name)
    if hashlib.sha256(data).hexdigest() != report.document.sha256:
        raise UnsupportedError(
            "the report was made of another document",
            todo="Give the same file that the report was extracted from.",
            document=name,
        )
    marks = list(_marks(report))
    written, made = highlight.highlighted(data, marks, password=password or "", name=name)
    if isinstance(out, str | PathLike):
        Path(out).write_bytes(written)
    else:
        out.write(written)
    return made


def _bytes_of(source: str | PathLike[str] | bytes | BinaryIO, name: str) -> bytes:
    try:
        if isinstance(source, bytes):
            return source
        if isinstance(source, str | PathLike):
            return Path(source).read_bytes()
        data = source.read()
    except (OSError, ValueError) as error:  # ValueError: a closed file, a null byte in the path
        raise UnreadableError(f"the file cannot be read: {error}", document=name) from error
    if not isinstance(data, bytes):
        raise UnsupportedError("the file is opened in text mode", document=name)
    return data


def _marks(report: Report) -> Iterator[Mark]:
    """What to highlight, in the order of the report."""
    findings: dict[str, list[str]] = {}
    for finding in report.findings:
        for fact in finding.facts:
            findings.setdefault(fact, []).append(f"{finding.certainty}: {finding.message}")
    for result in report.results:
        text = "\n".join([_result_words(result), *findings.get(result.id, [])])
        colour = _YELLOW if result.role == "result" else _BLUE
        first = result.quantity.place if result.quantity else result.place
        for place in (first, *result.also):
            yield Mark(place, colour, text)
    for ruling in report.rulings:
        text = "\n".join([_ruling_words(ruling), *findings.get(ruling.id, [])])
        for place in (ruling.place, *ruling.also):
            yield Mark(place, _GREEN, text)
    for number in report.audit.unexplained:
        yield Mark(number.place, _RED, f"{number.text}: a number that nothing explains")


def _result_words(result: Result) -> str:
    """The note on a result: value, of whom, year, role, indicator, older value."""
    parts = [quantity_words(result.quantity) if result.quantity else result.subject]
    if result.population:
        parts.append(f"of {result.population.kind}")
    parts.extend(f"{name}: {value}" for name, value in sorted(result.dimensions.items()))
    if result.year is not None:
        parts.append(f"{result.year} ({result.year_basis})")
    if result.role != "result":
        parts.append(result.role)
    if result.indicator:
        parts.append(result.indicator)
    older = result.previous
    if older and older.quantity:
        year = f" ({older.year})" if older.year is not None else ""
        parts.append(f"previous {quantity_words(older.quantity)}{year}")
    return f"{result.id}: {' · '.join(parts)}"


def _ruling_words(ruling: Ruling) -> str:
    parts = [
        f"{ruling.count} rulings" if ruling.count > 1 else "ruling",
        *(part for part in (ruling.case, ruling.stage, ruling.outcome) if part),
        *(f"{party.name} ({party.role})" for party in ruling.parties),
    ]
    return f"{ruling.id}: {' · '.join(parts)}"
