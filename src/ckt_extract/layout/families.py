"""Numbers of one kind: in one size, in shapes of one kind, beside or below each other."""

from collections.abc import Callable, Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.reading.page import Area

__all__ = ["alike", "beside", "bubbles_of", "joined"]

_COLUMN = 8.0
"""Numbers below each other are of one kind when they are no further apart, in times their size."""


def joined(
    callouts: Sequence[Callout],
    outers: Sequence[Area | None],
    test: Callable[[Callout, Callout], bool],
) -> list[list[int]]:
    """Numbers in one size and one outer shape that a test joins, directly or through others."""
    groups: list[list[int]] = []
    for at, callout in enumerate(callouts):
        joins = [
            group
            for group in groups
            if any(
                abs(callouts[to].size - callout.size) < 0.25
                and (outers[to] == outers[at] or _one_kind(outers[to], outers[at]))
                and test(callouts[to], callout)
                for to in group
            )
        ]
        groups = [group for group in groups if group not in joins]
        groups.append(sorted([*(to for group in joins for to in group), at]))
    groups.sort()
    return groups


def bubbles_of(callouts: Sequence[Callout]) -> list[list[Callout]]:
    """Numbers of different sizes alone in circles of one colour, beside each other."""
    rows: dict[tuple[int | None, int], list[Callout]] = {}
    for callout in callouts:
        area = callout.area
        if area is None or not (callout.alone and area.curved):
            continue
        for (fill, _), row in rows.items():
            if fill == area.fill and _is_level(row[0], callout):
                row.append(callout)
                break
        else:
            rows[area.fill, len(rows)] = [callout]
    return [row for row in rows.values() if len(row) > 1]


def _is_level(one: Callout, other: Callout) -> bool:
    """Whether one of two numbers stands on the height of the other's circle."""
    return any(
        area is not None and area.top < each.middle[1] < area.bottom
        for area, each in ((one.area, other), (other.area, one))
    )


def beside(one: Callout, other: Callout) -> bool:
    """Whether two numbers stand on one line."""
    return abs(one.bottom - other.bottom) < 1


def alike(one: Callout, other: Callout) -> bool:
    """Whether two numbers stand on one line, or below each other at one edge or centred."""
    apart = min(
        abs(one.x0 - other.x0), abs(one.x1 - other.x1), abs(one.middle[0] - other.middle[0])
    )
    return beside(one, other) or (apart < 1 and abs(one.bottom - other.bottom) < _COLUMN * one.size)


def _one_kind(one: Area | None, other: Area | None) -> bool:
    """Whether two shapes are cards of one size."""
    return (
        one is not None
        and other is not None
        and abs((one.x1 - one.x0) - (other.x1 - other.x0)) < 1
        and abs((one.bottom - one.top) - (other.bottom - other.top)) < 1
    )
