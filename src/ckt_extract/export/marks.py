"""What a highlight is: where it stands, its colour, and its note."""

from typing import NamedTuple

from ckt_extract.models.place import Place

__all__ = ["Colour", "Mark"]

Colour = tuple[float, float, float]


class Mark(NamedTuple):
    """One highlight; the colour is red, green and blue from 0 to 1."""

    place: Place
    colour: Colour
    text: str
