"""Whether a document is itself a ruling, and not a text about rulings."""

import re
from collections.abc import Iterable, Sequence

from ckt_extract.facts.ruling_dates import moments_in
from ckt_extract.facts.ruling_header import header_parties
from ckt_extract.facts.ruling_lexicon import ruling_words
from ckt_extract.facts.ruling_parts import Parts, flow_of, parts_of
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement

__all__ = ["is_ruling_document", "title_of"]

_FIRST = 10
"""The title stands among so many statements at the start."""
_HEAD = 40
"""The parties are named within so many statements of the head."""
_TITLE_LENGTH = 160
_TITLE_START = 30
"""The word for a ruling starts within so many letters of its title."""
_SENTENCE = re.compile(r"(?<!\b[A-Z])\.\s*\Z")
"""The full stop of a sentence, not that of *B.V.*"""
_CLOSING = frozenset({"decision", "assessment", "recommendations"})
"""Parts that only a ruling has."""
_LANGUAGES: tuple[Language, ...] = ("nl", "en")


def is_ruling_document(statements: Iterable[Statement], title: str | None) -> bool:
    """Whether first pages are those of a ruling.

    A ruling has a title that says so. Then it names both parties with their roles, or it has the
    parts of a ruling: a decision or signature, with parties or with a dated procedure.

    Args:
        statements: Statements of the first pages, in reading order.
        title: Title in the file's metadata.
    """
    flow = flow_of(statements)
    return bool(flow) and any(_is_ruling(flow, title, language) for language in _LANGUAGES)


def _is_ruling(flow: Sequence[Statement], title: str | None, language: Language) -> bool:
    words = ruling_words(language)
    named = (title or "").lower()
    if any(
        words.has("title.report", text) for text in (named, *(s.text.lower() for s in flow[:3]))
    ):
        return False
    if title_of(flow, language) is None and not _is_title(named, language):
        return False
    parts = parts_of(flow, language)
    top = parts.get("head", "parties")
    if not top:
        return False
    head = passage_of(top[:_HEAD], language)
    sides = {party.side for party in header_parties(head)}
    opposed = {"initiator", "respondent"} <= sides
    roles = all(words.has(f"sides.{side}", head.lower) for side in ("initiator", "respondent"))
    if opposed and roles:
        return True
    decides = bool(_CLOSING & parts.headings.keys()) or bool(parts.get("signature"))
    return decides and (opposed or _is_dated(parts, language))


def _is_dated(parts: Parts, language: Language) -> bool:
    """Whether the procedure is told with its dates."""
    if not {"procedure", "parties", "facts"} & parts.headings.keys():
        return False
    told = parts.get("head", "procedure", "signature")
    return any(moments_in(passage_of([statement], language)) for statement in told)


def title_of(flow: Sequence[Statement], language: Language) -> Statement | None:
    """The title of a ruling: a line near the start that begins with the word for it."""
    lines = (s for s in flow[:_FIRST] if s.kind == "heading" or not _SENTENCE.search(s.text))
    return next((s for s in lines if _is_title(s.text.lower(), language)), None)


def _is_title(text: str, language: Language) -> bool:
    words = ruling_words(language)
    if len(text) > _TITLE_LENGTH or words.has("title.not_ruling", text):
        return False
    if words.has("tense.perfect", text) or words.has("tense.modal", text):
        return False
    found = words.find("title.ruling", text)
    return found is not None and found.start() <= _TITLE_START
