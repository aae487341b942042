"""Which label belongs to which number of an infographic."""

from collections.abc import Sequence
from math import inf

from ckt_extract.box import Box
from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.families import alike, bubbles_of, joined
from ckt_extract.layout.label_cells import give_cell_labels
from ckt_extract.layout.label_lines import Label, labels_of
from ckt_extract.layout.label_rows import give_row_labels
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_bound
from ckt_extract.layout.pairing import Direction, holds, may_share, outer_of, pairs_of
from ckt_extract.layout.pictograms import give_pictogram_labels
from ckt_extract.layout.running import take_running
from ckt_extract.layout.series import Spot, series_of
from ckt_extract.reading.page import Area

__all__ = ["give_labels"]

_SERIES = 2
"""So many numbers with labels in the same place at least are a series."""
_EDGE = 1.5
_WRAPPED = 2.2
"""Lines of a text that begins behind a number follow each other within so many times its size."""
_WIDEST = 240.0
"""A wider label, in points, is a line of text."""


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
    lines = take_running(callouts, _take_bounds(callouts, lines))
    shapes = _shapes(areas, callouts)
    for callout in callouts:
        callout.area = _around(shapes, callout.x0, callout.top, callout.x1, callout.bottom)
    labels = labels_of(lines, callouts, body)
    for label in labels:
        label.area = _around(shapes, label.x0, label.top, label.x1, label.bottom)
    for callout in callouts:
        callout.alone = _is_alone(callout, callouts, labels)
    _enclosed(callouts, labels)
    give_cell_labels(callouts, labels, areas)
    give_pictogram_labels(callouts, labels, areas)
    _give_series(callouts, labels, shapes)
    for callout, label, direction in pairs_of(callouts, labels, shapes):
        _take(callout, label, direction)
        _take_text(callout, label, labels)
    give_row_labels(callouts, labels)
    _give_places(callouts, labels, shapes, whole=False)
    for callout in callouts:
        if len(callout.below) == 1 and not callout.above:
            _take_wrapped(callout, labels)
        if callout.below and not callout.above:
            _take_title(callout, labels, body)
        elif callout.above and not callout.below:
            _take_rest(callout, labels)


def _give_series(
    callouts: Sequence[Callout], labels: Sequence[Label], shapes: Sequence[Area]
) -> None:
    """Give families of numbers the labels that all of them have in one place, if only one."""
    free = [each for each in callouts if not (each.above or each.below)]
    for row in bubbles_of(free):
        _give_places(row, labels, shapes, whole=True)
    free = [each for each in free if not (each.above or each.below)]
    outers = [outer_of(each, shapes) for each in free]
    for family in joined(free, outers, alike):
        if len(family) > 1:
            _give_places([free[at] for at in family], labels, shapes, whole=True)


def _give_places(
    callouts: Sequence[Callout], labels: Sequence[Label], shapes: Sequence[Area], *, whole: bool
) -> None:
    """Give numbers without a label those that stand in the same place of several of them."""
    free = [each for each in callouts if not (each.above or each.below)]
    left = [
        label
        for label in labels
        if not (label.used or label.is_prose) and label.x1 - label.x0 < _WIDEST
    ]
    if min(len(free), len(left)) < _SERIES:
        return
    outers = [outer_of(each, shapes) for each in free]
    pairs = series_of(
        [Spot(*_box_of(each), each.bottom) for each in free],
        [
            Spot(label.x0, label.top, label.x1, label.bottom, label.lines[0].baseline)
            for label in left
        ],
        least=_SERIES,
        may_pair=lambda at, to: may_share(free[at], outers[at], left[to]),
        whole=whole,
    )
    for at, to, side in pairs:
        _take(free[at], left[to], side)
        _take_text(free[at], left[to], labels)


def _box_of(callout: Callout) -> Box:
    """Where a number stands, with the shape that is drawn around it."""
    if callout.area is not None and callout.alone:
        return Box(*callout.area[:4])
    return Box(callout.x0, callout.top, callout.x1, callout.bottom)


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
            owner.top = min(owner.top, line.baseline - 0.7 * line.size)
    return left


def _shapes(areas: Sequence[Area], callouts: Sequence[Callout]) -> list[Area]:
    """The shapes that hold a number, smallest first."""
    held = [
        area
        for area in dict.fromkeys(areas)
        if any(holds(area, each.x0, each.top, each.x1, each.bottom) for each in callouts)
    ]
    held.sort(key=lambda area: ((area.x1 - area.x0) * (area.bottom - area.top), area[:4]))
    return held


def _around(shapes: Sequence[Area], x0: float, top: float, x1: float, bottom: float) -> Area | None:
    return next((area for area in shapes if holds(area, x0, top, x1, bottom)), None)


def _is_alone(callout: Callout, callouts: Sequence[Callout], labels: Sequence[Label]) -> bool:
    """Whether a shape is drawn around a number only, with not much room above and below."""
    area = callout.area
    height = callout.bottom - callout.top
    return (
        area is not None
        and (area.bottom - area.top <= 4 * height + 40 or _is_bubble(area, callout))
        and not any(each.area == area for each in callouts if each is not callout)
        and not any(label.area == area for label in labels)
    )


def _is_bubble(area: Area, callout: Callout) -> bool:
    """Whether a shape is a circle, or the arc of one, with a number right in its middle."""
    x, y = callout.middle
    return (
        abs(area.x1 - area.x0 - area.bottom + area.top) < 1
        and abs(area.x0 + area.x1 - 2 * x) < 4
        and abs(area.top + area.bottom - 2 * y) < 4
    )


def _enclosed(callouts: Sequence[Callout], labels: Sequence[Label]) -> None:
    """Labels that share a shape with one number only belong to it."""
    numbers: dict[Area, list[Callout]] = {}
    for callout in callouts:
        if callout.area is not None:
            numbers.setdefault(callout.area, []).append(callout)
    for area, inside in numbers.items():
        callout = inside[0]
        if len(inside) > 1 or any(
            each is not callout and holds(area, each.x0, each.top, each.x1, each.bottom)
            for each in callouts
        ):
            continue  # a panel, or the page
        box = Area(callout.x0, callout.top, callout.x1, callout.bottom, None, curved=False)
        own = [label for label in labels if label.area == area and not label.used]
        own.sort(key=lambda label: abs(label.top + label.bottom - 2 * callout.middle[1]))
        for label in own:
            first = not (callout.above or callout.below)
            reach = 1.2 * (callout.size if first else label.lines[0].size)
            if first and area.bottom - area.top < 5 * callout.size:
                reach = area.bottom - area.top if len(own) > 1 else inf
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


def _take(callout: Callout, label: Label, direction: str) -> None:
    label.used = True
    (callout.above if direction in ("above", "left") else callout.below).extend(label.lines)


def _take_text(callout: Callout, label: Label, labels: Sequence[Label]) -> None:
    """Give a number whose label is a bold title the plain text below that, or the other way."""
    side = callout.below if label.lines[0] in callout.below else callout.above
    for other in labels:
        title, text = (label, other) if label.lines[0].bold else (other, label)
        line = title.lines[-1]
        if (
            not other.used
            and line.bold
            and not text.lines[0].bold
            and title.bottom > callout.top
            and abs(text.lines[0].size - line.size) < 0.25 * line.size
            and 0 <= text.top - title.bottom < line.size
            and min(abs(text.x0 - title.x0), abs(text.x0 + text.x1 - title.x0 - title.x1) / 2) < 1
        ):
            other.used = True
            side[:] = [*title.lines, *text.lines]
            return


def _take_wrapped(callout: Callout, labels: Sequence[Label]) -> None:
    """Give a number whose label begins on its own line the rest, which begins below the number."""
    first = callout.below[0]
    for label in labels:
        line = label.lines[0]
        if (
            not label.used
            and abs(first.baseline - callout.bottom) < 1
            and first.x0 > callout.x1
            and abs(line.x0 - callout.x0) < _EDGE
            and 0 < line.baseline - first.baseline < _WRAPPED * line.size
            and abs(line.size - first.size) < 0.1
            and (line.bold, line.colour) == (first.bold, first.colour)
            and line.text[0].islower()
        ):
            _take(callout, label, "below")
            return


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
