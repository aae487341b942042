"""Statements in reading order become drafts of facts, paragraph by paragraph."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from ckt_extract import language
from ckt_extract.facts.catalogue import Catalogue, ClaimText
from ckt_extract.facts.claims import Claim, Group, claims_of
from ckt_extract.facts.dimensions import dimensions_of
from ckt_extract.facts.draft import Draft, measure_places
from ckt_extract.facts.history import link_history
from ckt_extract.facts.numbers import NumberLog
from ckt_extract.facts.qualitative import is_claim
from ckt_extract.facts.relevance import why_no_fact
from ckt_extract.facts.roles import assign_roles
from ckt_extract.facts.segments import segments_of, subject_of
from ckt_extract.facts.topics import topic_of
from ckt_extract.facts.units import Units, units_of
from ckt_extract.facts.years import YearState, assign_years
from ckt_extract.language.reading import Language, Measure
from ckt_extract.layout.statement import Statement

__all__ = ["FactCollector", "Paragraph"]

_SEARCHED = frozenset({"sentence", "bullet", "caption", "callout", "cell", "note", "heading"})
_MEMORY = 8
"""Claims of earlier statements of a paragraph that a comparison can refer to."""


@dataclass(slots=True)
class Paragraph:
    """What the statements of one paragraph have said so far."""

    block: int | None = None
    years: YearState = field(default_factory=YearState)
    claims: deque[Claim] = field(default_factory=lambda: deque(maxlen=_MEMORY))
    group: Group | None = None
    text: str = ""


class FactCollector:
    """Reads statements in order and keeps what they claim.

    Args:
        language: Language of the running text.
        edition: Reporting year of the document, or None when it is not known.
        catalogue: The indicators to match claims with.
    """

    def __init__(self, language: Language, edition: int | None, catalogue: Catalogue) -> None:
        self.drafts: list[Draft] = []
        self.numbers = NumberLog()
        self._language = language
        self._edition = edition
        self._catalogue = catalogue
        self._paragraph = Paragraph()
        self._of_claim: dict[int, Draft] = {}

    def add_all(self, statements: Iterable[Statement], section: str | None) -> None:
        """Read statements that stand under one section title."""
        for statement in statements:
            self.add(statement, section)

    def add(self, statement: Statement, section: str | None = None) -> None:
        """Read one statement."""
        reading = language.read(statement.text, self._language)
        if statement.kind not in _SEARCHED or statement.focus[0] >= statement.focus[1]:
            self.numbers.set_aside_all(statement, reading)
            return
        if statement.block != self._paragraph.block:
            self._paragraph = Paragraph(statement.block)
            self._of_claim.clear()
        units = units_of(reading)
        claims, no_facts = self._claims(units, statement)
        spans = segments_of(units, claims)
        for claim, (start, end) in zip(claims, spans, strict=True):
            claim.text = units.lower[start:end]
        drafts = self._drafts(statement, units, claims, section)
        self.numbers.add(statement, reading, drafts, no_facts)
        if not drafts and statement.kind in ("sentence", "bullet") and is_claim(units):
            self.drafts.append(self._qualitative(statement, units, section))
        self._remember(units, claims)

    def _claims(self, units: Units, statement: Statement) -> tuple[list[Claim], dict[Measure, str]]:
        """The claims that the statement itself makes, and the numbers that are no fact."""
        no_facts: dict[Measure, str] = {}
        claims, totals = claims_of(units)
        no_facts.update(dict.fromkeys(totals, "population"))
        first, last = statement.focus
        own = [c for c in claims if first <= c.measure.start < last]
        self._carry_groups(units, own)
        facts: list[Claim] = []
        for claim in own:
            reason = why_no_fact(units, claim)
            if reason is None:
                facts.append(claim)
            else:
                no_facts[claim.measure] = reason
        assign_roles(units, facts, self._edition)
        assign_years(units, facts, self._paragraph.years, self._edition)
        return facts, no_facts

    def _carry_groups(self, units: Units, claims: list[Claim]) -> None:
        """A number without a noun is of the group spoken of before it."""
        group = self._paragraph.group
        for claim in claims:
            if claim.group is None and claim.measure.kind in ("percentage", "ratio", "count"):
                if group is not None:
                    claim.group = Group(group.kind, group.text, None, None)
            elif claim.group is not None:
                group = claim.group

    def _drafts(
        self, statement: Statement, units: Units, claims: list[Claim], section: str | None
    ) -> list[Draft]:
        for claim in claims:
            claim.indicator = self._indicator(claim, units, statement, section)
        claims[:] = link_history(units, claims, list(self._paragraph.claims))
        drafts = [self._draft(statement, units, claim, section) for claim in claims]
        self._of_claim.update((id(d.claim), d) for d in drafts)
        for claim in (*self._paragraph.claims, *claims):
            draft = self._of_claim[id(claim)]
            if claim.previous is not None and draft.previous is None:
                draft.previous = self._of_claim[id(claim.previous)]
                _inherit(draft, draft.previous)
        self.drafts.extend(drafts)
        return drafts

    def _draft(
        self, statement: Statement, units: Units, claim: Claim, section: str | None
    ) -> Draft:
        topic = self._catalogue[claim.indicator].topic if claim.indicator else None
        start = units.lower.find(claim.text)
        return Draft(
            text=statement.text,
            subject=subject_of(units, (start, start + len(claim.text)), claim),
            place=statement.place(),
            claim=claim,
            places=measure_places(statement, claim),
            indicator=claim.indicator,
            topic=topic or topic_of(units.lower, section),
            section=section,
            links=tuple(statement.links),
            dimensions=dimensions_of(units, claim, statement),
        )

    def _indicator(
        self, claim: Claim, units: Units, statement: Statement, section: str | None
    ) -> str | None:
        around = " ".join(
            (units.lower, statement.lead.lower(), (section or "").lower(), self._paragraph.text)
        )
        best = self._catalogue.best(
            ClaimText(
                claim=claim.text,
                around=around,
                unit=claim.measure.kind,
                who=claim.group.kind if claim.group else None,
            )
        )
        return best.id if best is not None else None

    def _qualitative(self, statement: Statement, units: Units, section: str | None) -> Draft:
        return Draft(
            text=statement.text,
            subject=" ".join(statement.text.split()[:14]),
            place=statement.place(),
            claim=None,
            places={},
            topic=topic_of(units.lower, section),
            section=section,
            links=tuple(statement.links),
        )

    def _remember(self, units: Units, claims: list[Claim]) -> None:
        self._paragraph.text = units.lower
        self._paragraph.claims.extend(claims)
        groups = [c.group for c in claims if c.group is not None]
        if groups:
            self._paragraph.group = groups[-1]


def _inherit(newer: Draft, older: Draft) -> None:
    """An older value is of the same indicator, topic and group as the newer one."""
    if older.indicator is None:
        older.indicator, older.topic = newer.indicator, newer.topic
    if older.claim is not None and newer.claim is not None and older.claim.group is None:
        older.claim.group = newer.claim.group
