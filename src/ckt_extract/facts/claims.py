"""The claims of one statement: its measures, put together and with their nouns."""

import itertools
from dataclasses import dataclass, replace

from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.phrases import (
    Phrase,
    counted_before,
    head_before,
    label_before,
    noun_after,
    partitive_after,
    subject_before,
)
from ckt_extract.facts.units import Unit, Units
from ckt_extract.facts.whole import whole_measures
from ckt_extract.language.reading import Measure, TimeReference
from ckt_extract.models.place import Place
from ckt_extract.models.result import Role, YearBasis

__all__ = ["Claim", "Group", "Size", "claims_of", "sizes_in_brackets"]

_BESIDE = 12
"""Words at most between a count and the share in brackets behind it."""

_SHARES = frozenset({"percentage", "ratio"})


@dataclass(slots=True, eq=False)
class Size:
    """How many a group has; shared by all claims about the group."""

    measure: Measure
    written: tuple[str, Place] | None = None
    """As written, and where; known when the statement that gives it has been read."""


@dataclass(slots=True)
class Group:
    """Of whom or what a claim speaks."""

    kind: str
    text: str
    span: tuple[int, int] | None
    """Where it is named in the claim's own statement; None when it is carried."""
    size: Size | None = None
    basis: "Group | None" = None

    def carried(self) -> "Group":
        """The same group for a claim that does not name it."""
        return Group(self.kind, self.text, None, self.size, self.basis)


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
    time: TimeReference | None = None
    """The words that gave the year."""
    previous: "Claim | None" = None
    derived: bool = False
    start: int = 0
    """Where `text` starts in the statement."""
    text: str = ""
    """The words around it that say what is claimed."""
    written: tuple[str, Place] | None = None
    """Its measure as written, and where."""
    count_written: tuple[str, Place] | None = None
    """The same of the number or ratio that stands beside a share."""
    block: int = 0
    """The paragraph it stands in."""
    indicator: str | None = None
    """Id of the indicator it belongs to, once that is known."""


def claims_of(units: Units) -> tuple[list[Claim], list[Measure]]:
    """The claims of a statement, and the measures that only say how large a group is.

    The list of measures is in the order of the text, as are the claims.
    """
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
    _read_bare_shares(units, claims)
    claims.extend(Claim(m, i, units.row[i].clause) for i, m in whole_measures(units))
    claims.sort(key=lambda c: c.measure.start)
    _name_groups(units, claims, totals)
    _share_pair_groups(claims)
    _estimate(units, claims)
    _repeat_zero(units, claims)
    _join_ranges(units, claims)
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


def sizes_in_brackets(units: Units, claims: list[Claim]) -> list[Measure]:
    """Counts in the brackets of a caption, which say how large the group is: (57 in totaal)."""
    return [
        claim.measure
        for claim in claims
        if claim.measure.kind == "count"
        and claim.index > 0
        and units.row[claim.index - 1].lower == "("
    ]


def _read_bare_shares(units: Units, claims: list[Claim]) -> None:
    """`Het percentage merken dat voldoet, is opgelopen tot 63`: the unit stands in front."""
    for claim in claims:
        bare = claim.measure.kind == "count" and claim.count is None
        if not bare or not _stands_as_level(units, claim.index):
            continue
        before = [u for u in units.row[: claim.index] if u.clause >= claim.clause - 2]
        heads = [u.lower for u in before if u.lower in units.cues.percent_head]
        numbers = [u for u in before if u.measure is not None and u.measure.pair is None]
        if heads and not numbers:
            claim.measure = replace(claim.measure, kind="percentage")


def _stands_as_level(units: Units, index: int) -> bool:
    """Whether a number ends its clause behind a word that leads to a level: … tot 63."""
    row = units.row
    before = row[index - 1] if index else None
    behind = row[index + 1] if index + 1 < len(row) else None
    ends = behind is None or behind.kind == "mark" or behind.lower in units.cues.level
    return before is not None and before.lower in units.cues.level and ends


def _estimate(units: Units, claims: list[Claim]) -> None:
    """`Naar schatting hebben zij 45 procent`: the bound may stand apart from the number."""
    for claim in claims:
        start, end = units.clause_span(claim.clause)
        apart = claim.measure.bound == "exact" and not claim.measure.only
        cue = units.cues.estimate.search(units.lower, start, min(end, claim.measure.start))
        if cue is None or not apart:
            continue
        if not any(cue.end() <= c.measure.start < claim.measure.start for c in claims):
            claim.measure = replace(claim.measure, bound="about")


def _share_pair_groups(claims: list[Claim]) -> None:
    """`van 48 naar 31 leveranciers`: the noun stands once."""
    for older, newer in itertools.pairwise(claims):
        if (older.measure.pair, newer.measure.pair) == ("from", "to"):
            older.group = older.group or newer.group
            newer.group = newer.group or older.group


def _join_ranges(units: Units, claims: list[Claim]) -> None:
    """`ranged from 1,500 to 12,000`: with a verb of spread, from and to are one range."""
    for older, newer in itertools.pairwise(list(claims)):
        if (older.measure.pair, newer.measure.pair) != ("from", "to"):
            continue
        if units.cues.spread.search(units.lower):
            first, last = older.measure, newer.measure
            older.measure = replace(first, upper=last.value, end=last.end, pair=None)
            claims.remove(newer)


def _repeat_zero(units: Units, claims: list[Claim]) -> None:
    """`Geen klachten of geschillen`: the zero is of both."""
    for claim in list(claims):
        group = claim.group
        if claim.measure.value != 0 or group is None or group.span is None:
            continue
        at = units.index_at(group.span[0])
        while units.row[at].end < group.span[1]:
            at += 1
        if units.row[at + 1 : at + 2] and units.row[at + 1].lower in units.cues.conjunction:
            second = noun_after(units, at + 2, known_only=True)
            if second is not None and second.kind != group.kind:
                twin = Claim(claim.measure, claim.index, claim.clause, group=_group(units, second))
                claims.insert(claims.index(claim) + 1, twin)


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
    if any(u.kind in ("measure", "aside") for u in between) or len(words) > _BESIDE:
        return False
    if between and between[-1].lower in ("(", "["):
        return len(marks) == 1
    closing = units.row[second + 1].lower if second + 1 < len(units.row) else ""
    last = between[-1].lower if between else ""
    if any(u.lower in units.cues.verb or u.lower in units.cues.auxiliary for u in words):
        linked = units.cues.linker.search(
            units.lower, units.row[first].end, units.row[second].start
        )
        return linked is not None and bool(marks)
    if last in (",", "–", "—"):
        return len(marks) == 1 and (
            closing in (",", ".", last, ")") or closing in units.cues.partitive
        )
    return bool(
        marks and units.cues.linker.search(units.lower, marks[-1].start, units.row[second].start)
    )


def _group(units: Units, phrase: Phrase, total: Measure | None = None) -> Group:
    text = units.text[phrase.start : phrase.end]
    number = phrase.total or total
    size = Size(number) if number is not None else None
    return Group(phrase.kind, text, (phrase.start, phrase.end), size)


def _name_groups(units: Units, claims: list[Claim], totals: list[Measure]) -> None:
    """Find of whom each claim is, and which counts only give the size of a group."""
    counts = {id(c.measure): c for c in claims if c.measure.kind == "count"}
    for claim in claims:
        if claim.measure.kind == "count" and claim.group is None:
            phrase = (
                (partitive_after(units, claim.index + 1) if claim.measure.value == 0 else None)
                or noun_after(units, claim.index + 1)
                or counted_before(units, claim.index)
                or label_before(units, claim.index)
                or _fronted_group(units, claim)
                or _paired_group(units, claim)
            )
            if phrase is not None:
                claim.group = _group(units, phrase)
        elif claim.measure.kind in _SHARES:
            _name_share(units, claim, claims)
            if claim.group is not None and claim.group.size is not None:
                totals.append(claim.group.size.measure)
    shares = [c for c in claims if c.measure.kind in _SHARES]
    _find_basis(units, shares, list(counts.values()), totals)


def _without_sibling(found: Phrase | None, claims: list[Claim]) -> Phrase | None:
    """A noun without its number, when that is the number of another claim (5 bedrijven)."""
    siblings = [c.count or c.measure for c in claims]
    if found is None or found.total is None or found.total not in siblings:
        return found
    if any(c.measure is found.total for c in claims):
        return found
    return replace(found, total=None)


def _shared_group(units: Units, claim: Claim, claims: list[Claim]) -> Group | None:
    """The whole that an earlier share of the statement names behind itself, and no other since.

    `60 procent van het katoen in 2023 en 75 procent in 2025`: both are of the cotton.
    """
    before = [c for c in claims if c.index < claim.index and c.measure.kind in _SHARES]
    if not before or before[-1].group is None or before[-1].group.span is None:
        return None
    group, last = before[-1].group, before[-1]
    if group.span is None:
        return None
    if group.span[0] < last.measure.end:
        head = head_before(units, last.index)
        return group.carried() if head is not None and head.start == group.span[0] else None
    between = units.words_between(group.span[1], claim.measure.start)
    nouns = [u for u in between if kind_of_noun(u.lower, units.language)]
    return None if nouns else group.carried()


def _name_share(units: Units, claim: Claim, claims: list[Claim]) -> None:
    """The whole that a share is of: behind it, in its brackets, or the subject before it."""
    found = partitive_after(units, claim.index + 1) or head_before(units, claim.index)
    label = label_before(units, claim.index)
    if label is not None and (found is None or found.kind == "other"):
        found = label
    if found is None:
        found = noun_after(units, claim.index + 1, known_only=True)
    if found is not None and found.kind == "other" and claim.group is not None:
        claim.group.size = Size(found.total) if found.total is not None else None
        return
    if found is None and claim.group is None:
        span = units.clause_span(claim.clause)
        if units.cues.anaphor.search(units.lower, *span):
            return
        if claims[0] is not claim and units.cues.same.search(units.lower, *span):
            return  # waren dat er zeven van de tien: of the group spoken of before
        if (shared := _shared_group(units, claim, claims)) is not None:
            claim.group = shared
            return
        found = _without_sibling(subject_before(units, claim.index), claims)
        if found is None and claim.measure.kind == "ratio":
            found = noun_after(units, claim.index + 1)
    if found is not None:
        known = claim.group
        if known is None or known.kind in ("other", found.kind):
            claim.group = _group(units, found)
        elif found.total is not None:
            known.size = Size(found.total)


def _paired_group(units: Units, claim: Claim) -> Phrase | None:
    """`De lijst met locaties groeide van 2.802 naar 5.989`: the subject is what is counted."""
    if claim.measure.pair is None:
        return None
    found = subject_before(units, claim.index)
    return replace(found, total=None) if found is not None else None


def _fronted_group(units: Units, claim: Claim) -> Phrase | None:
    """`Van de deelnemers hebben er 18 …`: the noun stands in front."""
    before = units.row[claim.index - 1] if claim.index else None
    if before is None or before.lower not in units.cues.elliptic:
        return None
    found = subject_before(units, claim.index)
    return replace(found, total=None) if found is not None else None


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
        whole = Group(claim.group.kind, claim.group.text, claim.group.span, Size(claim.measure))
        for share in shares:
            if share.group is None or share.group.kind == whole.kind:
                if share.group is None or share.group.size is None:
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
        and (words[0] in units.cues.partitive or words[:2] in (["out", "of"], ["uit", "van"]))
        and all(w in units.cues.determiner or w in units.cues.partitive for w in words[1:])
    )
