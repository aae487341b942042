"""The claims of one statement: its measures, put together and with their nouns."""

from dataclasses import dataclass

from ckt_extract.facts.phrases import Phrase, noun_after, partitive_after, subject_before
from ckt_extract.facts.units import Unit, Units
from ckt_extract.language.reading import Measure
from ckt_extract.models.result import Role, YearBasis

__all__ = ["Claim", "Group", "claims_of"]

_SHARES = frozenset({"percentage", "ratio"})


@dataclass(slots=True)
class Group:
    """Of whom or what a claim speaks; `total` is the size of the group."""

    kind: str
    text: str
    span: tuple[int, int] | None
    """Where it is named in the claim's own statement; None when it is carried."""
    total: Measure | None = None
    basis: "Group | None" = None


@dataclass(slots=True, eq=False)
class Claim:
    """One claim while its attributes are still being found."""

    measure: Measure
    index: int
    """Index of the measure in the row of units."""
    clause: int
    count: Measure | None = None
    group: Group | None = None
    total: Measure | None = None
    role: Role = "result"
    year: int | None = None
    basis: YearBasis | None = None
    previous: "Claim | None" = None
    derived: bool = False
    text: str = ""
    """The words around it that say what is claimed."""
    indicator: str | None = None
    """Id of the indicator it belongs to, once that is known."""


def claims_of(units: Units) -> tuple[list[Claim], list[Measure]]:
    """The claims of a statement, and the measures that only say how large a group is."""
    rows = [(i, u) for i, u in enumerate(units.row) if u.measure is not None]
    taken: set[int] = set()
    claims: list[Claim] = []
    totals: list[Measure] = []
    for position, (index, unit) in enumerate(rows):
        if index in taken or unit.measure is None:
            continue
        claim = _claim(units, rows, position, taken)
        if claim is not None:
            claims.append(claim)
    _name_groups(units, claims, totals)
    return [c for c in claims if c.measure not in totals], totals


def _claim(
    units: Units, rows: list[tuple[int, Unit]], position: int, taken: set[int]
) -> Claim | None:
    """The claim that starts at a measure, with the share or count that stands beside it."""
    index, unit = rows[position]
    measure = unit.measure
    if measure is None:
        return None
    claim = Claim(measure, index, unit.clause)
    taken.add(index)
    if position + 1 >= len(rows):
        return claim
    next_index, next_unit = rows[position + 1]
    other = next_unit.measure
    if other is None or next_index in taken:
        return claim
    kinds = (measure.kind, other.kind)
    if kinds in {("count", "percentage"), ("ratio", "percentage")} and _beside(
        units, index, next_index
    ):
        taken.add(next_index)
        claim = Claim(other, next_index, unit.clause)
        phrase = noun_after(units, index + 1)
        _take_count(claim, measure)
        if phrase is not None:
            claim.group = _group(units, phrase)
    elif kinds in {("percentage", "count"), ("percentage", "ratio")} and _beside(
        units, index, next_index
    ):
        taken.add(next_index)
        _take_count(claim, other)
        phrase = partitive_after(units, index + 1) or noun_after(units, next_index + 1)
        if phrase is not None:
            claim.group = _group(units, phrase)
    return claim


def _take_count(claim: Claim, counted: Measure) -> None:
    """Give a share the number it stands for: 36, or 36 of 57."""
    claim.count = counted
    if counted.kind == "ratio":
        claim.total = counted


def _beside(units: Units, first: int, second: int) -> bool:
    """Whether a share stands in apposition to a count: in brackets, between commas, or linked."""
    between = units.row[first + 1 : second]
    marks = [u for u in between if u.kind == "mark"]
    words = [u for u in between if u.kind == "word"]
    if any(u.kind in ("measure", "aside") for u in between) or len(words) > 8:
        return False
    closing = units.row[second + 1].lower if second + 1 < len(units.row) else ""
    last = between[-1].lower if between else ""
    if any(u.lower in units.cues.verb or u.lower in units.cues.auxiliary for u in words):
        linked = units.cues.linker.search(
            units.lower, units.row[first].end, units.row[second].start
        )
        return linked is not None and bool(marks)
    if last in ("(", "["):
        return len(marks) == 1
    if last in (",", "–", "—"):
        return len(marks) == 1 and closing in (",", ".", last, ")")
    return bool(
        marks and units.cues.linker.search(units.lower, marks[-1].start, units.row[second].start)
    )


def _group(units: Units, phrase: Phrase, total: Measure | None = None) -> Group:
    text = units.text[phrase.start : phrase.end]
    return Group(phrase.kind, text, (phrase.start, phrase.end), phrase.total or total)


def _name_groups(units: Units, claims: list[Claim], totals: list[Measure]) -> None:
    """Find of whom each claim is, and which counts only give the size of a group."""
    counts = {id(c.measure): c for c in claims if c.measure.kind == "count"}
    for claim in claims:
        if claim.measure.kind == "count" and claim.group is None:
            if (phrase := noun_after(units, claim.index + 1)) is not None:
                claim.group = _group(units, phrase)
        elif claim.measure.kind in _SHARES:
            _name_share(units, claim)
            if claim.group is not None and claim.group.total is not None:
                totals.append(claim.group.total)
    shares = [c for c in claims if c.measure.kind in _SHARES]
    _find_basis(units, shares, list(counts.values()), totals)


def _name_share(units: Units, claim: Claim) -> None:
    """The whole that a share is of: behind it, in its brackets, or the subject before it."""
    found = partitive_after(units, claim.index + 1)
    if found is None and claim.measure.kind == "ratio":
        found = noun_after(units, claim.index + 1, known_only=True)
    if found is not None and found.kind == "other" and claim.group is not None:
        claim.group.total = found.total
        return
    if found is None and claim.group is None:
        if units.cues.anaphor.search(units.lower, *units.clause_span(claim.clause)):
            return
        found = subject_before(units, claim.index)
    if found is not None:
        known = claim.group
        if known is None or known.kind in ("other", found.kind):
            claim.group = _group(units, found)
        elif found.total is not None:
            known.total = found.total


def _find_basis(
    units: Units, shares: list[Claim], counts: list[Claim], totals: list[Measure]
) -> None:
    """`Op basis van de beoordeling van 57 bedrijven`: 57 is the size of what was examined."""
    for claim in counts:
        start = units.row[max(claim.index - 8, 0)].start
        cue = units.cues.basis.search(units.lower, start, claim.measure.start)
        fronted = _fronted_partitive(units, claim) and shares
        if cue is None and not fronted:
            continue
        if claim.group is None or (cue is not None and _crosses_clause(units, cue.end(), claim)):
            continue
        totals.append(claim.measure)
        whole = Group(claim.group.kind, claim.group.text, claim.group.span, claim.measure)
        for share in shares:
            if share.group is None or share.group.kind == whole.kind:
                if share.group is None or share.group.total is None:
                    share.group = whole
            else:
                share.group.basis = whole


def _crosses_clause(units: Units, offset: int, claim: Claim) -> bool:
    return units.row[units.index_at(offset)].clause != claim.clause


def _fronted_partitive(units: Units, claim: Claim) -> bool:
    """Whether a count opens its sentence as a whole: Van de 57 bedrijven …."""
    words = [u.lower for u in units.row[: claim.index]]
    return (
        0 < len(words) <= 3
        and words[0] in units.cues.partitive
        and all(w in units.cues.determiner for w in words[1:])
    )
