"""Which parts of a page are worth reading by OCR."""

from dataclasses import dataclass

from ckt_extract.box import Box
from ckt_extract.reading.page import Page, Picture

__all__ = ["Region", "regions_of"]

_SHARE = 0.015
"""Part of the page: smaller pictures are logos and icons."""
_WIDE, _HIGH = 30.0, 20.0
"""Points: narrower or lower pictures hold no text that could be read."""
_WHOLE = 0.6
"""Part of the page from which a picture is a scan or a background."""
_TOUCHING = 1.0
_LAYER = 10
"""Invisible words on a picture: so many are its text layer, fewer may be a stamp or a number."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page."""

    box: Box
    pictures: tuple[int, ...]
    """`Picture.index` of the pictures that lie in it."""
    whole: bool
    """It is (nearly) the whole page."""


def regions_of(page: Page) -> list[Region]:
    """The parts of a page that hold text as pixels, perhaps.

    That is the whole page if its text cannot be trusted or if it has none; else each picture
    that is large enough and has no text layer. Pieces of one picture are put together.
    """
    whole = Box(0.0, 0.0, page.width, page.height)
    if page.garbled or (not page.words and (page.pictures or page.areas)):
        return [Region(whole, tuple(picture.index for picture in page.pictures), whole=True)]
    layer = [word for word in page.words if word.ocr]
    regions: list[Region] = []
    for box, pictures in _put_together(page.pictures):
        share = (box.x1 - box.x0) * (box.bottom - box.top) / (page.width * page.height)
        if share < _SHARE or box.x1 - box.x0 < _WIDE or box.bottom - box.top < _HIGH:
            continue
        if sum(_holds(box, Box(w.x0, w.top, w.x1, w.bottom)) for w in layer) < _LAYER:
            regions.append(Region(box, pictures, share >= _WHOLE))
    return _outermost(regions)


def _put_together(pictures: list[Picture]) -> list[tuple[Box, tuple[int, ...]]]:
    """Pictures that were cut into strips or tiles as one: those that share a whole edge."""
    pieces: list[tuple[Box, tuple[int, ...]]]
    pieces = sorted((picture.box, (picture.index,)) for picture in pictures)
    joined = True
    while joined:
        joined = False
        done: list[tuple[Box, tuple[int, ...]]] = []
        for box, indices in pieces:
            for at, (other, others) in enumerate(done):
                if _share_an_edge(box, other):
                    done[at] = (_around(box, other), (*others, *indices))
                    joined = True
                    break
            else:
                done.append((box, indices))
        pieces = done
    return pieces


def _share_an_edge(a: Box, b: Box) -> bool:
    def same(one: float, other: float) -> bool:
        return abs(one - other) < _TOUCHING

    if same(a.x0, b.x0) and same(a.x1, b.x1):
        return same(a.bottom, b.top) or same(b.bottom, a.top)
    if same(a.top, b.top) and same(a.bottom, b.bottom):
        return same(a.x1, b.x0) or same(b.x1, a.x0)
    return False


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


def _outermost(regions: list[Region]) -> list[Region]:
    """Regions without those that lie in another: both are in its pixels."""
    largest = sorted(regions, key=lambda r: (r.box.x0 - r.box.x1) * (r.box.bottom - r.box.top))
    kept: list[Region] = []
    for region in largest:
        for at, outer in enumerate(kept):
            if _holds(outer.box, region.box):
                kept[at] = Region(outer.box, (*outer.pictures, *region.pictures), outer.whole)
                break
        else:
            kept.append(region)
    return sorted(kept, key=lambda region: (region.box.top, region.box.x0))


def _holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of a box lies in another one that is larger."""
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return (
        outer.x0 <= x <= outer.x1
        and outer.top <= y <= outer.bottom
        and inner.x1 - inner.x0 <= outer.x1 - outer.x0 + _TOUCHING
        and inner.bottom - inner.top <= outer.bottom - outer.top + _TOUCHING
    )
