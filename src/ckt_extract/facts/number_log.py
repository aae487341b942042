"""What became of every number of the document, kept while it is read."""

from collections import deque
from collections.abc import Iterator, Mapping
from sys import intern

from msgspec import Struct

from ckt_extract.facts.draft import Draft
from ckt_extract.facts.places import place_of
from ckt_extract.facts.relevance import UNEXPLAINED
from ckt_extract.language.reading import Measure, TextReading
from ckt_extract.layout.statement import Statement
from ckt_extract.models.audit import AuditedNumber
from ckt_extract.models.place import Place
from ckt_extract.patterns import pattern

__all__ = ["NumberLog"]

_DIGITS = pattern(r"\d+(?:[.,]\d+)*")


class _Used(Struct):
    """A number that facts use; they have no ids yet."""

    text: str
    place: Place
    drafts: tuple[Draft, ...]


class NumberLog:
    """Collects the numbers of statements: used, set aside with a reason, or unexplained."""

    def __init__(self) -> None:
        """Start empty."""
        self._entries: deque[_Used | AuditedNumber] = deque()

    def add(
        self,
        statement: Statement,
        reading: TextReading,
        drafts: list[Draft],
        no_facts: Mapping[Measure, str],
    ) -> None:
        """Account for the numbers in the part that the statement itself states."""
        first, last = statement.focus
        spans: list[tuple[int, int, str | None, tuple[Draft, ...]]] = []
        built_on = [(m, draft) for draft in drafts for m in _measures_of(draft)]
        for measure in reading.measures:
            at, end = measure.start, measure.end
            using = tuple(dict.fromkeys(d for m, d in built_on if m.start <= at and end <= m.end))
            reason = None if using else no_facts.get(measure, UNEXPLAINED)
            spans.append((measure.start, measure.end, reason, using))
        spans.extend((a.start, a.end, a.reason, ()) for a in reading.asides)
        covered = [(s, e) for s, e, _, _ in spans]
        for match in _DIGITS.finditer(reading.text):
            if not any(s <= match.start() < e for s, e in covered):
                spans.append((match.start(), match.end(), UNEXPLAINED, ()))
        for start, end, reason, using in sorted(spans, key=lambda span: span[:2]):
            if first <= start < last:
                self._add(statement, start, end, reason, using)

    def set_aside_all(self, statement: Statement, reading: TextReading) -> None:
        """Account for the numbers of a statement that is not searched for facts."""
        reason = statement.reason or statement.kind
        for match in _DIGITS.finditer(reading.text):
            self._add(statement, match.start(), match.end(), reason, ())

    def _add(
        self,
        statement: Statement,
        start: int,
        end: int,
        reason: str | None,
        drafts: tuple[Draft, ...],
    ) -> None:
        text, place = statement.text[start:end], place_of(statement, start, end)
        text = place.quote if place.quote == text else intern(text)  # one string for many
        if drafts:
            self._entries.append(_Used(text, place, drafts))
            return
        unexplained = reason == UNEXPLAINED
        self._entries.append(
            AuditedNumber.built(
                text=text,
                status="unexplained" if unexplained else "set_aside",
                reason=None if unexplained else reason,
                place=place,
            )
        )

    def audited(self) -> Iterator[AuditedNumber]:
        """Every number with what became of it; facts have their ids by now. Nothing is kept."""
        shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        while self._entries:
            entry = self._entries.popleft()
            if isinstance(entry, _Used):
                ids = tuple(dict.fromkeys((d.merged_into or d).id for d in entry.drafts))
                facts = shared.setdefault(ids, ids)
                yield AuditedNumber.built(
                    text=entry.text, status="used", facts=facts, place=entry.place
                )
            else:
                yield entry


def _measures_of(draft: Draft) -> list[Measure]:
    """The measures that a fact is built on: its value, its count, and the size of its group."""
    claim = draft.claim
    if claim is None or claim.derived:
        return []
    groups = (claim.group, claim.group.basis if claim.group else None)
    measures = (
        claim.measure,
        claim.count,
        claim.total,
        *(g.size.measure for g in groups if g and g.size),
    )
    return [m for m in measures if m is not None]
