"""Lists: which bullets belong together, and the sentence that introduces them."""

from msgspec import Struct, field

from ckt_extract.layout.block import Block

__all__ = ["Lists"]

_FAR = 8
"""A bullet further to the right than this many times its size stands in another column."""


class _Level(Struct):
    x0: float
    marker: str
    lead: str


class Lists(Struct):
    """The list that is open while blocks pass in reading order."""

    number: int = 0
    """Block number of the open list."""
    _levels: list[_Level] = field(default_factory=list)

    def close(self) -> None:
        """The list ends: something else follows."""
        self._levels.clear()

    def lead(self, block: Block, last: str, number: int) -> str:
        """Place a bullet in the list; gives its lead.

        Args:
            block: The bullet.
            last: The sentence before it; it is the lead when it ends in a colon.
            number: Block number for a new list.
        """
        marker = block.marker
        first = block.lines[0]
        x0 = marker.x0 if marker else first.x0 if first.dot is None else first.dot
        shape = _shape(marker.text if marker else "")
        lead = last if last.endswith(":") else ""
        levels = self._levels
        if levels and shape != levels[0].marker and abs(x0 - levels[0].x0) < 0.4 * block.size:
            levels.clear()  # another kind of list follows
        if not levels:
            self.number = number
            levels.append(_Level(x0, shape, lead))
        elif not levels[0].x0 - block.size < x0 < levels[-1].x0 + _FAR * block.size:
            # the list goes on in the next column: the same marker stands on the same level
            depth = next((at for at, level in enumerate(levels) if level.marker == shape), 0)
            shift = x0 - levels[depth].x0
            del levels[depth + 1 :]
            for level in levels:
                level.x0 += shift
        else:
            while len(levels) > 1 and x0 < levels[-1].x0 - 0.5 * block.size:
                levels.pop()
            if x0 > levels[-1].x0 + 0.5 * block.size:
                levels.append(_Level(x0, shape, lead or levels[-1].lead))
        return levels[-1].lead


def _shape(marker: str) -> str:
    """What markers of one level have in common."""
    return "".join("1" if char.isdigit() else "a" if char.isalpha() else char for char in marker)
