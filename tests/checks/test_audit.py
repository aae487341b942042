"""Each number of a document is accounted for once."""

from ckt_extract.checks import build_audit
from ckt_extract.models.audit import AuditedNumber
from ckt_extract.models.document import Figure
from ckt_extract.models.place import Box, Place
from tests.checks.builders import place


def used(where: Place, *facts: str) -> AuditedNumber:
    """A number that facts use."""
    return AuditedNumber(text=where.quote, status="used", facts=facts, place=where)


def aside(where: Place, reason: str) -> AuditedNumber:
    """A number that is set aside."""
    return AuditedNumber(text=where.quote, status="set_aside", reason=reason, place=where)


def unexplained(where: Place) -> AuditedNumber:
    """A number that nobody explains."""
    return AuditedNumber(text=where.quote, status="unexplained", place=where)


def figure(share: float, *, read: bool = False, chart: bool = False) -> Figure:
    """A figure that covers a share of its page."""
    box = Box(0, 0, 9, 9)
    return Figure(kind="chart" if chart else "picture", page=1, box=box, share=share, read=read)


def test_numbers_are_kept_in_order_by_page() -> None:
    """Numbers come out by page, and on a page in the order given."""
    first, second, third = place(2, "57"), place(1, "2019"), place(2, "63")
    audit = build_audit([used(first, "r1"), aside(second, "year"), unexplained(third)])
    assert ["2019", "57", "63"] == [number.text for number in audit.numbers]
    assert ["63"] == [number.text for number in audit.unexplained]


def test_a_number_is_accounted_for_once() -> None:
    """What used a number wins over what set it aside, and the facts of all are kept."""
    where = place(1, "57")
    audit = build_audit(
        [unexplained(where), aside(where, "population"), used(where, "r1"), used(where, "r2", "r1")]
    )
    assert (used(where, "r1", "r2"),) == audit.numbers


def test_the_same_words_elsewhere_are_another_number() -> None:
    """Two numbers that look alike at different places are two."""
    audit = build_audit([used(place(1, "57"), "r1"), unexplained(place(1, "57"))])
    assert ["used", "unexplained"] == [number.status for number in audit.numbers]


def test_pictures_that_could_hold_numbers() -> None:
    """Pictures that were not read are listed by index when they are large enough, charts always."""
    figures = [
        figure(0.4),
        figure(0.4, read=True),
        figure(0.001),
        figure(0.001, chart=True),
        figure(0.01),
    ]
    assert (0, 3, 4) == build_audit([], figures).unread
    assert (0, 3) == build_audit([], figures, unread_share=0.2).unread
