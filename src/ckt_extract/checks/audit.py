"""The account of the numbers: each of them used, set aside or unexplained, and once only."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ckt_extract.models.audit import Audit, AuditedNumber
from ckt_extract.models.document import Figure

__all__ = ["UNREAD_SHARE", "build_audit"]

UNREAD_SHARE = 0.01
"""Part of the page that a picture must cover to hold numbers: of an A4 page, 2.5 by 2.5
centimetres, the size of a logo or an icon."""

_RANK = {"used": 0, "set_aside": 1, "unexplained": 2}


def build_audit(
    numbers: Iterable[AuditedNumber],
    figures: Sequence[Figure] = (),
    *,
    unread_share: float = UNREAD_SHARE,
) -> Audit:
    """Put the account of a document's numbers together.

    A number may be handed over several times (by each fact that uses it, and by a rule that set
    it aside before a fact used it). It is the same number when it has the same words at the
    same place. What used it wins over what set it aside, and that over unexplained.

    Args:
        numbers: What became of numbers, page by page in reading order.
        figures: The report's figures, in its order.
        unread_share: Pictures that cover less of the page (0-1) hold no numbers.

    Returns:
        The numbers by page, and within a page in the order of their first mention; the
        figures that were not read and could hold numbers.
    """
    by_page: list[AuditedNumber] = []
    for _, on_page in groupby(sorted(numbers, key=_page), key=_page):
        merged: dict[tuple[object, ...], AuditedNumber] = {}
        for number in on_page:
            key = (number.place.boxes, number.text)
            known = merged.get(key)
            merged[key] = _merge(known, number) if known else number
        by_page.extend(merged.values())
    unread = (
        index
        for index, figure in enumerate(figures)
        if not figure.read and (figure.share >= unread_share or figure.kind != "picture")
    )
    return Audit.built(numbers=tuple(by_page), unread=tuple(unread))


def _page(number: AuditedNumber) -> int:
    return number.place.page


def _merge(one: AuditedNumber, other: AuditedNumber) -> AuditedNumber:
    """One entry of two; the facts that use the number are those of both."""
    first = min(one, other, key=lambda number: _RANK[number.status])
    facts = tuple(dict.fromkeys((*one.facts, *other.facts)))
    return first.changed(facts=facts) if facts != first.facts else first
