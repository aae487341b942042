"""Of whom or what each claim of a statement is, and which counts only give the size of a group."""

from msgspec.structs import replace

from ckt_extract.facts.claim import Claim, Group, Size
from ckt_extract.facts.fronted import opens_as_whole
from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.participles import is_participle
from ckt_extract.facts.phrases import (
    Phrase,
    counted_before,
    head_before,
    label_before,
    noun_after,
    partitive_after,
    subject_before,
)
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import Measure

__all__ = ["group_of", "name_groups"]

_PREDICATE = 2
"""Words between a share and what it is said to be: 38 procent (was nu) duurzamer."""
_SHARES = frozenset({"percentage", "ratio"})


def group_of(units: Units, phrase: Phrase) -> Group:
    """The group that a noun phrase names."""
    text = units.text[phrase.start : phrase.end]
    size = Size(phrase.total) if phrase.total is not None else None
    return Group(phrase.kind, text, (phrase.start, phrase.end), size)


def name_groups(units: Units, claims: list[Claim], totals: list[Measure]) -> None:
    """Find of whom each claim is, and which counts only give the size of a group."""
    counts = {id(c.measure): c for c in claims if c.measure.kind == "count"}
    for claim in claims:
        if claim.measure.kind == "count" and claim.group is None:
            if (group := _named_before(units, claim, claims)) is not None:
                claim.group = group
                continue
            phrase = (
                (partitive_after(units, claim.index + 1) if claim.measure.value == 0 else None)
                or noun_after(units, claim.index + 1)
                or _known(partitive_after(units, claim.index + 1))
                or counted_before(units, claim.index)
                or label_before(units, claim.index)
                or _fronted_group(units, claim)
                or _paired_group(units, claim)
            )
            if phrase is not None:
                claim.group = group_of(units, phrase)
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
    labelled = ":" in units.text[group.span[1] : max(last.measure.start, group.span[1])]
    if group.span[0] < last.measure.end and not labelled:
        head = head_before(units, last.index)
        return group.carried() if head is not None and head.start == group.span[0] else None
    between = units.words_between(max(group.span[1], last.measure.end), claim.measure.start)
    nouns = [u for u in between if kind_of_noun(u.lower, units.language)]
    return None if nouns else group.carried()


def _name_share(units: Units, claim: Claim, claims: list[Claim]) -> None:
    """The whole that a share is of: behind it, in its brackets, or the subject before it."""
    closed = units.row[claim.index + 1 : claim.index + 2]
    behind = claim.index + 1 + bool(closed and closed[0].lower == ")")
    found = partitive_after(units, behind) or head_before(units, claim.index)
    label = label_before(units, claim.index, known_only=True)
    if found is None or found.kind == "other":
        found = label or (found and _opening(units, claim)) or found
    start, end = units.clause_span(claim.clause)
    marks = (u.start for u in units.row[claim.index + 1 :] if u.kind == "mark")
    span = start, min(end, next(marks, end))
    if found is None and units.cues.anaphor.search(units.lower, *span):
        return  # daarvan, van hen: of the group spoken of before
    if found is None:
        found = noun_after(units, claim.index + 1, known_only=True)
    if found is not None and found.kind == "other" and claim.group is not None:
        claim.group.size = Size(found.total) if found.total is not None else None
        return
    if found is None and claim.group is None:
        if claims[0] is not claim and units.cues.same.search(units.lower, *span):
            return  # waren dat er zeven van de tien: of the group spoken of before
        if (shared := _shared_group(units, claim, claims)) is not None:
            claim.group = shared
            return
        found = _without_sibling(subject_before(units, claim.index), claims)
        if found is None and claim.measure.kind == "ratio":
            found = noun_after(units, claim.index + 1)
        found = found or _material(units, claim, span[1])
    if found is not None:
        known = claim.group
        if known is None or known.kind in ("other", found.kind):
            claim.group = group_of(units, found)
        elif found.total is not None:
            known.size = Size(found.total)


def _material(units: Units, claim: Claim, end: int) -> Phrase | None:
    """What is said to be of a kind that only materials are: `38 procent was duurzamer`."""
    if claim.measure.kind != "percentage":
        return None
    word = units.cues.material.search(units.lower, claim.measure.end, end)
    if word is None or len(units.words_between(claim.measure.end, word.start())) > _PREDICATE:
        return None
    last = units.index_at(word.start())
    return Phrase("materials", word.start(), word.end(), last)


def _opening(units: Units, claim: Claim) -> Phrase | None:
    """The whole that opens a sentence: `Van het katoen … is 55 procent van betere herkomst`."""
    found = _known(partitive_after(units, 0))
    return found if found is not None and found.last < claim.index else None


def _known(found: Phrase | None) -> Phrase | None:
    """A noun phrase whose noun is in the list."""
    return found if found is not None and found.kind != "other" else None


def _named_before(units: Units, claim: Claim, claims: list[Claim]) -> Group | None:
    """`Twee bedrijven tekenden, terwijl er tien vertrokken`: the noun of the count before it."""
    row, at = units.row, claim.index
    before = [c for c in claims if c.index < at and c.measure.kind == "count" and c.group]
    if not before or before[-1].group is None or at + 1 >= len(row):
        return None
    elliptic = row[at - 1].lower in units.cues.elliptic and is_participle(row[at + 1].lower, units)
    return before[-1].group.carried() if elliptic else None


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
        fronted = opens_as_whole(units, claim) and shares
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
