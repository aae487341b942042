"""Labels in a cell that is drawn against the cell of their number."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.label_lines import Label
from ckt_extract.layout.pairing import holds
from ckt_extract.reading.page import Area

__all__ = ["give_cell_labels"]

_TOUCH = 1.0
"""Two cells are one card when their edges lie this near each other."""


def give_cell_labels(
    callouts: Sequence[Callout], labels: Sequence[Label], areas: Sequence[Area]
) -> None:
    """Give numbers alone in a cell the label in the cell at its left or right, as high as it is.

    There have to be two such cards at least, on the same side; a label in the cell of a number is
    no other number's.

    Args:
        callouts: The numbers, with the shapes around them.
        labels: The labels; those that are used are left out.
        areas: Shapes on the page.
    """
    alone = [
        each for each in callouts if each.area and each.alone and not (each.above or each.below)
    ]
    if len(alone) < 2:
        return
    for on_left in (True, False):
        pairs = [
            (callout, label)
            for callout in alone
            if (label := _label_in(_cell_beside(callout, areas, on_left=on_left), labels))
        ]
        if len(pairs) < 2 or len({id(label) for _, label in pairs}) < len(pairs):
            continue
        for callout, label in pairs:
            if not (callout.above or callout.below):
                label.used = True
                (callout.above if on_left else callout.below).extend(label.lines)


def _cell_beside(callout: Callout, areas: Sequence[Area], *, on_left: bool) -> Area | None:
    """The cell that touches that of a number, as high as it is."""
    own = callout.area
    if own is None:
        return None
    return next(
        (
            area
            for area in areas
            if abs(area.top - own.top) < _TOUCH
            and abs(area.bottom - own.bottom) < _TOUCH
            and abs(area.x1 - own.x0 if on_left else area.x0 - own.x1) < _TOUCH
        ),
        None,
    )


def _label_in(cell: Area | None, labels: Sequence[Label]) -> Label | None:
    """The only label in a cell."""
    if cell is None:
        return None
    inside = [
        label
        for label in labels
        if not label.used and holds(cell, label.x0, label.top, label.x1, label.bottom)
    ]
    return inside[0] if len(inside) == 1 else None
