"""Which label belongs to which number of an infographic."""

from collections.abc import Sequence
from typing import Literal

from ckt_extract.layout.callouts import Callout, is_bound
from ckt_extract.layout.label_lines import Label, labels_of
from ckt_extract.layout.label_rows import give_row_labels
from ckt_extract.layout.lines import Line
from ckt_extract.layout.pictograms import give_pictogram_labels
from ckt_extract.reading.page import Area

__all__ = ["give_labels"]

Direction = Literal["below", "right", "above", "left"]
_DIRECTIONS: tuple[Direction, ...] = ("below", "right", "above", "left")


def give_labels(
    callouts: list[Callout], lines: Sequence[Line], areas: Sequence[Area], body: float
) -> None:
    """Give each number its label.

    A shape around a number and one label decides. Numbers in one shape, or in none, look for their
    labels on the same side of all of them; what is left over looks for the nearest.

    Args:
        callouts: The numbers.
        lines: The lines that are no numbers.
        areas: Shapes on the page.
        body: Size of the body text.
    """
    lines = _take_bounds(callouts, lines)
    shapes = _shapes(areas, callouts)
    for callout in callouts:
        callout.area = _around(shapes, callout.x0, callout.top, callout.x1, callout.bottom)
    labels = labels_of(lines, callouts, body)
    for label in labels:
        label.area = _around(shapes, label.x0, label.top, label.x1, label.bottom)
    _enclosed(callouts, labels)
    give_pictogram_labels(callouts, labels, areas)
    groups: dict[tuple[Area | None, int], list[Callout]] = {}
    for callout in callouts:
        if not (callout.above or callout.below):
            outer = _outer(callout, shapes)
            key = (outer, round(2 * callout.size))
            groups.setdefault(key, []).append(callout)
    for (outer, _), group in groups.items():
        near = [label for label in labels if not label.used and _allowed(label, outer)]
        _by_direction(group, near, callouts)
    for callout in callouts:
        if not (callout.above or callout.below):
            near = [label for label in labels if not label.used]
            best = min(
                (
                    (cost, at, direction)
                    for at, label in enumerate(near)
                    for direction in _DIRECTIONS
                    if (cost := _cost(callout, label, direction, callouts)) is not None
                ),
                default=None,
            )
            if best is not None:
                _take(callout, near[best[1]], best[2])
    give_row_labels(callouts, labels)
    for callout in callouts:
        if callout.below and not callout.above:
            _take_title(callout, labels, body)
        elif callout.above and not callout.below:
            _take_rest(callout, labels)


def _take_bounds(callouts: Sequence[Callout], lines: Sequence[Line]) -> list[Line]:
    """Give numbers the bound that stands right above them in smaller type: *ruim*."""
    left: list[Line] = []
    for line in lines:
        owner = None
        if is_bound([line]):
            owner = next(
                (
                    callout
                    for callout in callouts
                    if 0 <= callout.top - line.baseline < 0.8 * callout.size
                    and line.x0 < callout.x1
                    and line.x1 > callout.x0
                ),
                None,
            )
        if owner is None:
            left.append(line)
        else:
            owner.bound.append(line)
    return left


def _shapes(areas: Sequence[Area], callouts: Sequence[Callout]) -> list[Area]:
    """The shapes that hold a number, smallest first."""
    held = [
        area
        for area in dict.fromkeys(areas)
        if any(_holds(area, each.x0, each.top, each.x1, each.bottom) for each in callouts)
    ]
    held.sort(key=lambda area: ((area.x1 - area.x0) * (area.bottom - area.top), area[:4]))
    return held


def _holds(area: Area, x0: float, top: float, x1: float, bottom: float) -> bool:
    """Whether a shape holds a box, nearly."""
    slack = 0.15 * (bottom - top)
    return (
        area.x0 <= x0 + 1
        and area.x1 >= x1 - 1
        and area.top <= top + slack
        and area.bottom >= bottom - slack
    )


def _around(shapes: Sequence[Area], x0: float, top: float, x1: float, bottom: float) -> Area | None:
    return next((area for area in shapes if _holds(area, x0, top, x1, bottom)), None)


def _outer(callout: Callout, shapes: Sequence[Area]) -> Area | None:
    """The smallest shape around a number that is no shape of its own, such as a circle."""
    own = callout.area
    if own is None:
        return None
    width, height = callout.x1 - callout.x0, callout.bottom - callout.top
    if own.x1 - own.x0 > 4 * width + 40 or own.bottom - own.top > 4 * height + 40:
        return own
    return next(
        (area for area in shapes if area is not own and _holds(area, *own[:4])),
        None,
    )


def _allowed(label: Label, outer: Area | None) -> bool:
    """Whether a label may belong to a number in a shape."""
    return outer is None or _holds(outer, label.x0, label.top, label.x1, label.bottom)


def _enclosed(callouts: Sequence[Callout], labels: Sequence[Label]) -> None:
    """Labels that share a shape with one number only belong to it."""
    numbers: dict[Area, list[Callout]] = {}
    for callout in callouts:
        if callout.area is not None:
            numbers.setdefault(callout.area, []).append(callout)
    for area, inside in numbers.items():
        if len(inside) != 1:
            continue
        callout = inside[0]
        box = Area(callout.x0, callout.top, callout.x1, callout.bottom, None, curved=False)
        for label in sorted(
            (label for label in labels if label.area == area and not label.used),
            key=lambda label: abs(label.top + label.bottom - 2 * callout.middle[1]),
        ):
            first = not (callout.above or callout.below)
            reach = 1.2 * (callout.size if first else label.lines[0].size)
            if first and area.bottom - area.top < 5 * callout.size:
                reach = area.bottom - area.top
            if _apart(box, label) > reach:
                continue
            direction: Direction = "above" if label.bottom <= callout.middle[1] else "below"
            _take(callout, label, direction)
            box = Area(
                min(box.x0, label.x0),
                min(box.top, label.top),
                max(box.x1, label.x1),
                max(box.bottom, label.bottom),
                None,
                curved=False,
            )


def _apart(box: Area, label: Label) -> float:
    """The gap between a box and a label."""
    dx = max(box.x0 - label.x1, label.x0 - box.x1, 0.0)
    dy = max(box.top - label.bottom, label.top - box.bottom, 0.0)
    return max(dx / 2, dy)


def _by_direction(
    group: Sequence[Callout], labels: Sequence[Label], callouts: Sequence[Callout]
) -> None:
    """Look for the labels on the side where most numbers of the group find one of their own."""
    best: tuple[int, float] | None = None
    chosen: list[tuple[Callout, Label, Direction]] = []
    for direction in _DIRECTIONS:
        pairs = sorted(
            (cost, at, to)
            for at, callout in enumerate(group)
            for to, label in enumerate(labels)
            if (cost := _cost(callout, label, direction, callouts)) is not None
        )
        numbers: set[int] = set()
        taken: set[int] = set()
        total = 0.0
        found: list[tuple[Callout, Label, Direction]] = []
        for cost, at, to in pairs:
            if at not in numbers and to not in taken:
                numbers.add(at)
                taken.add(to)
                total += cost
                found.append((group[at], labels[to], direction))
        score = (-len(found), total)
        if found and (best is None or score < best):
            best, chosen = score, found
    for callout, label, direction in chosen:
        _take(callout, label, direction)


def _take(callout: Callout, label: Label, direction: Direction) -> None:
    label.used = True
    (callout.above if direction in ("above", "left") else callout.below).extend(label.lines)


def _take_title(callout: Callout, labels: Sequence[Label], body: float) -> None:
    """Give a number with a label below it the short title that is left right above it."""
    for label in labels:
        line = label.lines[0]
        gap = callout.top - label.bottom
        if (
            not label.used
            and len(label.lines) == 1
            and len(line.words) <= 5
            and line.size <= 1.12 * body
            and not line.text.endswith(".")
            and 0 <= gap < 0.8 * callout.size
            and label.x0 < callout.x1
            and label.x1 > callout.x0
        ):
            _take(callout, label, "above")
            return


def _take_rest(callout: Callout, labels: Sequence[Label]) -> None:
    """Give a number with words above it those that go on right below it, in small letters."""
    for label in labels:
        if (
            not label.used
            and label.lines[0].text[0].islower()
            and 0 <= label.top - callout.bottom < 0.8 * callout.size
            and label.x0 < callout.x1
            and label.x1 > callout.x0
        ):
            _take(callout, label, "below")
            return


def _cost(
    callout: Callout, label: Label, direction: Direction, callouts: Sequence[Callout]
) -> float | None:
    """How far a label stands from a number on one side, in times its size; None if it does not."""
    x0, top, x1, bottom = callout.x0, callout.top, callout.x1, callout.bottom
    if callout.area is not None and _is_own(callout, callout.area):
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


def _is_own(callout: Callout, area: Area) -> bool:
    """Whether a shape is drawn around the number only."""
    width, height = callout.x1 - callout.x0, callout.bottom - callout.top
    return area.x1 - area.x0 <= 4 * width + 40 and area.bottom - area.top <= 4 * height + 40


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
