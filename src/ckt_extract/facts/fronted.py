"""A whole that opens its sentence, and the parts of it that follow."""

from decimal import Decimal

from msgspec.structs import replace

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.phrases import noun_after
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import Measure

__all__ = ["join_fronted_wholes", "opens_as_whole"]

_PRECISION = Decimal("0.000001")


def opens_as_whole(units: Units, claim: Claim) -> bool:
    """Whether a count opens its sentence as a whole: Van de 57 bedrijven …."""
    words = [u.lower for u in units.row[: claim.index]]
    return (
        0 < len(words) <= 3
        and (words[0] in units.cues.partitive or words[:2] in (["out", "of"], ["uit", "van"]))
        and all(w in units.cues.determiner or w in units.cues.partitive for w in words[1:])
    )


def join_fronted_wholes(units: Units, claims: list[Claim], totals: list[Measure]) -> None:
    """`Van de 57 bedrijven voldoen er 36 …`: the 36 without a noun is 36 of the 57.

    `Het oordeel over de 55 bedrijven: 44 …`: a whole that only announces its parts is their size.
    """
    whole = claims[0] if claims else None
    if whole is None or whole.measure.kind != "count" or whole.measure in totals:
        return
    if _announces(units, whole) and len(claims) > 1:
        totals.append(whole.measure)
        return
    if not opens_as_whole(units, whole) or whole.group is None:
        return
    parts = [c for c in claims[1:] if _is_part(units, c, whole)]
    for part in parts:
        share = (part.measure.value / whole.measure.value).quantize(_PRECISION).normalize()
        part.measure = replace(
            part.measure,
            kind="ratio",
            value=share,
            numerator=part.measure.value,
            denominator=whole.measure.value,
        )
        part.group = whole.group
    if parts:
        totals.append(whole.measure)


def _is_part(units: Units, claim: Claim, whole: Claim) -> bool:
    """Whether a count has no noun of its own, so that it counts members of the whole."""
    measure = claim.measure
    plain = measure.kind == "count" and measure.upper is None and measure.pair is None
    if not plain or claim.count is not None or not 0 < measure.value <= whole.measure.value:
        return False
    row = units.row
    before = row[claim.index - 1].lower
    behind = row[claim.index + 1].lower if claim.index + 1 < len(row) else ""
    verb = behind in units.cues.verb or behind in units.cues.auxiliary
    if claim.group is None or verb:
        return True
    elliptic = before in units.cues.elliptic
    return elliptic and noun_after(units, claim.index + 1, known_only=True) is None


def _announces(units: Units, whole: Claim) -> bool:
    """Whether a definite count stands in a phrase without a verb that ends in a colon."""
    row = units.row
    colon = next((i for i, u in enumerate(row) if u.lower == ":"), None)
    if colon is None or not 0 < whole.index < colon:
        return False
    definite = row[whole.index - 1].lower in units.cues.article
    words = {u.lower for u in row[:colon]}
    return definite and words.isdisjoint(units.cues.verb | units.cues.auxiliary)
