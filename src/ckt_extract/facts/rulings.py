"""Statements become rulings: a ruling document as one, mentions in other documents merged."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ckt_extract.facts.ruling_document import is_ruling_document, read_document
from ckt_extract.facts.ruling_draft import Draft, PartyDraft
from ckt_extract.facts.ruling_lexicon import ruling_words
from ckt_extract.facts.ruling_match import best_match, conflict
from ckt_extract.facts.ruling_mentions import Mention, mentions_in
from ckt_extract.facts.ruling_names import Name
from ckt_extract.facts.ruling_outcome import Side
from ckt_extract.facts.ruling_scan import scan
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import Ruling

__all__ = ["RulingCollector", "looks_like_ruling"]

_SEARCHED = frozenset({"sentence", "bullet", "caption", "callout", "cell", "note", "heading"})


class RulingCollector:
    """Reads every statement in reading order and keeps the rulings that it speaks of.

    Args:
        language: Language of the running text.
        edition: Reporting year of the document, or None when it is not known.
        is_ruling_document: Whether the document is itself a ruling: then it gives one ruling,
            read from its parts, and no mentions.
    """

    def __init__(self, language: Language, edition: int | None, is_ruling_document: bool) -> None:
        self._language = language
        self._edition = edition
        self._document: list[Statement] | None = [] if is_ruling_document else None
        self._drafts: list[Draft] = []
        self._words = ruling_words(language)
        self._topic = _Topic()

    def add(self, statement: Statement, section: str | None) -> None:
        """Read one statement that stands under a section title."""
        if self._document is not None:
            self._document.append(statement)
        elif statement.kind in _SEARCHED:
            self._mention(statement, section)

    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings in the order in which they are first spoken of."""
        if self._document is not None:
            return (read_document(self._document, self._language).ruling(1),)
        self._topic.close(self._drafts)
        given = [draft for draft in self._drafts if draft.given]
        return tuple(draft.ruling(number) for number, draft in enumerate(given, 1))

    def _mention(self, statement: Statement, section: str | None) -> None:
        """Read what a statement of another document says of rulings."""
        lower = statement.text.lower()
        topic = self._topic
        topic.turn(statement, section, self._drafts)
        if not (self._words.has("trigger.any", lower) or topic.last and self._words.has("trigger.more", lower)):
            topic.before = statement.text
            return
        passage = passage_of([statement], self._language)
        context = topic.last is not None or any(
            self._words.has(name, (part or "").lower())
            for part in (section, statement.lead)
            for name in ("nouns.committee", "nouns.mask", "nouns.ruling", "nouns.dispute", "nouns.complaint")
        )
        found = scan(passage, self._known_side, topic.date)
        if self._words.has("nouns.other_body", passage.lower) and not self._words.has("nouns.committee", passage.lower):
            return
        for mention in mentions_in(found, self._edition, context=context):
            self._place(mention, section)
        topic.before = statement.text
        for moment in found.moments:
            topic.date = moment.value
...
