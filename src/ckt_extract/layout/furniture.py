"""Running heads, page numbers and what else stands outside the text on page after page."""

from ckt_extract.layout.lexicon import words
from ckt_extract.layout.lines import Line, text_of
from ckt_extract.patterns import pattern

__all__ = ["Furniture"]

_BAND = 0.13
"""Part of the page's height at its top and bottom in which furniture is looked for."""
_ROWS = 5
"""Furniture stands in at most this many rows at each edge."""
_MOST_WORDS = 16
"""A line of more words is text."""
_REMEMBERED = 16
"""Number of places that are remembered for a text: those on near pages, and the last before."""
_DIGITS = pattern(r"\d+")
_COUNTER = pattern(r"[-–—|\s]*\d{1,4}(?:\s*(?:/|van|of|-|–)\s*\d{1,4})?[-–—|\s.]*\Z")
"""A page number: `3`, `- 3 -`, `3 van 24`, `3/24`."""
_NUMBERED_TITLE = pattern(r"\d{1,4}\s+[|•·–—]\s+\D|\D.*\s[|•·–—]\s+\d{1,4}\Z")
"""A page number with a title: `3 | title`, `title | 3`."""
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_PIPE = pattern(r"\s[|•·]\s")


class Furniture:
    """What stands at the edges of the pages seen so far and of the look-ahead window."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, bool], list[tuple[int, float]]] = {}

    def add(self, page: int, height: float, lines: list[Line]) -> None:
        """Note the rows at the upper and lower edge of a page."""
        for at_top in (True, False):
            for row in _edge(lines, height, at_top)[:_ROWS]:
                for line in row:
                    if len(line.words) > _MOST_WORDS:
                        continue
                    places = self._places.setdefault(_key(line, at_top), [])
                    places.append((page, line.baseline))
                    del places[:-_REMEMBERED]

    def find(
        self, page: int, height: float, lines: list[Line], body: float
    ) -> list[tuple[Line, str]]:
        """The lines of a page that are furniture, each with the reason.

        Furniture is looked for from the edge inwards, up to the first row that is none.
        """
        found: list[tuple[Line, str]] = []
        for at_top in (True, False):
            rows = _edge(lines, height, at_top)
            inward = [line.baseline for line in (lines if at_top else reversed(lines))]
            for index, row in enumerate(rows[:_ROWS]):
                alone = _stands_alone(rows, index, inward)
                apart = alone and _stands_alone(rows[: index + 1], index, inward)
                if len(row) > 2 and not alone:
                    break  # the head or last row of a table
                reasons = [
                    self._reason(line, page, body, at_top=at_top, alone=alone, apart=apart)
                    for line in row
                ]
                if reasons.count("page_number") > 1:
                    break  # a page has one number: these are of a table
                if alone and at_top and not any(reasons) and _is_small_print(row, lines, body):
                    reasons = ["running_head"] * len(row)
                if not all(reasons):
                    # beside a page number, what stands in its row belongs to it
                    if not (alone and 1 < len(row) < 4 and reasons.count("page_number") == 1):
                        break
                    reasons = [reason or "running_head" for reason in reasons]
                found.extend(zip(row, [reason or "" for reason in reasons], strict=True))
        return found

    def _reason(
        self, line: Line, page: int, body: float, *, at_top: bool, alone: bool, apart: bool
    ) -> str | None:
        """Why a line at the edge is no part of the text, or None when it is.

        Args:
            line: The line.
            page: Its page number.
            body: Size of the body text.
            at_top: Whether it stands at the upper edge.
            alone: It stands apart from the text, perhaps with other rows in its style.
            apart: It stands apart from those too.
        """
        whole = text_of(line.words)
        text = _without_page(whole)
        if line.size > 1.6 * body or len(line.words) > _MOST_WORDS:
            return None
        repeats = sum(
            1
            for other, base in self._places.get(_key(line, at_top), ())
            if other != page and abs(base - line.baseline) < line.size
        )
        counter = _COUNTER.match(text) is not None
        if counter and (apart or text != whole or repeats):
            return "page_number"
        if repeats >= (1 if alone and line.size <= 1.25 * body else 3):
            return "page_number" if _NUMBERED_TITLE.match(text) else "running_head"
        if line.size > 1.25 * body:
            return None
        if apart and _NUMBERED_TITLE.match(text) and not _YEAR.match(text[-4:]):
            return "page_number"
        if at_top and _PIPE.search(text) and _YEAR.search(text):
            return "running_head"
        return None


def _is_small_print(row: list[Line], lines: list[Line], body: float) -> bool:
    """Whether a row names the edition in small or grey type: a title with a year or a date."""
    text = " ".join(line.text for line in row)
    colour = max(lines, key=lambda line: len(line.words)).colour
    return (
        len(text) < 80
        and text[-1] not in ".:;?!"
        and _YEAR.search(text) is not None
        and all(
            line.size < 0.95 * body or (line.size <= 1.1 * body and line.colour != colour)
            for line in row
        )
    )


def _without_page(text: str) -> str:
    """A text without the word *pagina* or *page* before its number."""
    return " ".join(part for part in text.split() if part.lower() not in words("page"))


def _edge(lines: list[Line], height: float, at_top: bool) -> list[list[Line]]:
    """Rows in the band at one edge of the page, from the edge inwards."""
    if at_top:
        band = [line for line in lines if line.bottom < _BAND * height]
    else:
        band = [line for line in reversed(lines) if line.top > (1 - _BAND) * height]
    rows: list[list[Line]] = []
    for line in band:
        if rows and abs(line.baseline - rows[-1][0].baseline) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _stands_alone(rows: list[list[Line]], index: int, inward: list[float]) -> bool:
    """Whether a row stands further from the text than the lines of the text from each other.

    Rows in the same style right behind it belong to it.
    """
    first = rows[index][0]
    last = index
    while last + 1 < len(rows):
        inner = rows[last + 1][0]
        near = abs(inner.baseline - rows[last][0].baseline) < 1.8 * first.size
        if not (near and (inner.size, inner.colour) == (first.size, first.colour)):
            break
        last += 1
    base = rows[last][0].baseline
    distances: list[float] = []
    for other in inward:
        step = abs(other - base)
        beyond = (other - base) * (inward[-1] - inward[0]) > 0
        if beyond and step > 0.5 * first.size:
            distances.append(step)
            base = other
            if len(distances) > 4:
                break
    if not distances:
        return True
    pitches = [step for step in distances[1:] if step < 4 * first.size]
    return distances[0] > max(1.6 * first.size, 1.4 * min(pitches, default=0.0))


def _key(line: Line, at_top: bool) -> tuple[str, bool]:
    """Its text with the digits masked, and the edge it stands at."""
    return _DIGITS.sub("#", text_of(line.words).lower()), at_top
