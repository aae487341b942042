"""Labels at one side of a panel and their numbers at the other, row by row."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.label_lines import Label

__all__ = ["give_row_labels"]

_ALIGNED = 2.0
"""Labels of a list start, and its numbers start, end or have their middle, this near."""
_MIDDLE = 0.35
"""The middles of a label and its number differ by less than this many times the number's size."""


def give_row_labels(callouts: Sequence[Callout], labels: Sequence[Label]) -> None:
    """Give numbers without a label the words left of them on their row, however far away.

    There have to be two such rows at least, with their labels and their numbers aligned.
    """
    pairs: list[tuple[Callout, Label]] = []
    for callout in callouts:
        if callout.above or callout.below:
            continue
        y = callout.middle[1]
        row = [
            label
            for label in labels
            if label.x1 < callout.x0
            and abs((label.top + label.bottom) / 2 - y) < _MIDDLE * callout.size
        ]
        numbers = [each for each in callouts if each.x1 < callout.x0 and each.top < y < each.bottom]
        nearest = max(row, key=lambda label: label.x1, default=None)
        if nearest and not nearest.used and all(each.x1 < nearest.x0 for each in numbers):
            pairs.append((callout, nearest))
    for callout, label in pairs:
        beside = [
            other
            for other, words in pairs
            if other is not callout
            and abs(words.x0 - label.x0) < _ALIGNED
            and min(
                abs(other.x0 - callout.x0),
                abs(other.x1 - callout.x1),
                abs(other.middle[0] - callout.middle[0]),
            )
            < _ALIGNED
        ]
        if beside:
            label.used = True
            callout.above.extend(label.lines)
