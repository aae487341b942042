"""Two numbers of an infographic with an arrow drawn between them: one callout, *28% → 38%*."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lines import Line
from ckt_extract.layout.statement import Statement
from ckt_extract.layout.timelines import is_year
from ckt_extract.reading.page import Area

__all__ = ["join_arrows", "put_arrow"]

_ARROW = "→ "
"""Stands in the text of the statement, which has no word for what is drawn."""
_WIDEST = 3.0
"""The gap between the numbers is at most this many times the size of the larger one."""


def join_arrows(
    callouts: Sequence[Callout], areas: Sequence[Area], lines: Sequence[Line]
) -> list[Callout]:
    """The callouts, those with an arrow between them put together.

    Two numbers that have a year each right above them stay apart.

    Args:
        callouts: The numbers of a page in large type, without their labels.
        areas: The shapes on the page.
        lines: The lines of the page.
    """
    years = [line for line in lines if is_year([line])]
    joined: list[Callout] = []
    gone: set[int] = set()
    for left in callouts:
        if id(left) in gone:
            continue
        right = min(
            (each for each in callouts if each.x0 > left.x1 and _in_row(left, each)),
            key=lambda each: each.x0,
            default=None,
        )
        if (
            right is not None
            and any(_leads(area, left, right) for area in areas)
            and not (_is_dated(left, years) and _is_dated(right, years))
        ):
            gone.add(id(right))
            left.arrow = right.number[0]
            left.number = [*left.number, *right.number]
            left.x1, left.size = right.x1, max(left.size, right.size)
            left.top, left.bottom = min(left.top, right.top), max(left.bottom, right.bottom)
        joined.append(left)
    return [callout for callout in joined if id(callout) not in gone]


def _in_row(left: Callout, right: Callout) -> bool:
    return left.top < right.middle[1] < left.bottom or right.top < left.middle[1] < right.bottom


def _is_dated(callout: Callout, years: Sequence[Line]) -> bool:
    """Whether a year stands right above a number."""
    return any(
        0 <= callout.top - year.baseline < callout.size
        and year.x0 < callout.x1
        and year.x1 > callout.x0
        for year in years
    )


def _leads(area: Area, left: Callout, right: Callout) -> bool:
    """Whether a shape lies between two numbers, longer than high, and they are near each other."""
    width, gap = area.x1 - area.x0, right.x0 - left.x1
    middle = (area.top + area.bottom) / 2
    return (
        gap < _WIDEST * max(left.size, right.size)
        and left.x1 - 1 <= area.x0
        and area.x1 <= right.x0 + 1
        and width > max(1.2 * (area.bottom - area.top), 0.3 * gap)
        and max(left.top, right.top) < middle < min(left.bottom, right.bottom)
    )


def put_arrow(statement: Statement, callout: Callout) -> None:
    """Put the arrow of a callout into the text of its statement."""
    if callout.arrow is None:
        return
    first = callout.arrow.words[0]
    for at, placed in enumerate(statement.words):
        if (placed.word.x0, placed.word.baseline) == (first.x0, first.baseline):
            start = placed.start
            statement.text = statement.text[:start] + _ARROW + statement.text[start:]
            for later in statement.words[at:]:
                later.start += len(_ARROW)
            statement.focus = (statement.focus[0], statement.focus[1] + len(_ARROW))
            return
