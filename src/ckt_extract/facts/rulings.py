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
from ckt_extract.patterns import pattern

if TYPE_CHECKING:
    from ckt_extract.facts.ruling_reader import MentionReader

__all__ = ["RulingCollector", "looks_like_ruling"]

_FIRST = 30
"""The title stands among so many statements at the start, running titles and notes included."""
_TITLE = pattern(
    r"uitspra|beslis|advies|besluit|ontvankelijk|klaagster|klager|verzoek(?:st)?er|geschillencomm"
    r"|proces-verbaal|schikking|ingetrokken|intrekking|vaststelling|\boordeel|vonnis"
    r"|\b(?:het geschil|de klacht)\b|ruling|decision|settlement|withdraw|verdict|advice|admissible"
    r"|complainant|applicant|judge?ment|award|disputes committee|(?:record|notice|order) of"
    r"|\bthe (?:dispute|complaint)\b",
    re.IGNORECASE,
)
_ABOUT = pattern(
    r"commissie|committee|uitspra|klach|klaag|geschil|beslissing|gegrond|bindend|ontvankelijk"
    r"|\bgelijk\b|ongelijk|\bza(?:ak|ken)\b|rul(?:ing|ed)|dispute|complain|decision|verdict"
    r"|founded|upheld|dismissed|admissible|binding|in favou?r of",
    re.IGNORECASE,
)
"""Every word that starts the reading of rulings, in either language."""
_AGAINST = pattern(r"\b(?:tegen|jegens|contra|against|versus|vs?)\b", re.IGNORECASE)


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
        self._document: list[Statement] | None = [] if is_ruling_document else None
        """The statements of a ruling, which is read as a whole."""
        self._mentions: MentionReader | None = None
        self._waiting: list[tuple[Statement, str | None]] = []
        """The paragraph so far, while nothing was about rulings."""

    def add(self, statement: Statement, section: str | None) -> None:
        """Read one statement that stands under a section title."""
        if self._document is not None:
            self._document.append(statement)
        elif self._mentions is not None:
            self._mentions.add(statement, section)
        else:
            if self._waiting and self._waiting[-1][0].block != statement.block:
                self._waiting = self._waiting[-1:]  # it may be the lead of a list
            self._waiting.append((statement, section))
            if _may_tell(statement, section):
                self._read_mentions()

    def _read_mentions(self) -> None:
        """Begin with the paragraph that waits."""
        from ckt_extract.facts.ruling_reader import (  # noqa: PLC0415 - most documents need none of it
            MentionReader,
        )

        self._mentions = MentionReader(self._language, self._edition)
        for statement, section in self._waiting:
            self._mentions.add(statement, section)
        self._waiting = []

    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings in the order in which they are first spoken of."""
        if self._mentions is not None:
            return self._mentions.rulings()
        if not self._document:
            return ()
        from ckt_extract.facts.ruling_document import (  # noqa: PLC0415 - only for a ruling
            read_document,
        )

        return (read_document(self._document, self._language).ruling(1),)

    def sections(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """The sections of the document; those of a ruling with its numbered paragraphs.

        Args:
            sections: The headings; `Statement.section` is an index in them.
        """
        if not self._document:
            return tuple(sections)
        from ckt_extract.facts.ruling_parts import (  # noqa: PLC0415 - only for a ruling
            with_paragraphs,
        )

        return with_paragraphs(sections, self._document)


def _may_tell(statement: Statement, section: str | None) -> bool:
    """Whether a statement, its section or the lead of its list has a word about rulings."""
    if any(_ABOUT.search(text) for text in (statement.text, statement.lead, section or "")):
        return True
    return statement.kind == "heading" and _AGAINST.search(statement.text) is not None
