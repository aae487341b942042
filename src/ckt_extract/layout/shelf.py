"""Things by their height on a page, so that those near a height are found without a look at all."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

__all__ = ["Shelf"]

Thing = TypeVar("Thing")


class Shelf(Generic[Thing]):
    """Things with one height each."""

    def __init__(self, things: Sequence[Thing], height: Callable[[Thing], float]) -> None:
        heights = [height(thing) for thing in things]
        self._things = things
        self._order = sorted(range(len(things)), key=heights.__getitem__)
        self._heights = [heights[at] for at in self._order]

    def between(self, top: float, bottom: float) -> list[Thing]:
        """Those from one height to another, both included, in the order in which they came."""
        first, last = bisect_left(self._heights, top), bisect_right(self._heights, bottom)
        return [self._things[at] for at in sorted(self._order[first:last])]
