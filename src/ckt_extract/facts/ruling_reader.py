"""The rulings that a document speaks of: its mentions, merged."""

from ckt_extract import language
from ckt_extract.facts.ruling_lexicon import ruling_words
from ckt_extract.facts.ruling_mentions import cell_draft, mentions_in
from ckt_extract.facts.ruling_names import Name
from ckt_extract.facts.ruling_outcome import Side
from ckt_extract.facts.ruling_part import Around
from ckt_extract.facts.ruling_scan import scan
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.facts.ruling_thread import Thread
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import Ruling

__all__ = ["MentionReader"]

_SEARCHED = frozenset({"sentence", "bullet", "caption", "callout", "cell", "note", "heading"})
_LONGEST = 1500
"""Letters of a sentence at most; what is longer is no sentence."""
_TOPICS = ("nouns.committee", "nouns.mask", "nouns.ruling", "nouns.dispute", "nouns.complaint")


class MentionReader:
    """Keeps the rulings that a report or factsheet tells of, in whatever words.

    Args:
        language: Language of the running text.
        edition: Reporting year of the document, or None when it is not known.
    """

    def __init__(self, language: Language, edition: int | None) -> None:
        self._language = language
        self._edition = edition
        self._thread = Thread()
        self._words = ruling_words(language)
        self._asked = ""
        self._topical = False
        self._elsewhere: int | None = None
        """The paragraph that spoke of another body last."""
        self._supposed: int | None = None
        """The paragraph that tells of a case that is only supposed."""

    def add(self, statement: Statement, section: str | None) -> None:
        """Read one statement that stands under a section title."""
        if statement.kind in _SEARCHED and statement.words and len(statement.text) < _LONGEST:
            self._thread.turn(statement, section)
            if statement.kind != "cell":
                self._mention(statement, section)
            elif draft := cell_draft(statement, self._language):
                self._thread.count(draft)

    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings in the order in which they are first spoken of."""
        self._thread.close()
        given = [draft for draft in self._thread.drafts if draft.given]
        return tuple(draft.ruling(number) for number, draft in enumerate(given, 1))

    def _mention(self, statement: Statement, section: str | None) -> None:
        """Read what a statement of another document says of rulings."""
        thread, words = self._thread, self._words
        passage = passage_of([statement], self._language)
        lower = passage.lower
        known = thread.last is not None
        context = known or self._is_topic(section) or self._is_topic(statement.lead)
        title = statement.kind == "heading" and words.has("relations.against", lower)
        more = context and words.has("trigger.more", lower)
        elsewhere = self._is_elsewhere(statement, lower)
        if words.patterns["tense.suppose"].match(lower):
            self._supposed = statement.block
        asks = lower.rstrip().endswith("?")
        if asks or self._supposed == statement.block:
            return
        if elsewhere or not (title or more or words.has("trigger.any", lower)):
            return
        found = scan(passage, self._known_side, thread.dated)
        year = self._year_of(statement.lead) if statement.lead else None
        for mention in mentions_in(found, Around(self._edition, context, known)):
            if mention.draft.given and mention.draft.given_in is None:
                mention.draft.year = year
            thread.take(mention)
        if found.moments:
            thread.dated = found.moments[-1].value

    def _is_elsewhere(self, statement: Statement, lower: str) -> bool:
        """Whether a statement is about a court or another body, or goes on about it."""
        words = self._words
        if words.has("nouns.own_committee", lower):
            self._elsewhere = None
        elif words.has("nouns.other_body", lower):
            self._elsewhere = statement.block
        elif words.has("nouns.committee", lower):
            return False
        return self._elsewhere == statement.block

    def _is_topic(self, title: str | None) -> bool:
        """Whether a section title or the lead of a list is about the committee and its cases."""
        if not title:
            return False
        if title != self._asked:  # the statements of a section ask the same
            self._asked = title
            self._topical = any(self._words.has(name, title.lower()) for name in _TOPICS)
        return self._topical

    def _year_of(self, lead: str) -> int | None:
        """The year that the lead of a list states for its bullets."""
        years = {t.year for t in language.read(lead, self._language).times if t.year}
        return years.pop() if len(years) == 1 else None

    def _known_side(self, name: Name) -> Side | None:
        """Which side a name is on by what was read before."""
        sides = (draft.side_of(name) for draft in reversed(self._thread.drafts))
        return next((side for side in sides if side is not None), None)
