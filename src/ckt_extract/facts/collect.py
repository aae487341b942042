"""Statements in reading order become drafts of facts, paragraph by paragraph."""

import time
from math import inf

from ckt_extract import language
from ckt_extract.facts.callouts import name_callout_groups
from ckt_extract.facts.catalogue import Catalogue, ClaimText
from ckt_extract.facts.cells import name_cell_groups
from ckt_extract.facts.claim import Claim, Group, Size
from ckt_extract.facts.claims import claims_of, sizes_in_brackets
from ckt_extract.facts.dimensions import dimensions_of
from ckt_extract.facts.draft import Draft
from ckt_extract.facts.header_units import read_header_units
from ckt_extract.facts.history import link_history
from ckt_extract.facts.number_log import NumberLog
from ckt_extract.facts.paragraph import Paragraph
from ckt_extract.facts.places import links_of, place_of
from ckt_extract.facts.qualitative import is_claim
from ckt_extract.facts.relevance import why_no_fact
from ckt_extract.facts.roles import assign_roles, mark_future
from ckt_extract.facts.segments import segments_of, subject_of
from ckt_extract.facts.topics import topic_of
from ckt_extract.facts.units import Units, units_of
from ckt_extract.facts.years import assign_years, remember_years, year_of
from ckt_extract.language.reading import Language, Measure
from ckt_extract.layout.statement import Statement
from ckt_extract.models.place import Place

__all__ = ["FactCollector"]

_SEARCHED = frozenset({"sentence", "bullet", "caption", "callout", "cell", "note", "heading"})


_LONGEST = 200
"""Words of a statement at most. It bounds the time that a text without full stops can take."""

_LEADS = 12
"""Captions and leads kept: a chart's values stand near its caption."""


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
        self._leads: dict[str, Statement] = {}
        self._awaited: dict[str, list[Size]] = {}
        self._section: str | None = None
        self._of_claim: dict[int, Draft] = {}

    def add(self, statement: Statement, section: str | None = None, deadline: float = inf) -> None:
        """Read one statement; one that is too long to be a sentence is read in pieces.

        Args:
            statement: A statement behind those that were added before.
            section: Title of the section it stands in.
            deadline: When, by `time.monotonic`, no further piece is begun.
        """
        for piece in statement.pieces(_LONGEST):
            if time.monotonic() > deadline:
                return
            self._add(piece, section)

    def _add(self, statement: Statement, section: str | None) -> None:
        reading = language.read(statement.text, self._language)
        if statement.kind not in _SEARCHED or statement.focus[0] >= statement.focus[1]:
            self.numbers.set_aside_all(statement, reading)
            return
        if statement.block != self._paragraph.block:
            self._start_paragraph(statement, section)
        if statement.kind in ("caption", "heading", "sentence"):
            self._arrived(statement)
        units = units_of(reading)
        claims, no_facts = self._claims(units, statement)
        spans = segments_of(units, claims)
        for claim, span in zip(claims, spans, strict=True):
            claim.span = span
        drafts = self._drafts(statement, units, claims, section)
        self.numbers.add(statement, reading, drafts, no_facts)
        if not drafts and statement.kind in ("sentence", "bullet") and is_claim(units):
            self.drafts.append(self._qualitative(statement, units, section))
        remember_years(units, claims, self._paragraph.years, self._edition)
        self._paragraph.remember(units, claims)

    def _start_paragraph(self, statement: Statement, section: str | None) -> None:
        """A new paragraph knows the lead or caption that introduces it, and the one before it."""
        if section == self._section:
            self._paragraph = self._paragraph.following(statement.block, statement.lead)
        else:
            self._paragraph = Paragraph(statement.block)
            self._section = section
        known = {id(claim) for claim in self._paragraph.claims}
        self._of_claim = {key: d for key, d in self._of_claim.items() if key in known}
        if statement.lead:
            units = units_of(language.read(statement.lead, self._language))
            claims, totals = claims_of(units)
            totals.extend(sizes_in_brackets(units, claims))
            self._paragraph.take_context(units, totals, leads=True)
            self._expect(statement.lead)
            remember_years(units, [], self._paragraph.years, self._edition)

    def _expect(self, lead: str) -> None:
        """The size of a group that a lead gives has its place where the lead itself stands."""
        group = self._paragraph.group
        if group is None or group.size is None:
            return
        if lead in self._leads:
            group.size.written = _written(self._leads[lead], group.size.measure)
        else:
            self._awaited.setdefault(lead, []).append(group.size)

    def _arrived(self, statement: Statement) -> None:
        """Note where the lead or caption of other statements stands."""
        self._leads.pop(statement.text, None)
        self._leads[statement.text] = statement
        if len(self._leads) > _LEADS:
            del self._leads[next(iter(self._leads))]
        for size in self._awaited.pop(statement.text, ()):
            size.written = _written(statement, size.measure)

    def _claims(self, units: Units, statement: Statement) -> tuple[list[Claim], dict[Measure, str]]:
        """The claims that the statement itself makes, and the numbers that are no fact."""
        paragraph = self._paragraph
        claims, totals = claims_of(units)
        first, last = statement.focus
        own = [c for c in claims if first <= c.measure.start < last]
        if statement.kind in ("cell", "callout"):
            read_header_units(units, own, statement)
        if statement.kind == "cell":
            name_cell_groups(units, own, statement)
        if statement.kind in ("caption", "heading"):
            totals.extend(sizes_in_brackets(units, own))
            own = [c for c in own if c.measure not in totals]
        no_facts = dict.fromkeys(totals, "population")
        paragraph.carry_groups(units, own)
        if statement.kind == "callout":
            name_callout_groups(units, own)
        facts: list[Claim] = []
        for claim in own:
            reason = why_no_fact(units, claim, statement.kind)
            if reason is None:
                facts.append(claim)
            else:
                no_facts[claim.measure] = reason
        if not facts:
            self._take_context(units, totals, statement)
            return facts, no_facts
        assign_roles(units, facts)
        if paragraph.targets:
            for claim in facts:
                claim.role = "target" if claim.role == "result" else claim.role
        assign_years(units, facts, paragraph.years, self._edition)
        mark_future(units, facts, self._edition)
        for claim in facts:
            _anchor(statement, claim)
        return facts, no_facts

    def _take_context(self, units: Units, totals: list[Measure], statement: Statement) -> None:
        """A statement without a fact may say whom and when the next ones speak of."""
        paragraph = self._paragraph
        paragraph.correct_years(units)
        leads = statement.kind in ("heading", "caption", "bullet") or units.lower.endswith(":")
        if leads or paragraph.group is None:
            paragraph.take_context(units, totals, leads=leads)
        if paragraph.group is not None:
            _anchor_group(statement, paragraph.group)

    def _drafts(
        self, statement: Statement, units: Units, claims: list[Claim], section: str | None
    ) -> list[Draft]:
        if not claims:
            return []
        for claim in claims:
            claim.indicator = self._indicator(claim, units, statement, section)
        claims[:] = link_history(units, claims, list(self._paragraph.claims))
        shared = _Shared(statement, units, section)
        drafts = [self._draft(shared, claim) for claim in claims]
        self._of_claim.update((id(d.claim), d) for d in drafts)
        for claim in (*self._paragraph.claims, *claims):
            draft = self._of_claim[id(claim)]
            if claim.previous is not None and draft.previous is None:
                draft.previous = self._of_claim[id(claim.previous)]
                _inherit(draft, draft.previous)
        self.drafts.extend(drafts)
        return drafts

    def _draft(self, shared: "_Shared", claim: Claim) -> Draft:
        topic = self._catalogue[claim.indicator].topic if claim.indicator else None
        return Draft(
            text=shared.statement.text,
            subject=subject_of(shared.units, claim),
            place=shared.place,
            claim=claim,
            indicator=claim.indicator,
            topic=topic or shared.topic,
            section=shared.section,
            links=shared.links,
            dimensions=dimensions_of(shared.units, claim, shared.statement),
        )

    def _indicator(
        self, claim: Claim, units: Units, statement: Statement, section: str | None
    ) -> str | None:
        short = statement.kind in ("callout", "cell")
        around = " ".join(
            (units.lower, statement.lead.lower(), (section or "").lower(), self._paragraph.text)
        )
        start, end = claim.span
        own = units.lower[start:end]
        best = self._catalogue.best(
            ClaimText(
                claim=f"{statement.lead.lower()} {own}" if short else own,
                around=around,
                unit=claim.measure.kind,
                who=claim.group.kind if claim.group else None,
            )
        )
        return best.id if best is not None else None

    def _qualitative(self, statement: Statement, units: Units, section: str | None) -> Draft:
        year, basis = year_of(units, self._paragraph.years, self._edition)
        return Draft(
            year=year,
            basis=basis,
            text=statement.text,
            subject=" ".join(statement.text.split()[:14]),
            place=place_of(statement),
            claim=None,
            topic=topic_of(units.lower, section),
            section=section,
            links=links_of(statement),
        )


class _Shared:
    """What all claims of one statement have in common."""

    def __init__(self, statement: Statement, units: Units, section: str | None) -> None:
        self.statement = statement
        self.units = units
        self.section = section
        self.place = place_of(statement)
        self.links = links_of(statement)
        self.topic = topic_of(units.lower, section)


def _anchor(statement: Statement, claim: Claim) -> None:
    """Note where a claim's number and the size of its group stand."""
    claim.written = _written(statement, claim.measure)
    claim.block = statement.block
    if claim.count is not None:
        claim.count_written = _written(statement, claim.count)
    group = claim.group
    while group is not None:
        _anchor_group(statement, group)
        group = group.basis


def _anchor_group(statement: Statement, group: Group) -> None:
    size = group.size
    if size is not None and size.written is None:
        size.written = _written(statement, size.measure)


def _written(statement: Statement, measure: Measure) -> tuple[str, Place]:
    """A measure as it stands in a statement, and where."""
    start, end = measure.start, measure.end
    text, place = statement.text[start:end], place_of(statement, start, end)
    return (place.quote if place.quote == text else text), place


def _inherit(newer: Draft, older: Draft) -> None:
    """An older value is of the same indicator, topic and group as the newer one."""
    if newer.indicator is not None:
        older.indicator, older.topic = newer.indicator, newer.topic
    if older.claim is not None and newer.claim is not None and older.claim.group is None:
        older.claim.group = newer.claim.group
