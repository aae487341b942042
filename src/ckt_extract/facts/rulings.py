"""Rulings of the complaints and disputes committee: the way in, cheap where a text has none.

Most documents speak of no ruling. The rules and word lists of this room are loaded when the first
statement shows a word that could be about one.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.document import Section
from ckt_extract.models.ruling import Ruling

if TYPE_CHECKING:
    from ckt_extract.facts.ruling_reader import RulingReader

__all__ = ["RulingCollector", "looks_like_ruling"]

_FIRST = 30
"""The title stands among so many statements at the start, running titles and notes included."""
_TITLE = re.compile(
    r"uitspra|beslis|advies|besluit|ontvankelijk|klaagster|klager|verzoek(?:st)?er|geschillencomm"
    r"|proces-verbaal|schikking|ingetrokken|intrekking|vaststelling|\boordeel|vonnis"
    r"|\b(?:het geschil|de klacht)\b|ruling|decision|settlement|withdraw|verdict|advice|admissible"
    r"|complainant|applicant|judge?ment|award|disputes committee|(?:record|notice|order) of"
    r"|\bthe (?:dispute|complaint)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"commissie|committee|uitspra|klach|klaag|geschil|beslissing|gegrond|bindend|ontvankelijk"
    r"|\bgelijk\b|ongelijk|\bza(?:ak|ken)\b|rul(?:ing|ed)|dispute|complain|decision|verdict"
    r"|founded|upheld|dismissed|admissible|binding|in favou?r of",
    re.IGNORECASE,
)
"""Every word that starts the reading of rulings, in either language."""
_AGAINST = re.compile(r"\b(?:tegen|jegens|contra|against|versus|vs?)\b", re.IGNORECASE)


def looks_like_ruling(statements: Iterable[Statement], title: str | None) -> bool:
    """Whether a document is itself a ruling of the committee.

    Args:
        statements: Statements of its first pages, in reading order.
        title: Title in the file's metadata.
    """
    first = list(statements)
    lines = (statement.text for statement in islice(first, _FIRST))
    if not any(_TITLE.search(line) for line in (title or "", *lines)):
        return False
    from ckt_extract.facts.ruling_recognition import (  # noqa: PLC0415 - most documents need none of it
        is_ruling_document,
    )

    return is_ruling_document(first, title)


class RulingCollector:
    """Reads every statement in reading order and keeps the rulings that it speaks of.

    Args:
        language: Language of the running text.
        edition: Reporting year of the document, or None when it is not known.
        is_ruling_document: Whether the document is itself a ruling: then it gives one ruling,
            read from its parts, and no mentions.
    """

    def __init__(self, language: Language, edition: int | None, is_ruling_document: bool) -> None:
        self._language: Language = language
        self._edition = edition
        self._is_ruling_document = is_ruling_document
        self._reader: RulingReader | None = None
        self._waiting: list[tuple[Statement, str | None]] = []
        """The paragraph so far, while nothing was about rulings."""

    def add(self, statement: Statement, section: str | None) -> None:
        """Read one statement that stands under a section title."""
        if self._reader is None:
            if self._waiting and self._waiting[-1][0].block != statement.block:
                self._waiting = self._waiting[-1:]  # it may be the lead of a list
            self._waiting.append((statement, section))
            if not (self._is_ruling_document or _may_tell(statement, section)):
                return
            self._reader = self._load()
            for earlier in self._waiting:
                self._reader.add(*earlier)
            self._waiting = []
        else:
            self._reader.add(statement, section)

    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings in the order in which they are first spoken of."""
        return self._reader.rulings() if self._reader is not None else ()

    def sections(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """The sections of the document; those of a ruling with its numbered paragraphs.

        Args:
            sections: The headings; `Statement.section` is an index in them.
        """
        return self._reader.sections(sections) if self._reader is not None else tuple(sections)

    def _load(self) -> "RulingReader":
        from ckt_extract.facts.ruling_reader import (  # noqa: PLC0415 - most documents need none of it
            RulingReader,
        )

        return RulingReader(self._language, self._edition, self._is_ruling_document)


def _may_tell(statement: Statement, section: str | None) -> bool:
    """Whether a statement, its section or the lead of its list has a word about rulings."""
    if any(_ABOUT.search(text) for text in (statement.text, statement.lead, section or "")):
        return True
    return statement.kind == "heading" and _AGAINST.search(statement.text) is not None
