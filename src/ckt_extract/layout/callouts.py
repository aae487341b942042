"""Infographics: a number in large type and the small label that says what it counts."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.layout.lines import Line
from ckt_extract.reading.page import Area, Word
from ckt_extract.wordlists import word_lists

__all__ = ["Callout", "is_bound", "is_number", "numbers_of", "pieces_of"]

LARGE = 1.4
"""Numbers of callouts are at least this many times as large as the body text."""
_IN_CIRCLE = 1.2
"""Numbers alone in a circle are at least this many times as large as the body text."""
_MOST_NUMBERS = 60
_MOST_AREAS = 600
_MOST_LINES = 1500
"""A page with more is no infographic; looking for labels on it would take long."""
_NUMBER = re.compile(
    r"[+±~≈<>≥≤−–(-]*[€$£]?\d[\d.,:/]*%?(?:[–-]\d[\d.,]*)?"
    r"(?:[%x×+k]|-?punt|e|ste|de|th|st|nd|rd)?[)*+]*\Z"
)
_SIGN = re.compile(r"[€$£%+±~≈<>≥≤=→➔➡⇒⟶►▶−–/-]+\Z")
_SEPARATORS = (",", ".")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NAME = re.compile(r"[A-ZÀ-Þ]")


class _Lexicon(NamedTuple):
    before: frozenset[str]
    after: frozenset[str]
    links: frozenset[str]
    words: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    lists = word_lists(__file__, "callouts.toml")
    return _Lexicon(*(frozenset(lists[name]) for name in _Lexicon._fields))


class Callout(Struct):
    """A number in large type with its label."""

    number: list[Line]
    """The pieces of the number from left to right: `63` and a smaller `%`."""
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    area: Area | None = None
    """The smallest shape around the number."""
    alone: bool = False
    """The shape holds nothing but the number, as a circle does that is drawn around it."""
    arrow: Line | None = None
    """The piece of the number in front of which an arrow is drawn."""
    bound: list[Line] = field(default_factory=list)
    """A bound above it in smaller type: *ruim*."""
    above: list[Line] = field(default_factory=list)
    """Label lines that are read before the number."""
    below: list[Line] = field(default_factory=list)
    """Label lines that are read after the number."""
    title: list[Line] = field(default_factory=list)
    """A heading of this callout alone."""
    context: str = ""
    """The title of a row of numbers that have only a year each; it stands in the text of each."""
    lead: str = ""
    """The title of the panel, which stands above the first of its numbers."""

    def lines(self) -> list[Line]:
        """All its lines in reading order."""
        return [*self.title, *self.above, *self.bound, *self.number, *self.below]

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the number."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def numbers_of(lines: Sequence[Line], body: float, areas: Sequence[Area] = ()) -> list[Callout]:
    """The numbers in large type, each with its pieces put together.

    A number alone in a circle may be smaller, when there are larger ones.
    """
    large = [line for line in lines if line.size >= LARGE * body and is_number(line.words)]
    if large and len(lines) <= _MOST_LINES and len(areas) <= _MOST_AREAS:
        large += [
            line
            for line in lines
            if _IN_CIRCLE * body <= line.size < LARGE * body
            and is_number(line.words)
            and _circle_of(line, lines, areas)
        ]
        large += _bubbles(large, lines, areas, body)
    if not large or len(large) > _MOST_NUMBERS or len(lines) > _MOST_LINES:
        return []
    large = [line for line in large if not _ends_title(line, lines)]
    taken: set[int] = set()
    callouts: list[Callout] = []
    for line in sorted(large, key=lambda each: (-each.size, each.baseline, each.x0)):
        if id(line) in taken:
            continue
        taken.add(id(line))
        callouts.append(_gather(line, lines, taken))
    callouts.sort(key=lambda each: (each.top, each.x0))
    return _stacked(callouts)


def _bubbles(
    large: Sequence[Line], lines: Sequence[Line], areas: Sequence[Area], body: float
) -> list[Line]:
    """The numbers in the smaller ones of a row of bubbles: as large as the body text, or nearly."""
    circles = [circle for line in large if (circle := _circle_of(line, lines, areas))]
    return [
        line
        for line in (lines if len(circles) > 1 else ())
        if 0.8 * body <= line.size < _IN_CIRCLE * body
        and is_number(line.words)
        and (own := _circle_of(line, lines, areas))
        and sum(
            circle.fill == own.fill
            and circle.top <= own.top
            and circle.bottom >= own.bottom
            and circle.x1 - circle.x0 > own.x1 - own.x0 + 4
            for circle in circles
        )
        > 1
    ]


def _circle_of(number: Line, lines: Sequence[Line], areas: Sequence[Area]) -> Area | None:
    """The circle that is drawn around a number alone."""
    x, y = (number.x0 + number.x1) / 2, number.baseline - 0.35 * number.size
    circles = (
        area
        for area in areas
        if area.curved
        and abs(area.x1 - area.x0 - area.bottom + area.top) < 1
        and area.x1 - area.x0 < number.x1 - number.x0 + 5 * number.size
        and abs(area.x0 + area.x1 - 2 * x) < number.size
        and abs(area.top + area.bottom - 2 * y) < number.size
        and not any(
            line is not number
            and area.x0 < line.x1
            and line.x0 < area.x1
            and area.top < line.baseline < area.bottom
            for line in lines
        )
    )
    return next(circles, None)


def _ends_title(number: Line, lines: Sequence[Line]) -> bool:
    """Whether a number is the last line of a title in its own style: `Key figures` / `2020`."""
    return any(
        0.8 * number.size < number.baseline - line.baseline < 1.6 * number.size
        and abs(line.size - number.size) < 0.05 * number.size
        and line.bold is number.bold
        and line.colour == number.colour
        and (abs(line.x0 - number.x0) < 2 or abs(line.x0 + line.x1 - number.x0 - number.x1) < 4)
        and not is_number(line.words)
        for line in lines
    )


def _stacked(callouts: Sequence[Callout]) -> list[Callout]:
    """Callouts, with a number over two lines (`3 van` above `4`) put together."""
    whole: list[Callout] = []
    for callout in callouts:
        upper = next((each for each in whole if _goes_on(each, callout)), None)
        if upper is None:
            whole.append(callout)
        else:
            upper.number.extend(callout.number)
            upper.x0, upper.x1 = min(upper.x0, callout.x0), max(upper.x1, callout.x1)
            upper.bottom = callout.bottom
    return whole


def _goes_on(upper: Callout, lower: Callout) -> bool:
    """Whether a number ends in a word such as *van*, and another goes on right below it."""
    word = upper.number[-1].words[-1].text.lower()
    return (
        abs(upper.size - lower.size) < 0.1 * upper.size
        and 0 < lower.bottom - upper.bottom < 1.5 * upper.size
        and lower.x0 < upper.x1
        and lower.x1 > upper.x0
        and word in _lexicon().links
    )


def is_number(pieces: Sequence[Word]) -> bool:
    """Whether words say a number, with its unit and bound and hardly more."""
    if len(pieces) > 8:
        return False
    words = [word.text.lower() for word in pieces]
    lexicon = _lexicon()
    digits = rest = 0
    for text in words:
        if _NUMBER.match(text) or text in lexicon.words:
            digits += 1
        elif not (_SIGN.match(text) or text in lexicon.before or text in lexicon.after):
            rest += 1
    if not digits:
        return False
    if not any(char.isdigit() for text in words for char in text):
        return rest == 0 and len(words) > 1
    if rest and (_NUMBER.match(words[0]) is None or _YEAR.match(words[0])):
        return False
    return rest <= 2 and not any(_NAME.match(word.text) for word in pieces[1:2] if rest)


def is_bound(lines: Sequence[Line]) -> bool:
    """Whether lines above a number say nothing but a bound: *ruim*, *meer dan*."""
    words = [word.text.lower() for line in lines for word in line.words]
    before = _lexicon().before
    return len(words) <= 4 and all(text in before for text in words)


def _gather(line: Line, lines: Sequence[Line], taken: set[int]) -> Callout:
    """A number with the unit and bound that stand beside it in another size."""
    pieces = pieces_of(line, [other for other in lines if id(other) not in taken])
    taken.update(id(piece) for piece in pieces)
    return Callout(
        pieces,
        min(piece.x0 for piece in pieces),
        line.baseline - 0.72 * line.size,  # of the digits: word boxes are higher
        max(piece.x1 for piece in pieces),
        line.baseline,
        line.size,
    )


def pieces_of(number: Line, lines: Sequence[Line]) -> list[Line]:
    """A number with the unit and bound beside it, from left to right: `63` and a smaller `%`."""
    pieces = [number]
    lexicon = _lexicon()
    changed = True
    while changed:
        changed = False
        for other in lines:
            if any(other is piece for piece in pieces):
                continue
            if _adjoins(pieces[-1], other, number.size) and (
                _is_unit(other, lexicon.after) or _is_rest(pieces[-1], other, number)
            ):
                pieces.append(other)
            elif _adjoins(other, pieces[0], number.size) and _is_unit(other, lexicon.before):
                pieces.insert(0, other)
            else:
                continue
            changed = True
    for left, right in pairwise(pieces):
        letters = left.text[-1].isalpha() or right.text[0].isalpha()
        size = min(left.size, right.size) if letters else number.size
        if right.x0 - left.x1 < 0.12 * size:
            right.words = [replace(right.words[0], glued=True), *right.words[1:]]
    return pieces


def _adjoins(left: Line, right: Line, size: float) -> bool:
    """Whether a piece stands right behind another, on the same height."""
    overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
    height = min(left.bottom - left.top, right.bottom - right.top)
    return -0.2 * size < right.x0 - left.x1 < 0.5 * size and overlap > 0.4 * height


def _is_rest(last: Line, line: Line, number: Line) -> bool:
    """Whether a number goes on in a line: the `4` of `3 van de 4`, the `,` and `989` of `5,989`."""
    close = line.x0 - last.x1 < 0.12 * number.size
    if line.text in _SEPARATORS:
        return close and last is number
    if abs(line.size - number.size) > 0.1 * number.size or not is_number(line.words):
        return False
    if last.text in _SEPARATORS:
        return close
    links = _lexicon().links
    return last is not number and any(word.text.lower() in links for word in last.words)


def _is_unit(line: Line, words: frozenset[str]) -> bool:
    """Whether a line holds a unit, sign or bound, and no more than a number with it: *van 5*."""
    if len(line.words) > 4:
        return False
    texts = [word.text.lower() for word in line.words]
    units = [text in words or _SIGN.match(text) is not None for text in texts]
    return any(units) and all(
        unit or _NUMBER.match(text) for unit, text in zip(units, texts, strict=True)
    )
