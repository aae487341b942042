"""Typed, placed facts from the PDFs of the Dutch garments and textile agreement (CKT).

    >>> import ckt_extract
    >>> report = ckt_extract.extract("factsheet.pdf")
    >>> report.find("due_diligence.fully_compliant", year=2019).quantity.value
    Decimal('63')

The names below are all there is to know; each is loaded when it is first used, so that the
import itself is quick and the process that only reads pages never loads the models.
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ckt_extract.batch import Outcome, extract_many
    from ckt_extract.checks import check
    from ckt_extract.entry import extract
    from ckt_extract.errors import (
        CatalogueError,
        CktExtractError,
        EmptyDocumentError,
        EncryptedError,
        FactNotFoundError,
        LimitExceededError,
        MissingExtraError,
        UnreadableError,
        UnsupportedError,
    )
    from ckt_extract.explanation import Explanation, explain
    from ckt_extract.export.annotate import annotate
    from ckt_extract.export.files import write_csv, write_json, write_jsonl, write_parquet
    from ckt_extract.facts.catalogue import Catalogue
    from ckt_extract.models.audit import Audit, AuditedNumber, Finding, ReadingWarning
    from ckt_extract.models.document import Cell, Document, Figure, Note, Section, Table
    from ckt_extract.models.place import Box, Link, Place
    from ckt_extract.models.quantity import (
        Count,
        Duration,
        Money,
        Percentage,
        PercentagePoints,
        Quantity,
        Ratio,
    )
    from ckt_extract.models.report import SCHEMA_VERSION, Report
    from ckt_extract.models.result import Population, Result, ResultPercentage
    from ckt_extract.models.ruling import Party, PlacedDate, PlacedText, Ruling, RulingOutcome
    from ckt_extract.reading.limits import Limits

__version__ = "0.1.0"

_HOMES = {
    "batch": ("Outcome", "extract_many"),
    "checks": ("check",),
    "errors": (
        "CatalogueError",
        "CktExtractError",
        "EmptyDocumentError",
        "EncryptedError",
        "FactNotFoundError",
        "LimitExceededError",
        "MissingExtraError",
        "UnreadableError",
        "UnsupportedError",
    ),
    "explanation": ("Explanation", "explain"),
    "export.annotate": ("annotate",),
    "export.files": ("write_csv", "write_json", "write_jsonl", "write_parquet"),
    "entry": ("extract",),
    "facts.catalogue": ("Catalogue",),
    "models.audit": ("Audit", "AuditedNumber", "Finding", "ReadingWarning"),
    "models.document": ("Cell", "Document", "Figure", "Note", "Section", "Table"),
    "models.place": ("Box", "Link", "Place"),
    "models.quantity": (
        "Count",
        "Duration",
        "Money",
        "Percentage",
        "PercentagePoints",
        "Quantity",
        "Ratio",
    ),
    "models.report": ("SCHEMA_VERSION", "Report"),
    "models.result": ("Population", "Result", "ResultPercentage"),
    "models.ruling": ("Party", "PlacedDate", "PlacedText", "Ruling", "RulingOutcome"),
    "reading.limits": ("Limits",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "SCHEMA_VERSION",
    "Audit",
    "AuditedNumber",
    "Box",
    "Catalogue",
    "CatalogueError",
    "Cell",
    "CktExtractError",
    "Count",
    "Document",
    "Duration",
    "EmptyDocumentError",
    "EncryptedError",
    "Explanation",
    "FactNotFoundError",
    "Figure",
    "Finding",
    "LimitExceededError",
    "Limits",
    "Link",
    "MissingExtraError",
    "Money",
    "Note",
    "Outcome",
    "Party",
    "Percentage",
    "PercentagePoints",
    "Place",
    "PlacedDate",
    "PlacedText",
    "Population",
    "Quantity",
    "Ratio",
    "ReadingWarning",
    "Report",
    "Result",
    "ResultPercentage",
    "Ruling",
    "RulingOutcome",
    "Section",
    "Table",
    "UnreadableError",
    "UnsupportedError",
    "annotate",
    "check",
    "explain",
    "extract",
    "extract_many",
    "write_csv",
    "write_json",
    "write_jsonl",
    "write_parquet",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes are of any type (PEP 562)
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
