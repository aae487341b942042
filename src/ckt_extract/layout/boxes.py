"""Boxes with a background or frame: what stands in one is read together."""

from collections.abc import Sequence

from msgspec import Struct, field

from ckt_extract.layout.block import Atom
from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lines import Line
from ckt_extract.layout.order import Item, extent
from ckt_extract.reading.page import Area

__all__ = ["BoxContent", "put_in_boxes", "put_in_pictures"]

_NARROWEST = 40.0
_LOWEST = 24.0
_MOST = 300
"""A page with more shapes of that size is a drawing, or full of cells."""


class BoxContent(Struct):
    """What stands in a box."""

    items: list[Item] = field(default_factory=list)
    picture: Atom | None = None
    """The picture that they were read in by OCR."""


def put_in_pictures(items: Sequence[Item], pictures: Sequence[Atom]) -> list[Item]:
    """The items and pictures, with what OCR read in a picture put together with it."""
    left: list[Item] = list(items)
    for picture in pictures:
        inside = [item for item in left if _inside(item, picture)]
        if any(_is_ocr(item) for item in inside):
            held = {id(item) for item in inside}
            left = [item for item in left if id(item) not in held]
            content = BoxContent(inside, picture)
            left.append(Atom(picture.x0, picture.top, picture.x1, picture.bottom, content=content))
        else:
            left.append(picture)
    return left


def _is_ocr(item: Item) -> bool:
    """Whether OCR read an item."""
    if isinstance(item, Atom) and isinstance(item.content, Callout):
        return item.content.number[0].words[0].ocr
    return isinstance(item, Line) and item.words[0].ocr


def put_in_boxes(
    items: Sequence[Item], areas: Sequence[Area], width: float, height: float
) -> list[Item]:
    """The items of a page, with those in a box put together as one atom, boxes within boxes too.

    A shape is a box when it holds at least two items whole, crosses none, and is no background of
    the whole page.
    """
    boxes = _boxes(items, areas, width, height)
    if not boxes:
        return list(items)
    atoms = [Atom(*area[:4], content=BoxContent()) for area in boxes]  # smallest first
    outside: list[Item] = []
    inner: list[tuple[Item, int]] = [(item, 0) for item in items]
    inner.extend((atom, at + 1) for at, atom in enumerate(atoms))
    for item, start in inner:
        for atom in atoms[start:]:
            if _inside(item, atom) and isinstance(atom.content, BoxContent):
                atom.content.items.append(item)
                break
        else:
            outside.append(item)
    return outside


def _boxes(items: Sequence[Item], areas: Sequence[Area], width: float, height: float) -> list[Area]:
    """The shapes that are boxes, smallest first."""
    boxes: list[Area] = []
    seen: set[tuple[int, ...]] = set()
    large = [
        area
        for area in areas
        if area.x1 - area.x0 >= _NARROWEST
        and area.bottom - area.top >= _LOWEST
        and _size(area) <= 0.7 * width * height
    ]
    if len(large) > _MOST:
        return boxes
    for area in sorted(large, key=lambda each: (_size(each), each[:4])):
        key = tuple(round(side / 2) for side in area[:4])
        if key in seen:
            continue
        held = 0
        for item in items:
            if _inside(item, area):
                held += 1
            elif _crosses(item, area):
                break
        else:
            if 1 < held < 0.8 * len(items):
                seen.add(key)
                boxes.append(area)
    return boxes


def _size(area: Area) -> float:
    return (area.x1 - area.x0) * (area.bottom - area.top)


def _inside(item: Item, area: Item | Area) -> bool:
    top, bottom = extent(item)
    return (
        area.x0 - 1 <= item.x0
        and item.x1 <= area.x1 + 1
        and area.top - 1 <= top
        and bottom <= area.bottom + 1
    )


def _crosses(item: Item, area: Area) -> bool:
    """Whether an item lies partly in a shape; one that holds the shape does not count."""
    top, bottom = extent(item)
    if item.x0 <= area.x0 and item.x1 >= area.x1 and top <= area.top and bottom >= area.bottom:
        return False
    return (
        item.x0 < area.x1 - 2
        and item.x1 > area.x0 + 2
        and top < area.bottom - 2
        and bottom > area.top + 2
    )
