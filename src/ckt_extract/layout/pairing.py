"""Which label belongs to which number: both as sets, matched at the least cost."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from msgspec import Struct

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.families import alike, beside, joined
from ckt_extract.layout.label_lines import Label
from ckt_extract.reading.page import Area

__all__ = ["Direction", "holds", "may_share", "outer_of", "pairs_of"]

Direction = Literal["below", "right", "above", "left"]
_DIRECTIONS: tuple[Direction, ...] = ("below", "right", "above", "left")
_UNMATCHED = 3.0
"""What a number without a label costs, in times its size; a label that costs more is none."""
_OTHER_SIDE = 0.75
"""What a label costs more on another side than those of the numbers like it."""
_OTHER_ROW = 0.3
"""How much less the labels of a row must cost on another side than those of rows like it."""
_BOLD = 0.5
"""What bold words cost more than plain ones, which say what is counted below a bold title."""
_PROSE = 1.0
"""What running text costs more."""
_CLOSE = 0.4
"""A label that costs no more stands close by."""
_DOUBT = 0.05
"""Labels that cost a number alone no more than this apart are as good as each other."""
_SMALLER = 1.0
"""A label is at most so many times as large as its number, unless that is alone in a shape."""
_RING = 1.5
"""Rings around one number differ by less than this factor."""


class _Pair(Struct, order=True):
    """A label that may be that of a number."""

    cost: float
    number: int
    label: int
    direction: int


def pairs_of(
    callouts: Sequence[Callout], labels: Sequence[Label], shapes: Sequence[Area]
) -> list[tuple[Callout, Label, Direction]]:
    """The numbers without a label, each with the label that is left for it.

    Numbers in a row, and those below each other at one edge, have their labels on one side, unless
    a row would do much better on another one. Each number takes the label that costs it least among
    those that want it no more; nothing is forced.

    Args:
        callouts: All numbers; those that have a label stand in the way of others.
        labels: The labels; those that are used are left out.
        shapes: Shapes that hold numbers, smallest first.
    """
    free = [each for each in callouts if not (each.above or each.below)]
    outers = [outer_of(each, shapes) for each in free]
    left = [label for label in labels if not label.used]
    pairs = [
        _Pair(cost, at, to, side)
        for at, callout in enumerate(free)
        for to, label in enumerate(left)
        if may_share(callout, outers[at], label)
        for side, direction in enumerate(_DIRECTIONS)
        if (cost := _cost(callout, label, direction, callouts)) is not None
    ]
    for pair in pairs:
        if left[pair.label].lines[0].bold:
            pair.cost += _BOLD
        if left[pair.label].is_prose:
            pair.cost += _PROSE
    families = joined(free, outers, alike)
    single = {family[0] for family in families if len(family) == 1}
    doubtful = _doubtful(single, pairs)
    sides = _sides_of(joined(free, outers, beside), families, pairs)
    for pair in pairs:
        if sides[pair.number] != pair.direction:
            pair.cost += _OTHER_SIDE
    pairs = sorted(pair for pair in pairs if pair.cost < _UNMATCHED)
    return [
        (free[pair.number], left[pair.label], _DIRECTIONS[pair.direction])
        for pair in _matched(pairs)
        if pair.number not in doubtful
    ]


def _doubtful(single: AbstractSet[int], pairs: Sequence[_Pair]) -> set[int]:
    """Numbers like no other that have two labels as near as each other, and neither close by."""
    found: set[int] = set()
    for at in single:
        costs: dict[int, float] = {}
        for pair in pairs:
            if pair.number == at:
                costs[pair.label] = min(pair.cost, costs.get(pair.label, pair.cost))
        best = sorted(costs.values())[:2]
        if len(best) == 2 and best[0] > _CLOSE and best[1] - best[0] < _DOUBT:
            found.add(at)
    return found


def _matched(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs of the least cost in which each number and each label stands once."""
    numbers: set[int] = set()
    labels: set[int] = set()
    found: list[_Pair] = []
    for pair in pairs:
        if pair.number not in numbers and pair.label not in labels:
            numbers.add(pair.number)
            labels.add(pair.label)
            found.append(pair)
    return found


def _sides_of(
    rows: Sequence[Sequence[int]], families: Sequence[Sequence[int]], pairs: Sequence[_Pair]
) -> dict[int, int]:
    """On which side each number has its label, as its row and the rows like it have."""
    sides: dict[int, int] = {}
    for family in families:
        inside = [row for row in rows if row[0] in family]
        costs = [[_total(row, side, pairs) for side in range(len(_DIRECTIONS))] for row in inside]
        usual = _least([sum(cost) for cost in zip(*costs, strict=True)])
        for row, cost in zip(inside, costs, strict=True):
            best = _least(cost)
            side = best if cost[best] + _OTHER_ROW * len(row) < cost[usual] else usual
            for at in row:
                sides[at] = side
    return sides


def _least(costs: Sequence[float]) -> int:
    return min(range(len(costs)), key=lambda at: costs[at])


def _total(row: Sequence[int], side: int, pairs: Sequence[_Pair]) -> float:
    """What the numbers of a row cost with their labels on one side."""
    found = _matched(
        sorted(
            pair
            for pair in pairs
            if pair.number in row and pair.direction == side and pair.cost < _UNMATCHED
        )
    )
    return sum(pair.cost for pair in found) + _UNMATCHED * (len(row) - len(found))


def outer_of(callout: Callout, shapes: Sequence[Area]) -> Area | None:
    """The smallest shape around a number that is no shape of its own, such as a circle."""
    own = callout.area
    if own is None:
        return None
    if not callout.alone:
        return own
    return next(
        (
            area
            for area in shapes
            if area is not own and holds(area, *own[:4]) and not _is_ring(area, own)
        ),
        None,
    )


def _is_ring(area: Area, own: Area) -> bool:
    """Whether a shape is another ring around the one that is drawn around a number."""
    return (
        area.curved
        and own.curved
        and area.x1 - area.x0 < _RING * (own.x1 - own.x0)
        and area.bottom - area.top < _RING * (own.bottom - own.top)
    )


def may_share(callout: Callout, outer: Area | None, label: Label) -> bool:
    """Whether a label is smaller than a number, and no edge of a card stands between them."""
    if label.lines[0].size > _SMALLER * callout.size and not callout.alone:
        return False
    if outer is not None and not holds(outer, label.x0, label.top, label.x1, label.bottom):
        return False
    return label.area is None or holds(
        label.area, callout.x0, callout.top, callout.x1, callout.bottom
    )


def holds(area: Area, x0: float, top: float, x1: float, bottom: float) -> bool:
    """Whether a shape holds a box, nearly."""
    slack = 0.15 * (bottom - top)
    return (
        area.x0 <= x0 + 1
        and area.x1 >= x1 - 1
        and area.top <= top + slack
        and area.bottom >= bottom - slack
    )


def _cost(
    callout: Callout, label: Label, direction: Direction, callouts: Sequence[Callout]
) -> float | None:
    """How far a label stands from a number on one side, in times its size; None if it does not."""
    x0, top, x1, bottom = callout.x0, callout.top, callout.x1, callout.bottom
    if callout.area is not None and callout.alone:
        x0, top, x1, bottom = callout.area[:4]
    size = callout.size
    if direction in ("below", "above"):
        gap = label.top - bottom if direction == "below" else top - label.bottom
        overlap = min(x1, label.x1) - max(x0, label.x0)
        if (
            overlap <= 0.3 * min(x1 - x0, label.x1 - label.x0)
            or not -0.35 * size < gap < 1.6 * size
        ):
            return None
        if label.x1 - label.x0 > max(200.0, 8 * size) and abs(x0 - label.x0) > 2:
            return None  # a line of text, not a label
        shift = min(abs(x0 - label.x0), abs(x0 + x1 - label.x0 - label.x1) / 2)
    else:
        left, right = _column(callout, callouts, x0, x1)
        if direction == "right":
            gap = label.x0 - (right if right <= label.x0 else x1)
        else:
            gap = (left if left >= label.x1 else x0) - label.x1
        overlap = min(bottom, label.bottom) - max(top, label.top)
        if overlap <= 0.3 * min(bottom - top, label.bottom - label.top):
            return None
        if not -0.2 * size < gap < 2.5 * size:
            return None
        shift = min(
            abs(top + bottom - label.top - label.bottom) / 2,
            abs(label.top - top),
            abs(bottom - label.bottom),
        )
    if _between(callout, label, callouts):
        return None
    return (max(gap, 0.0) + 0.5 * shift) / size


def _column(
    callout: Callout, callouts: Sequence[Callout], x0: float, x1: float
) -> tuple[float, float]:
    """Left and right end of the widest number above or below that starts, or ends, as this does."""
    same = [each for each in callouts if abs(each.size - callout.size) < 0.1]
    return (
        min([x0, *(each.x0 for each in same if abs(each.x1 - callout.x1) < 1)]),
        max([x1, *(each.x1 for each in same if abs(each.x0 - callout.x0) < 1)]),
    )


def _between(callout: Callout, label: Label, callouts: Sequence[Callout]) -> bool:
    """Whether another number stands on the straight way from a number to a label."""
    x, y = callout.middle
    to_x, to_y = (label.x0 + label.x1) / 2, (label.top + label.bottom) / 2
    for other in callouts:
        if other is callout:
            continue
        other_x, other_y = other.middle
        if (
            min(y, to_y) < other_y < max(y, to_y)
            and other.x0 < max(x, to_x)
            and other.x1 > min(x, to_x)
        ):
            return True
        if (
            min(x, to_x) < other_x < max(x, to_x)
            and other.top < max(y, to_y)
            and other.bottom > min(y, to_y)
        ):
            return True
    return False
