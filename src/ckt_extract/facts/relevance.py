"""Why a quantity states no fact of the agreement: it has no noun, or is only a rule."""

from ckt_extract.facts.claim import Claim
from ckt_extract.facts.header_scale import is_scale
from ckt_extract.facts.units import Units
from ckt_extract.layout.statement import StatementKind

__all__ = ["UNEXPLAINED", "why_no_fact"]

UNEXPLAINED = "unexplained"
"""Not a reason: the number has no noun or unit, and is listed as unexplained in the audit."""

_NOT_COUNTED = frozenset({"other", "materials"})
"""Things of which *geen* counts no one: geen reden, geen wol."""
_HEADERS = frozenset({"caption", "heading", "cell", "note"})
_VERSIONS = 100
"""A version is a small number; 4.268 is none."""


def why_no_fact(units: Units, claim: Claim, kind: StatementKind) -> str | None:
    """The reason why a measure is no fact, or None when it is one."""
    measure = claim.measure
    if kind in _HEADERS and is_scale(units.lower, measure.number[0]):
        return "scale"
    if measure.kind == "count":
        big = kind == "callout" and units.text[slice(*measure.number)] == "0"
        if measure.value == 0 and not big and _counts_nothing(claim):
            return "negation"
        if _is_version(units, claim):
            return "version"
        if claim.group is None:
            return UNEXPLAINED
        if kind == "heading" and claim.group.kind == "other":
            return "heading"
    return None


def _counts_nothing(claim: Claim) -> bool:
    """Whether a zero is of no thing that is counted."""
    return claim.group is None or claim.group.kind in _NOT_COUNTED


def _is_version(units: Units, claim: Claim) -> bool:
    """Whether a number with a decimal stands behind a name: Industrie 4.0, webmagazine 4.2."""
    before = units.row[claim.index - 1] if claim.index else None
    decimal = "." in units.text[slice(*claim.measure.number)] and claim.measure.value < _VERSIONS
    if before is None or before.kind != "word" or not decimal:
        return False
    return claim.group is None or units.text[before.start].isupper()
