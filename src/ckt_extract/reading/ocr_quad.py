"""The four corners of a line of text in a picture."""

from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

__all__ = ["Quad"]

Point = tuple[float, float]


class Quad(NamedTuple):
    """Corners in pixels from the top left of the picture."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @property
    def width(self) -> float:
        """Length of the upper edge."""
        (x, y), (right, down) = self.top_left, self.top_right
        return hypot(right - x, down - y)

    @property
    def height(self) -> float:
        """Length of the left edge."""
        (x, y), (right, down) = self.top_left, self.bottom_left
        return hypot(right - x, down - y)

    @property
    def angle(self) -> float:
        """Degrees by which it falls to the right."""
        (x, y), (right, down) = self.top_left, self.top_right
        return degrees(atan2(down - y, right - x))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the upright box around it."""
        xs, ys = [x for x, _ in self], [y for _, y in self]
        return min(xs), min(ys), max(xs), max(ys)

    def at(self, along: float, down: float) -> Point:
        """A point in it: parts of its width and of its height from the top left corner."""
        (x, y), (right, falls), _, (aside, low) = self
        return x + along * (right - x) + down * (aside - x), y + along * (falls - y) + down * (
            low - y
        )

    def moved(self, x: float, y: float) -> "Quad":
        """The same somewhere else."""
        return Quad(*((left + x, top + y) for left, top in self))

    def levelled(self, angle: float) -> "Quad":
        """The smallest rectangle around it that falls by an angle in degrees."""
        c, s = cos(radians(angle)), sin(radians(angle))
        along = [x * c + y * s for x, y in self]
        across = [y * c - x * s for x, y in self]
        left, right, top, bottom = min(along), max(along), min(across), max(across)
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        return Quad(*((u * c - v * s, u * s + v * c) for u, v in corners))

    def meets(self, other: "Quad") -> bool:
        """Whether the middle of one lies in the bounds of the other."""
        return _middle_in(self, other) or _middle_in(other, self)


def _middle_in(one: Quad, other: Quad) -> bool:
    x0, top, x1, bottom = one.bounds
    left, up, right, down = other.bounds
    return left <= (x0 + x1) / 2 <= right and up <= (top + bottom) / 2 <= down
