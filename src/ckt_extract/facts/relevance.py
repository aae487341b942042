"""Why a quantity states no fact of the agreement: it has no noun, or is only a rule."""

from ckt_extract.facts.claims import Claim
from ckt_extract.facts.units import Units

__all__ = ["UNEXPLAINED", "why_no_fact"]

UNEXPLAINED = "unexplained"
"""Not a reason: the number has no noun or unit, and is listed as unexplained in the audit."""


def why_no_fact(units: Units, claim: Claim) -> str | None:
    """The reason why a measure is no fact, or None when it is one."""
    measure = claim.measure
    if measure.kind == "count":
        if measure.value == 0 and (claim.group is None or claim.group.kind == "other"):
            return "negation"
        if claim.group is None:
            return "version" if _is_version(units, claim) else UNEXPLAINED
    return None


def _is_version(units: Units, claim: Claim) -> bool:
    """Whether a number with a decimal stands behind a name: Webmagazine 4.2."""
    before = units.row[claim.index - 1] if claim.index else None
    whole = claim.measure.value == claim.measure.value.to_integral_value()
    return before is not None and before.kind == "word" and not whole
