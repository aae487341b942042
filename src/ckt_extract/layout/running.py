"""Numbers in larger type within a line of text: *waarvan 3 nieuw*."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lines import Line

__all__ = ["take_running"]

_SPACE = 0.6
"""Words of a line are at most so many times their size away from the number among them."""


def take_running(callouts: Sequence[Callout], lines: Sequence[Line]) -> list[Line]:
    """Give numbers within a line of text the words before and after; the lines that are left.

    Args:
        callouts: The numbers.
        lines: The lines that are no numbers.
    """
    taken: set[int] = set()
    for callout in callouts:
        level = [
            line
            for line in lines
            if id(line) not in taken
            and abs(line.baseline - callout.bottom) < 1
            and line.size < callout.size
        ]
        before = [line for line in level if 0 < callout.x0 - line.x1 < _SPACE * line.size]
        after = [line for line in level if 0 < line.x0 - callout.x1 < _SPACE * line.size]
        if before and after and abs(before[0].size - after[0].size) < 0.1:
            callout.above, callout.below, callout.running = before[:1], after[:1], True
            taken.update((id(before[0]), id(after[0])))
    return [line for line in lines if id(line) not in taken]
