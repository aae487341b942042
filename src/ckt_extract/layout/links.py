"""Link annotations and the words they lie on."""

from bisect import bisect_left

from ckt_extract.box import Box
from ckt_extract.layout.lines import Line
from ckt_extract.layout.records import Link, Place
from ckt_extract.layout.statement import PlacedWord, Statement, join_words, place_of_words
from ckt_extract.reading.page import LinkArea, Page

__all__ = ["PageLinks", "link_statement", "wordless_links"]

_LAST = 50
"""So many annotations with one target are looked at as neighbours."""
_TRAILING = ".,;:!?)]”’\"'"


class PageLinks:
    """The annotations of a page, found by the words they lie on."""

    def __init__(self, page: Page, lines: list[Line]) -> None:
        self.page = page.number
        self.areas = page.links
        self.used = [False] * len(page.links)
        self._words: dict[tuple[float, float], int] = {}
        if not page.links:
            return
        bases = [line.baseline for line in lines]
        for index, area in enumerate(page.links):
            box = area.box
            for line in lines[bisect_left(bases, box.top) :]:
                if line.baseline - line.size > box.bottom:
                    break
                if line.x0 < box.x1 and line.x1 > box.x0:
                    for word in line.words:
                        if _covers(box, word.x0, word.top, word.x1, word.bottom):
                            self._words.setdefault((word.x0, word.top), index)

    def of(self, placed: PlacedWord) -> int | None:
        """Index of the annotation on a word."""
        return self._words.get((placed.word.x0, placed.word.top))


def _covers(box: Box, x0: float, top: float, x1: float, bottom: float) -> bool:
    """Whether a box covers the middle of another, or half of its width."""
    overlap = min(box.x1, x1) - max(box.x0, x0)
    middle = (top + bottom) / 2
    return box.top <= middle <= box.bottom and overlap >= (x1 - x0) / 2


def link_statement(statement: Statement, pages: dict[int, PageLinks]) -> None:
    """Give a statement the links that lie on its words.

    Annotations with one target on consecutive words are one link: one that is broken over two
    lines has two annotations.
    """
    run: list[PlacedWord] = []
    current: LinkArea | None = None
    for placed in statement.words:
        page = pages.get(placed.page)
        index = page.of(placed) if page is not None and page.areas else None
        area = None
        if page is not None and index is not None:
            area = page.areas[index]
            page.used[index] = True
        if run and current is not None and (area is None or area.uri != current.uri):
            statement.links.append(_link(current, run))
            run = []
        if area is not None:
            current = area
            run.append(placed)
    if run and current is not None:
        statement.links.append(_link(current, run))


def _link(area: LinkArea, run: list[PlacedWord]) -> Link:
    text, _ = join_words([placed.word for placed in run])
    last = run[-1].word
    stripped = text.rstrip(_TRAILING)
    if stripped != text and stripped:
        beyond = last.x1 - area.box.x1 if area.box.x1 > last.x0 else 0.0
        signs = int(beyond / (0.15 * last.size))  # a full stop is a quarter of the size wide
        if signs:
            text = text[: max(len(stripped), len(text) - signs)]
    return Link(area.uri, text, place_of_words(run))


def wordless_links(page: PageLinks) -> list[Link]:
    """The links that lie on no word: over a picture, or over a gap.

    An annotation beside another one with the same target that does lie on words is a part of it.
    """
    links: list[Link] = []
    known: dict[str, list[Box]] = {}
    for area, used in zip(page.areas, page.used, strict=True):
        if used:
            known.setdefault(area.uri, []).append(area.box)
    for area, used in zip(page.areas, page.used, strict=True):
        beside = known.setdefault(area.uri, [])
        if used or any(_near(box, area.box) for box in beside[-_LAST:]):
            continue
        beside.append(area.box)
        placed = Box(*(round(side, 2) for side in area.box))
        links.append(Link(area.uri, "", Place(page.page, (placed,), quote="")))
    return links


def _near(one: Box, other: Box) -> bool:
    """Whether two boxes touch, or nearly."""
    return (
        one.x0 - 20 < other.x1
        and other.x0 - 20 < one.x1
        and one.top - 20 < other.bottom
        and other.top - 20 < one.bottom
    )
