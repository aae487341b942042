"""Bare numbers of tables and charts whose unit stands in a header or caption: *in procenten*."""

from typing import Literal

from msgspec.structs import replace

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.lexicon import Cues
from ckt_extract.facts.units import Units
from ckt_extract.layout.statement import Statement
from ckt_extract.patterns import pattern

__all__ = ["read_header_units"]

_WHOLE = 100
"""Larger numbers are no shares, whatever stands above them."""
_SIGN = pattern("%")
_MARKS = ".,:;()[]/=%"


def read_header_units(units: Units, claims: list[Claim], statement: Statement) -> None:
    """Read a bare number as a percentage where its column, row or caption says so.

    What stands nearest decides: in a table in percent, a row *aantal bedrijven* counts.
    """
    bare = [claim for claim in claims if claim.measure.kind == "count"]
    if not bare:
        return
    headers = (statement.column_header, statement.row_header, statement.lead)
    said = (_unit_of(header.lower(), units.cues) for header in headers if header)
    if next((unit for unit in said if unit is not None), None) != "percentage":
        return
    for claim in bare:
        if claim.count is None and claim.measure.value <= _WHOLE and not _counts(claim):
            claim.measure = replace(claim.measure, kind="percentage")


def _counts(claim: Claim) -> bool:
    """Whether the thing counted is named behind the number: *12 bedrijven*."""
    group = claim.group
    return group is not None and group.span is not None and group.span[0] >= claim.measure.end


def _unit_of(header: str, cues: Cues) -> Literal["count", "percentage"] | None:
    """The unit that a header names: *(%)*, *in procenten*; not the share of a headline (63 %)."""
    named = [*_SIGN.finditer(header), *cues.percent_unit.finditer(header)]
    if any(not header[: match.start()].rstrip()[-1:].isdigit() for match in named):
        return "percentage"
    words = {word.strip(_MARKS) for word in header.split()}
    if words & cues.counted:
        return "count"
    return "percentage" if words & cues.percentage else None
