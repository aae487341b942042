"""Whether a document is itself a ruling of the committee, by what can be read in it."""

from collections.abc import Iterable, Sequence

from ckt_extract.facts.ruling_document import read_document
from ckt_extract.facts.ruling_draft import Draft
from ckt_extract.facts.ruling_letter import speaks_to_reader
from ckt_extract.facts.ruling_lexicon import RulingWords, ruling_words
from ckt_extract.facts.ruling_parts import (
    flow_of,
    has_place_and_date,
    is_title,
    parts_of,
    title_of,
)
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement

__all__ = ["is_ruling_document"]

_READ = 300
"""Statements that are enough to tell a ruling by."""
_TOP = 3
"""The title stands among so many statements where no roles are named."""
_FIRST = 10
"""A document without a title names the committee among so many statements at the start."""
_LABEL = 12
"""Letters of the label of a subject line at most."""
_TOLD = 2
"""A text that tells more than so many dates and outcomes is the ruling itself."""
_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_SIDES = ("sides.initiator", "sides.respondent")


def is_ruling_document(statements: Iterable[Statement], title: str | None) -> bool:
    """Whether first pages are those of a ruling.

    A ruling has a title that says so. Then it has parties on both sides, or a party and a
    decision of its own, and tells a date of the procedure or what was decided. A letter or a
    record without such a title has both parties, dates, an outcome and a signature.

    Args:
        statements: Statements of the first pages, in reading order.
        title: Title in the file's metadata.
    """
    flow = flow_of(statements)[:_READ]
    return bool(flow) and any(_is_ruling(flow, title, language) for language in _LANGUAGES)


def _is_ruling(flow: Sequence[Statement], title: str | None, language: Language) -> bool:
    words = ruling_words(language)
    named = (title or "").lower()
    # behind a label stands a value: what the case is about may be a report
    first = (s.text.lower().partition(":")[0] for s in flow[:_TOP])
    if any(words.has("title.report", text) for text in (named, *first)):
        return False
    titled = title_of(flow, language) is not None or is_title(named, language)
    record = _opens_case(flow, language)
    if not (titled or record):
        return False
    draft = read_document(flow, language)
    told = len(draft.dates) + bool(draft.verdicts)
    both = {"initiator", "respondent"} <= {party.side for party in draft.parties}
    if record and both and draft.verdicts and draft.dates and _is_signed(flow, draft, language):
        return True
    parts = parts_of(flow, language)
    closes = bool({"decision", "signature"} & (parts.headings.keys() | parts.of.keys()))
    if not titled:
        return False
    if both:
        return _has_roles(flow, words) or (
            _opens(flow, language) and (told > _TOLD or (closes and told > 1))
        )
    return closes and bool(draft.parties) and told > 1


def _opens(flow: Sequence[Statement], language: Language) -> bool:
    """Whether the title of a ruling opens the document, and no chapter in it."""
    title = title_of(flow, language)
    return title is not None and any(statement is title for statement in flow[:_TOP])


def _opens_case(flow: Sequence[Statement], language: Language) -> bool:
    """Whether a document begins like a letter or record of the committee about one case."""
    words = ruling_words(language)
    first = [statement.text.lower() for statement in flow[:_FIRST]]
    if any(words.has("title.not_ruling", text) for text in first[:_TOP]):
        return False
    # the committee's own letterhead, or the parties behind their roles
    head = any(
        words.patterns["nouns.own_committee"].match(text) and not text.endswith(".")
        for text in first
    )
    roles = all(any(words.patterns[side].match(text) for text in first) for side in _SIDES)
    return head or roles or _is_titled_case(flow, words) or _is_letter(flow, language)


def _is_letter(flow: Sequence[Statement], language: Language) -> bool:
    """Whether a letter of the committee has a case of its reader for its subject.

    `Betreft: uw klacht tegen X B.V.`; the committee may only be named where it signs.
    """
    words = ruling_words(language)
    if not any(words.has("nouns.own_committee", statement.text.lower()) for statement in flow):
        return False
    lines = (s for s in flow[:_FIRST] if 0 < s.text.find(":") <= _LABEL)
    return any(speaks_to_reader(passage_of([line], language)) for line in lines)


def _is_titled_case(flow: Sequence[Statement], words: RulingWords) -> bool:
    """Whether a title names one case: `Geschil secretariaat - X B.V.`, `Closure of the dispute`."""
    return any(
        statement.kind == "heading" and _names_case(statement.text.lower(), words)
        for statement in flow[:_TOP]
    )


def _names_case(title: str, words: RulingWords) -> bool:
    """Whether a title begins with a case, or with the end of one."""
    at = 0
    for name in ("title.closing", "relations.of", "relations.article"):
        found = words.patterns[name].match(title, at)
        if found is not None:
            at = found.end() + 1
        elif name == "title.closing":
            break
    return words.patterns["title.case"].match(title, at) is not None


def _is_signed(flow: Sequence[Statement], draft: Draft, language: Language) -> bool:
    """Whether the committee signs: it names who decided, to a reader or with both roles."""
    words = ruling_words(language)
    if _is_titled_case(flow, words):
        return "decided" in draft.dates and bool(draft.committee)
    signed = draft.committee or any(has_place_and_date(s.text) for s in flow)
    addressed = any(speaks_to_reader(passage_of([s], language)) for s in flow)
    return bool(signed) and (addressed or _has_roles(flow, words))


def _has_roles(flow: Sequence[Statement], words: RulingWords) -> bool:
    """Whether the text calls both sides by their roles."""
    return all(any(words.has(side, s.text.lower()) for s in flow) for side in _SIDES)
