"""Noun phrases beside a number: what is counted, and of what something is a share."""

from dataclasses import dataclass

from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.units import Unit, Units
from ckt_extract.language.reading import Measure

__all__ = ["Phrase", "noun_after", "partitive_after", "subject_before"]

_REACH = 6
"""Words between a number and its noun at most (57 in het derde jaar beoordeelde bedrijven)."""


@dataclass(slots=True, frozen=True)
class Phrase:
    """A noun phrase: the kind of its noun, its span in the text, and the number inside it."""

    kind: str
    start: int
    end: int
    last: int
    """Index of its last unit."""
    total: Measure | None = None


def noun_after(units: Units, index: int, *, known_only: bool = False) -> Phrase | None:
    """The noun that a number at `index - 1` counts, with the words before it.

    Args:
        units: The statement.
        index: Index of the first unit behind the number.
        known_only: Leave out nouns that are not in the population list.
    """
    run: list[int] = []
    for i in range(index, min(index + _REACH, len(units.row))):
        unit = units.row[i]
        if unit.kind != "word" or units.cues.ends_phrase(unit.lower):
            break
        run.append(i)
    known = [i for i in run if kind_of_noun(units.row[i].lower, units.language)]
    if known:
        head = _head(units, run, known)
        kind = kind_of_noun(units.row[head].lower, units.language) or "other"
        return _phrase(units, index, head, kind)
    if known_only or not run:
        return None
    found = _unknown_head(units, run)
    return _phrase(units, index, found, "other") if found is not None else None


def _head(units: Units, run: list[int], known: list[int]) -> int:
    """English puts the head last (company plans); Dutch puts it first (plannen van bedrijven)."""
    if units.language == "nl":
        return known[0]
    head = known[0]
    while head + 1 in known:
        head += 1
    return head


def _unknown_head(units: Units, run: list[int]) -> int | None:
    """The likely head among words that are not listed: no Dutch adjective (they end in -e)."""
    if units.language == "nl":
        nouns = [i for i in run[:3] if len(units.row[i].lower) > 2]
        plain = [i for i in nouns if not units.row[i].lower.endswith("e")]
        return plain[0] if plain else None
    plural = [i for i in run[:4] if units.row[i].lower.endswith("s")]
    return plural[0] if plural else None


def _phrase(units: Units, first: int, last: int, kind: str, total: Measure | None = None) -> Phrase:
    return Phrase(kind, units.row[first].start, units.row[last].end, last, total)


def partitive_after(units: Units, index: int) -> Phrase | None:
    """The whole that a share at `index - 1` is of: `van de (57 beoordeelde) bedrijven`.

    Adverbs and a finite verb may stand between the share and the partitive only where nothing
    else could be meant, so the partitive has to follow directly.
    """
    row = units.row
    if index >= len(row) or row[index].lower not in units.cues.partitive:
        return None
    first = index + 1
    total: Measure | None = None
    unknown: int | None = None
    i = first
    while i < min(first + _REACH + 3, len(row)):
        unit = row[i]
        if unit.kind == "measure":
            if total is not None or unit.measure is None or unit.measure.kind != "count":
                break
            total = unit.measure
        elif unit.kind == "mark":
            break
        elif unit.kind == "word":
            kind = kind_of_noun(unit.lower, units.language)
            if kind is not None:
                last = i
                while (
                    units.language == "en"
                    and last + 1 < len(row)
                    and row[last + 1].kind == "word"
                    and (longer := kind_of_noun(row[last + 1].lower, units.language))
                ):
                    last, kind = last + 1, longer
                return _phrase(units, first, last, kind, total)
            if unit.lower in units.cues.verb or unit.lower in units.cues.auxiliary:
                break
            if _is_inner_time(units, i):
                pass
            elif unit.lower in units.cues.stop:
                break
            elif unit.lower not in units.cues.determiner:
                unknown = unknown if unknown is not None and units.language == "nl" else i
                if units.language == "nl" and unit.lower.endswith("e"):
                    unknown = None
        i += 1
    if unknown is not None:
        return _phrase(units, first, unknown, "other", total)
    return None


def _is_inner_time(units: Units, index: int) -> bool:
    """Whether a preposition only opens a time inside a noun phrase: de in 2020 beoordeelde …."""
    following = units.row[index + 1 : index + 2]
    return bool(following) and following[0].kind == "aside"


def subject_before(units: Units, index: int) -> Phrase | None:
    """The noun in front of a share that it is a share of.

    In `Van de 57 bedrijven voldeed 63 procent` and `Het aandeel duurzaam katoen steeg naar 55
    procent` the whole stands in front. Nouns of the same clause go before those of the two
    clauses before it; then the one that looks most like the whole, and then the nearest.
    """
    row = units.row
    clause = row[index].clause
    best: tuple[int, Phrase] | None = None
    for i in range(index - 1, -1, -1):
        unit = row[i]
        if unit.clause < clause - 2:
            break
        if unit.kind != "word" or (kind := kind_of_noun(unit.lower, units.language)) is None:
            continue
        first = _start_of_phrase(units, i)
        total = _number_before(row, first)
        likeness = _likeness(units, first - (total is not None)) - (unit.clause != clause)
        if best is None or likeness > best[0]:
            best = likeness, _phrase(units, first, i, kind, total)
    return best[1] if best else None


def _likeness(units: Units, first: int) -> int:
    """How much a noun phrase that starts at a unit looks like the whole of a share."""
    if first <= 0:
        return 4
    opener = units.row[first - 1]
    opens_clause = first == 1 or units.row[first - 2].clause != opener.clause
    if opener.lower in units.cues.share or opener.lower in units.cues.determiner:
        return 6
    if opener.lower in units.cues.partitive:
        behind = units.row[first - 2] if first > 1 else opener
        return 6 if opens_clause or behind.lower in units.cues.share else 1
    return 1 if opener.lower in units.cues.stop else 4


def _start_of_phrase(units: Units, index: int) -> int:
    """Index of the first word of the noun phrase that ends at an index."""
    first = index
    while first > 0:
        before = units.row[first - 1]
        if before.kind != "word" or units.cues.ends_phrase(before.lower):
            break
        if before.lower in units.cues.share:
            break
        first -= 1
        if before.lower in units.cues.determiner or index - first >= _REACH:
            break
    return first


def _number_before(row: list[Unit], first: int) -> Measure | None:
    measure = row[first - 1].measure if first > 0 else None
    return measure if measure is not None and measure.kind == "count" else None
