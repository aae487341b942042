"""Bare numbers of tables and charts whose unit stands in a header or caption: *in procenten*."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.header_scale import ScaledHeader, scaled_header
from ckt_extract.facts.units import Units
from ckt_extract.language import read
from ckt_extract.language.amounts import plain
from ckt_extract.language.reading import Language, Measure
from ckt_extract.layout.statement import Statement
from ckt_extract.patterns import pattern

__all__ = ["read_header_units"]

_WHOLE = 100
"""Larger numbers are no shares, whatever stands above them."""
_MARKS = ".,:;()[]/=%"
_BRACKETS = pattern(r"\(([^()]*)\)")
_IN = pattern(r"(?:^|[(,;:–-]\s*)(?:in|als|as)\s+([^,;:()]+)")
_BEHIND = pattern(r"[,;]\s*([^,;:()]+)$")
_LONGEST = 6
"""Words of a unit at most, with what it is a share of."""
_A_NUMBER = "12"
"""Any number that is neither a year nor one alone: is this a unit beside it?"""


def read_header_units(units: Units, claims: list[Claim], statement: Statement) -> None:
    """Read a bare number with the unit that its column, row or caption gives.

    What stands nearest decides: in a table in percent, a row *aantal bedrijven* counts. The unit
    is read as if it stood beside the number: *(mln euro)* as `18 mln euro`.
    """
    headers = [
        scaled_header(header, units.language)
        for header in (statement.column_header, statement.row_header, statement.lead)
        if header
    ]
    for claim in claims:
        bare = claim.measure.kind in ("count", "money") and claim.count is None
        if bare and not _counts(claim):
            claim.measure = _measure_in(claim.measure, headers, units)


def _measure_in(measure: Measure, headers: list[ScaledHeader], units: Units) -> Measure:
    """A bare number with the unit and the scale of its headers, the nearest first.

    A scale holds for numbers whose unit stands no nearer to them, and for amounts of money.
    """
    found, near = measure, len(headers)
    for at, header in enumerate(headers if measure.kind == "count" else ()):
        under = _measure_under(header.text, measure, units)
        if under is not None:
            found, near = under, at
            break
    scale = next(((at, h.scale) for at, h in enumerate(headers) if h.scale != 1), None)
    if scale is None or found.kind == "percentage" or not _is_plain(measure, units):
        return found
    holds = scale[0] <= near or found.kind == "money"
    return replace(found, value=plain(found.value * scale[1])) if holds else found


def _is_plain(measure: Measure, units: Units) -> bool:
    """Whether a number is one in figures, without a scale of its own as *1,2 mln* has it."""
    number = units.text[slice(*measure.number)]
    return measure.upper is None and not any(map(str.isalpha, number))


def _counts(claim: Claim) -> bool:
    """Whether the thing counted is named behind the number: *12 bedrijven*."""
    group = claim.group
    return group is not None and group.span is not None and group.span[0] >= claim.measure.end


def _measure_under(header: str, measure: Measure, units: Units) -> Measure | None:
    """The measure that a number is under a header; None when the header says no unit."""
    number = units.text[measure.number[0] : measure.number[1]]
    for unit in _units_in(header, units.language):
        for found in _read_beside(number, unit, units.language):
            if found.kind == "percentage" and found.value > _WHOLE:
                return measure
            if found.kind != "count" or found.value != measure.value:
                return replace(
                    measure,
                    kind=found.kind,
                    value=found.value,
                    currency=found.currency,
                    unit=found.unit,
                )
    words = {word.strip(_MARKS) for word in header.split()}
    if words & units.cues.counted:
        return measure
    if words & units.cues.percentage and measure.value <= _WHOLE:
        return replace(measure, kind="percentage")
    return None


@lru_cache(maxsize=64)  # a header is over many cells, a caption over all of them
def _units_in(header: str, language: Language) -> tuple[str, ...]:
    """What stands in a header and is a unit beside a number."""
    return tuple(
        unit
        for unit in _perhaps_units(header)
        if any(
            found.kind != "count" or found.value != int(_A_NUMBER)
            for found in _read_beside(_A_NUMBER, unit, language)
        )
    )


def _read_beside(number: str, unit: str, language: Language) -> Iterator[Measure]:
    """The measure that a number is with a unit behind it or in front of it."""
    for put in (f"{number} {unit}", f"{unit} {number}"):
        measures = read(put, language).measures
        if len(measures) != 1 or measures[0].start:
            continue
        found = measures[0]
        rest = put[found.end :].lstrip()
        if not rest or found.kind == "percentage" or rest.startswith("per "):
            yield found  # (% van de omzet), (euro per jaar)


def _perhaps_units(header: str) -> Iterator[str]:
    """What may be the unit: in brackets, behind *in*, behind the last comma, or the whole."""
    texts = [match.group(1) for match in _BRACKETS.finditer(header)]
    texts += [match.group(1) for match in _IN.finditer(header)]
    texts += [match.group(1) for match in _BEHIND.finditer(header)]
    texts += ["%"] if header.endswith(" %") else []
    for text in (*texts, header):
        unit = text.strip().removeprefix("in ").removeprefix("x ").strip()
        if unit and len(unit.split()) <= _LONGEST and not any(map(str.isdigit, unit)):
            yield unit
