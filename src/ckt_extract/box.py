"""The rectangle that all rooms know."""

from typing import NamedTuple

__all__ = ["Box"]


class Box(NamedTuple):
    """A rectangle in PDF points (1/72 inch); the origin is the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float
