"""What was collected becomes results with ids, and the account of the numbers."""

from msgspec import Struct

from ckt_extract.facts.collect import FactCollector
from ckt_extract.facts.draft import result_of
from ckt_extract.facts.merge import merge_drafts
from ckt_extract.models.audit import AuditedNumber
from ckt_extract.models.result import Result

__all__ = ["Facts", "assemble"]


class Facts(Struct, frozen=True):
    """The results of a document in reading order, and what became of every number."""

    results: tuple[Result, ...]
    numbers: tuple[AuditedNumber, ...]


def assemble(collector: FactCollector) -> Facts:
    """Merge what is stated twice, name the facts r1, r2, … and freeze them."""
    drafts = merge_drafts(collector.drafts)
    for number, draft in enumerate(drafts, start=1):
        draft.id = f"r{number}"
    results = tuple(result_of(draft) for draft in drafts)
    for draft in drafts:
        draft.claim = None  # room for the account of the numbers
    return Facts(results, tuple(collector.numbers.audited()))
