"""Rows of pictograms beside a number: nine men of ten in colour, with the label below them."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.label_lines import Label
from ckt_extract.reading.page import Area

__all__ = ["give_pictogram_labels"]

_FEWEST = 4
"""Fewer small shapes beside a number are an icon."""
_MOST = 400


def give_pictogram_labels(
    callouts: Sequence[Callout], labels: Sequence[Label], areas: Sequence[Area]
) -> None:
    """Give numbers with a row of pictograms to their right the label right below or behind the row.

    Args:
        callouts: The numbers.
        labels: The labels that are left.
        areas: Shapes on the page.
    """
    if len(areas) > _MOST:
        return
    for callout in callouts:
        row = _row_of(callout, areas)
        if row is None or callout.above or callout.below:
            continue
        for label in labels:
            if not label.used and (_below(label, row, callout) or _right_of(label, row, callout)):
                label.used = True
                callout.below.extend(label.lines)
                break


def _below(label: Label, row: Area, callout: Callout) -> bool:
    """Whether a label stands right below a row of pictograms."""
    inside = min(label.x1, row.x1) - max(label.x0, row.x0)
    return -2 <= label.top - row.bottom < callout.size and inside > 0.6 * (row.x1 - row.x0)


def _right_of(label: Label, row: Area, callout: Callout) -> bool:
    """Whether a label stands behind a row of pictograms, on its height."""
    middle = (label.top + label.bottom) / 2
    top, bottom = min(row.top, callout.top), max(row.bottom, callout.bottom)
    return 0 <= label.x0 - row.x1 < 2 * callout.size and top < middle < bottom


def _row_of(callout: Callout, areas: Sequence[Area]) -> Area | None:
    """The box around small shapes in a row to the right of a number, evenly far apart."""
    size = callout.size
    near = sorted(
        (
            area
            for area in areas
            if area.x0 >= callout.x1
            and area.x1 - area.x0 < 1.5 * size
            and area.bottom - area.top < 1.5 * size
            and callout.top - 0.7 * size < (area.top + area.bottom) / 2 < callout.bottom
        ),
        key=lambda area: area.x0,
    )
    row: list[Area] = []
    end = callout.x1
    for area in near:
        if area.x0 - end > (size if row else 2.5 * size):
            break
        row.append(area)
        end = max(end, area.x1)
    if len({round(area.x0 / 3) for area in row}) < _FEWEST:
        return None
    return Area(
        row[0].x0,
        min(area.top for area in row),
        end,
        max(area.bottom for area in row),
        None,
        curved=False,
    )
