"""What the statements of one paragraph have said so far: of whom, when, and for what."""

from collections import deque

from msgspec import Struct, field

from ckt_extract.facts.claim import Claim, Group, Size
from ckt_extract.facts.phrases import topic_noun
from ckt_extract.facts.units import Units
from ckt_extract.facts.years import YearState
from ckt_extract.language.reading import Measure

__all__ = ["Paragraph"]

_MEMORY = 8
"""Claims of earlier statements of a paragraph that a comparison can refer to."""

_SHORT = 2
"""A clause of so few words before its number has no subject of its own."""

_SHARES = ("percentage", "ratio", "count")


class Paragraph(Struct):
    """The state that is carried from statement to statement."""

    block: int | None = None
    years: YearState = field(default_factory=YearState)
    claims: deque[Claim] = field(default_factory=lambda: deque(maxlen=_MEMORY))
    group: Group | None = None
    targets: bool = False
    """A heading or lead says that what follows are aims (Doelen voor 2021)."""
    text: str = ""

    def carry_groups(self, units: Units, claims: list[Claim]) -> None:
        """A number without a noun is of the group spoken of before it.

        The size of that group is carried only where a word refers to it (daarvan), or where a
        caption or lead gave it.
        """
        group = self.group
        for claim in claims:
            if claim.group is not None and not self._names_a_place(units, claim):
                group = claim.group
            elif _has_own_subject(units, claim) or claim.measure.value == 0:
                continue
            elif group is not None and claim.measure.kind in _SHARES:
                claim.group = group.carried()
                if claim.measure.kind != "count" and self._refers(units, claim):
                    self._take_total(claim.group)

    def _names_a_place(self, units: Units, claim: Claim) -> bool:
        """`overige landen: 3 procent`: a label of countries says where, under a lead of others."""
        return (
            claim.group is not None
            and claim.group.kind == "countries"
            and claim.measure.kind in ("percentage", "ratio")
            and units.row[claim.index - 1].lower == ":"
            and self.group is not None
            and self.group.kind != "countries"
        )

    def following(self, block: int, lead: str) -> "Paragraph":
        """The next paragraph of the same section: what it compares with may stand in this one.

        A list whose lead ends this paragraph goes on in its year.
        """
        group = self.group.carried() if self.group is not None else None
        if group is not None:
            group.size = None
        leads = bool(lead) and self.text == lead.lower()
        current = self.years.current if leads else None
        years = YearState(current=current, named=self.years.named)
        return Paragraph(block, years, self.claims, group, text=self.text)

    def _refers(self, units: Units, claim: Claim) -> bool:
        span = units.clause_span(claim.clause)
        return units.cues.anaphor.search(units.lower, *span) is not None

    def _take_total(self, group: Group) -> None:
        """Daarvan: the count that was claimed last is the size of the group."""
        for claim in reversed(self.claims):
            counted = claim.measure.kind == "count" and claim.group is not None
            if (
                counted
                and claim.block == self.block
                and claim.group is not None
                and claim.group.kind == group.kind
            ):
                group.size = Size(claim.measure, claim.written)
                return

    def take_context(self, units: Units, totals: list[Measure], *, leads: bool) -> None:
        """Take along whom a statement speaks of, and whether it announces aims (leads)."""
        noun = topic_noun(units)
        if noun is not None:
            text = units.text[noun.start : noun.end]
            total = totals[-1] if totals else noun.total
            size = Size(total) if total is not None else None
            self.group = Group(noun.kind, text, (noun.start, noun.end), size)
        if leads and units.cues.target.search(units.lower):
            self.targets = True
            years = [t.year for t in units.reading.times if t.year is not None]
            self.years.aim = years[-1] if years else None

    def correct_years(self, units: Units) -> None:
        """`Deze cijfers gaan over 2019`: the year of figures given before without one."""
        years = [t.end_year or t.year for t in units.reading.times if t.year is not None]
        if not years or units.cues.figures.search(units.lower) is None:
            return
        for claim in self.claims:
            if claim.basis == "edition":
                claim.year, claim.basis = years[-1], "carried"

    def remember(self, units: Units, claims: list[Claim]) -> None:
        """Take along what a statement has claimed."""
        self.text = units.lower
        self.claims.extend(claims)
        groups = [c.group for c in claims if c.group is not None]
        if groups:
            self.group = groups[-1]


def _has_own_subject(units: Units, claim: Claim) -> bool:
    """Whether a share's clause opens with a subject of its own (De gemiddelde score steeg)."""
    if claim.measure.kind == "count":
        return False
    clause = [u for u in units.row[: claim.index] if u.clause == claim.clause]
    if len(clause) <= _SHORT or clause[0].lower not in units.cues.article:
        return False
    head = clause[1].lower
    neutral = units.cues.share | units.cues.number | units.cues.neutral
    return head not in neutral and not units.cues.target.fullmatch(head)
