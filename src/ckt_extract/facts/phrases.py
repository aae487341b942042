"""Noun phrases beside a number: what is counted, and of what something is a share."""

from msgspec import Struct

from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.units import Unit, Units
from ckt_extract.language.reading import Measure
from ckt_extract.patterns import pattern

__all__ = [
    "Phrase",
    "changed_thing",
    "counted_before",
    "head_before",
    "label_before",
    "noun_after",
    "partitive_after",
    "subject_before",
    "topic_noun",
]

_REACH = 6
"""Words between a number and its noun at most (57 in het derde jaar beoordeelde bedrijven)."""

_COMPARATIVES = frozenset({"more", "less"})
"""These stop a search for a noun, but belong to a phrase: more sustainable cotton."""

_UNLIKE = 1
"""A noun in a prepositional phrase of its own is not what a share is of."""

_EXTRA = frozenset({"more", "fewer", "less", "extra", "meer", "minder", "additional", "further"})
"""These may stand between a number and its noun: 14 more trainings."""

_FOR = frozenset({"for", "voor"})
"""The figure for wool: a partitive behind a word for a share."""

_PLURAL = pattern(r"[^s]s$")
_PLURALS = {"nl": pattern(r"\w{3,}(?:en|[^s]s)"), "en": pattern(r"\w{3,}[^s]s")}
"""The form of a plural: any English one, a Dutch one that may also be something else."""

_INDEFINITE = frozenset({"een", "a", "an"})
_ARTICLE = 3
"""Letters of an article or numeral at most, which may end like an attribute (de, een)."""

_LABEL_MARKS = frozenset({":", "–", "—", "·"})


class Phrase(Struct, frozen=True):
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
    if index < len(units.row) and units.row[index].lower in _EXTRA:
        index += 1
    index = _behind_attribute(units, index)
    if units.cues.compare.match(units.lower, _offset(units, index)):
        return None  # met 40 ten opzichte van 2019
    opener = units.row[index].lower if index < len(units.row) else ""
    if opener in units.cues.article or units.cues.all.fullmatch(opener):
        return None  # a number is not followed by an article: hebben er 18 de belofte getekend
    for i in range(index, min(index + _REACH, len(units.row))):
        unit = units.row[i]
        if unit.kind != "word" or units.cues.ends_phrase(unit.lower):
            break
        run.append(i)
    known = [i for i in run if kind_of_noun(units.row[i].lower, units.language)]
    if known:
        head = _last_noun(units, known[0])
        kind = kind_of_noun(units.row[head].lower, units.language) or "other"
        return _phrase(units, index, head, kind)
    if known_only or not run:
        return None
    found = _unknown_head(units, run)
    return _phrase(units, index, found, "other") if found is not None else None


def _behind_attribute(units: Units, index: int) -> int:
    """Where the noun stands that a Dutch attribute opens: alle *in 2021 gemelde* klachten."""
    row = units.row
    if units.language != "nl" or index >= len(row) or row[index].lower not in units.cues.stop:
        return index
    for i in range(index + 1, min(index + _REACH, len(row) - 1)):
        if row[i].kind not in ("word", "aside") or row[i].lower in units.cues.verb:
            break
        attribute = len(row[i].lower) > _ARTICLE and row[i].lower.endswith(("de", "te", "en"))
        if attribute and kind_of_noun(row[i + 1].lower, "nl"):
            return i + 1
    return index


def _unknown_head(units: Units, run: list[int]) -> int | None:
    """The likely head among words that are not listed: no Dutch adjective (they end in -e)."""
    if units.language == "nl":
        changed = units.cues.growth.fullmatch  # met drie gedaald
        nouns = [i for i in run[:3] if len(units.row[i].lower) > 2]
        nouns = [i for i in nouns if not changed(units.row[i].lower)]
        plain = [i for i in nouns if not units.row[i].lower.endswith("e")]
        return plain[0] if plain else None
    plural = [i for i in run[:4] if _PLURAL.search(units.row[i].lower)]
    return plural[0] if plural else None


def _phrase(units: Units, first: int, last: int, kind: str, total: Measure | None = None) -> Phrase:
    return Phrase(kind, units.row[first].start, units.row[last].end, last, total)


def partitive_after(units: Units, index: int) -> Phrase | None:
    """The whole that a share at `index - 1` is of: `van de (57 in 2019 beoordeelde) bedrijven`.

    The partitive has to follow the share directly. A pronoun (van hen) gives None: the group is
    the one spoken of before.
    """
    row = units.row
    first = index + 1
    if first >= len(row) or row[index].lower not in units.cues.partitive:
        return None
    total: Measure | None = None
    unknown: list[int] = []
    for i in range(first, min(first + _REACH + 3, len(row))):
        unit = row[i]
        if unit.measure is not None:
            if total is not None or unit.measure.kind != "count":
                break
            total = unit.measure
        elif unit.kind == "mark":
            break
        elif unit.kind == "word" and not _is_inner(units, i, first):
            if kind := kind_of_noun(unit.lower, units.language):
                last = _last_noun(units, i)
                kind = kind_of_noun(row[last].lower, units.language) or kind
                return _phrase(units, first, last, kind, total)
            if units.cues.ends_phrase(unit.lower) and not _is_attribute(units, unit.lower):
                break
            unknown.append(i)
    if row[first].lower in _INDEFINITE:
        return None  # was 28 procent van een betere soort: says what they are, not of what
    head = _unknown_head(units, unknown)
    if head is None and total is not None:
        head = units.index_at(total.start)
    if head is None or row[head].lower in units.cues.pronoun:
        return None
    return _phrase(units, first, head, "other", total)


def label_before(units: Units, index: int, *, known_only: bool = False) -> Phrase | None:
    """The noun of a label that a number follows: `Klachten: 2`, `Fabrieken met audit – 12`."""
    row = units.row
    if index == 0 or row[index - 1].lower not in _LABEL_MARKS:
        return None
    end, total = _before_brackets(units, index - 1)
    first = end
    while first > 0 and row[first - 1].kind in ("word", "aside"):
        first -= 1
    for i in range(first, end):
        if kind := kind_of_noun(row[i].lower, units.language):
            return _phrase(units, first, i, kind, total)
    if end < index - 1:
        return None
    last = row[index - 2] if index > first + 1 else None
    if known_only or last is None or last.kind != "word":
        return None
    if _PLURALS[units.language].fullmatch(last.lower):
        return _phrase(units, first, index - 2, "other")  # Bereikte gezinnen: 310
    return None


def _before_brackets(units: Units, index: int) -> tuple[int, Measure | None]:
    """Where brackets that close before an index open, and the number in them: (57 in totaal)."""
    row = units.row
    if not index or row[index - 1].lower != ")":
        return index, None
    opens = next((i for i in range(index - 2, -1, -1) if row[i].lower == "("), index)
    inside = row[opens + 1 : index - 1]
    counts = [u.measure for u in inside if u.measure is not None and u.measure.kind == "count"]
    nouns = any(kind_of_noun(u.lower, units.language) for u in inside)
    return opens, counts[0] if len(counts) == 1 and not nouns else None


def _is_inner(units: Units, index: int, first: int) -> bool:
    """Whether a word is a determiner, or opens a time inside the phrase (de in 2020 …)."""
    following = units.row[index + 1 : index + 2]
    opens_time = bool(following) and following[0].kind == "aside"
    return opens_time or (index <= first + 1 and units.row[index].lower in units.cues.determiner)


def _is_attribute(units: Units, word: str) -> bool:
    """Whether a Dutch past tense is an attribute here: van alle gebruikte materialen."""
    return units.language == "nl" and word in units.cues.verb and word.endswith(("te", "de"))


def _last_noun(units: Units, index: int) -> int:
    """The head of a noun phrase from its first listed noun: English puts it last."""
    last = index
    while (
        units.language == "en"
        and last + 1 < len(units.row)
        and units.row[last + 1].kind == "word"
        and kind_of_noun(units.row[last + 1].lower, units.language)
    ):
        last += 1
    return last


def _offset(units: Units, index: int) -> int:
    return units.row[index].start if index < len(units.row) else len(units.lower)


def changed_thing(units: Units, clause: int) -> Phrase | None:
    """What has changed, where it is no listed noun: Het waterverbruik nam met 8 procent af."""
    for i, unit in enumerate(units.row):
        article = unit.lower in units.cues.article
        if unit.clause != clause or not (article or (i == 0 and unit.kind == "word")):
            continue
        following = units.row[i + 1 : i + 2]
        counted = article and bool(following) and following[0].lower in units.cues.number
        found = noun_after(units, i + article + counted)
        if found is not None:
            return found
    return None


def head_before(units: Units, index: int) -> Phrase | None:
    """The noun that a share measures, right before it: een marktaandeel van 50 procent."""
    row = units.row
    if index < 2 or row[index - 1].lower not in units.cues.partitive:
        return None
    kind = kind_of_noun(row[index - 2].lower, units.language)
    return _phrase(units, index - 2, index - 2, kind) if kind is not None else None


def counted_before(units: Units, index: int) -> Phrase | None:
    """What a number without a noun counts: `Het aantal audits kwam uit op 214`."""
    row = units.row
    for i in range(index - 1, -1, -1):
        if row[i].lower in units.cues.number and row[i].clause >= row[index].clause - 1:
            skip = i + 1 + (i + 1 < index and row[i + 1].lower in units.cues.partitive)
            return noun_after(units, skip)
    return None


def topic_noun(units: Units) -> Phrase | None:
    """The noun that a heading, lead or caption is about, as the whole of the shares below it."""
    return subject_before(units, len(units.row), strict=False) if units.row else None


def subject_before(units: Units, index: int, *, strict: bool = True) -> Phrase | None:
    """The noun in front of a share that it is a share of.

    In `Van de 57 bedrijven voldeed 63 procent` and `Het aandeel duurzaam katoen steeg naar 55
    procent` the whole stands in front. Nouns of the same clause go before those of the two
    clauses before it; then the one that looks most like the whole, and then the nearest. One
    that stands in a prepositional phrase of its own is taken only when not `strict`.
    """
    row = units.row
    clause = row[min(index, len(row) - 1)].clause
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
    if best is None or (strict and best[0] <= _UNLIKE):
        return _fronted_unknown(units, index)
    return best[1]


def _fronted_unknown(units: Units, index: int) -> Phrase | None:
    """A whole that opens the sentence and is not in the list: Van de gebreken … was 91 procent."""
    first = partitive_after(units, 0)
    return first if first is not None and first.last < index else None


def _likeness(units: Units, first: int) -> int:
    """How much a noun phrase that starts at a unit looks like the whole of a share."""
    if first <= 0:
        return 4
    opener = units.row[first - 1]
    opens_clause = first == 1 or units.row[first - 2].clause != opener.clause
    if opener.lower in units.cues.share:
        return 6
    if opener.lower in units.cues.partitive or opener.lower in _FOR:
        behind = units.row[first - 2] if first > 1 else opener
        if opens_clause or behind.lower in units.cues.share:
            return 6
        return 2 if opener.lower in units.cues.partitive else 1
    return 1 if opener.lower in units.cues.stop else 4


def _start_of_phrase(units: Units, index: int) -> int:
    """Index of the first word of the noun phrase that ends at an index."""
    first = index
    while first > 0:
        before = units.row[first - 1]
        if before.kind != "word" or before.lower in units.cues.share:
            break
        inner = before.lower in _COMPARATIVES or before.lower in units.cues.article
        if units.cues.ends_phrase(before.lower) and not inner:
            break
        first -= 1
        if before.lower in units.cues.determiner or index - first >= _REACH:
            break
    return first


def _number_before(row: list[Unit], first: int) -> Measure | None:
    measure = row[first - 1].measure if first > 0 else None
    return measure if measure is not None and measure.kind == "count" else None
