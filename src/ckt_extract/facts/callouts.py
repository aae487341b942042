"""Numbers with a label: what they count, where the label has no noun that is known."""

from ckt_extract.facts.claim import Claim, Group
from ckt_extract.facts.units import Units

__all__ = ["name_callout_groups"]


def name_callout_groups(units: Units, claims: list[Claim]) -> None:
    """A big number counts what its label says: `13 partners rond de tafel`, `India: 36`."""
    if len(claims) != 1:
        return
    claim = claims[0]
    if claim.measure.kind != "count" or claim.group is not None:
        return
    label = [u for u in units.row if u.kind in ("word", "aside")]
    if any(unit.kind == "word" for unit in label):
        first, last = label[0].start, label[-1].end
        if first < claim.measure.start < last:
            return  # the number stands within its words
        claim.group = Group("other", units.text[first:last], (first, last))
