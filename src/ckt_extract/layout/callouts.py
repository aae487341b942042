"""Infographics: a number in large type and the small label that says what it counts."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number, is_unit, number_words
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Area

__all__ = ["Callout", "numbers_of", "pieces_of"]

LARGE = 1.4
"""Numbers of callouts are at least this many times as large as the body text."""
_IN_CIRCLE = 1.2
"""Numbers alone in a circle are at least this many times as large as the body text."""
_BELOW = 0.9
"""A unit below a number follows it within so many times its size."""
_LEAST = 0.6
"""Numbers in the smaller circles of a row are at least this many times as large as that."""
_MOST_NUMBERS = 60
_MOST_AREAS = 600
_MOST_LINES = 1500
"""A page with more is no infographic; looking for labels on it would take long."""
_HEAD = 2.5
"""A year over a number stands at most so many times the size of that above it."""
_YEAR = pattern(r"20[0-3]\d\Z")
_SEPARATORS = (",", ".")


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
    running: bool = False
    """It stands in a line of text; what is above and below it are the words before and after."""
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
    large = [line for line in large if not (_ends_title(line, lines) or _heads(line, large))]
    taken: set[int] = set()
    callouts: list[Callout] = []
    for line in sorted(large, key=lambda each: (-each.size, each.baseline, each.x0)):
        if id(line) in taken:
            continue
        taken.add(id(line))
        callouts.append(_gather(line, lines, taken))
    callouts.sort(key=lambda each: (each.top, each.x0))
    callouts = _stacked(callouts)
    for callout in callouts:
        _take_unit(callout, lines, taken)
    return callouts


def _bubbles(
    large: Sequence[Line], lines: Sequence[Line], areas: Sequence[Area], body: float
) -> list[Line]:
    """The small numbers in circles in the colour of a circle of a large one beside them."""
    circles = [circle for line in large if (circle := _circle_of(line, lines, areas))]
    return [
        line
        for line in (lines if circles else ())
        if _LEAST * body <= line.size < _IN_CIRCLE * body
        and is_number(line.words)
        and (own := _circle_of(line, lines, areas))
        and any(
            circle.fill == own.fill
            and circle.top < (own.top + own.bottom) / 2 < circle.bottom
            and circle.x1 - circle.x0 > own.x1 - own.x0 + 4
            for circle in circles
        )
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


def _heads(year: Line, numbers: Sequence[Line]) -> bool:
    """Whether a year stands over a larger number, as the head of a card does."""
    return _YEAR.match(year.text) is not None and any(
        number.size > 1.1 * year.size
        and 0 < number.baseline - year.baseline < _HEAD * number.size
        and number.x0 < year.x1
        and number.x1 > year.x0
        for number in numbers
    )


def _take_unit(callout: Callout, lines: Sequence[Line], taken: set[int]) -> None:
    """Add the unit that stands in smaller type right below a number: `12` above `weken`."""
    lexicon = number_words()
    for line in lines:
        texts = [word.text.lower() for word in line.words]
        apart = min(
            abs(line.x0 - callout.x0),
            abs(line.x1 - callout.x1),
            abs((line.x0 + line.x1) / 2 - callout.middle[0]),
        )
        if (
            id(line) not in taken
            and 0 < line.baseline - callout.bottom < _BELOW * callout.size
            and line.size < callout.size
            and apart < 0.15 * callout.size
            and len(texts) <= 2
            and all(text in lexicon.after for text in texts)
            and not lexicon.links.issuperset(texts)
        ):
            taken.add(id(line))
            callout.number.append(line)
            callout.x0, callout.x1 = min(callout.x0, line.x0), max(callout.x1, line.x1)
            callout.bottom = line.baseline
            return


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
        and word in number_words().links
    )


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
    lexicon = number_words()
    changed = True
    while changed:
        changed = False
        for other in lines:
            if any(other is piece for piece in pieces):
                continue
            if _adjoins(pieces[-1], other, number.size) and (
                is_unit(other, lexicon.after) or _is_rest(pieces[-1], other, number)
            ):
                pieces.append(other)
            elif _adjoins(other, pieces[0], number.size) and is_unit(other, lexicon.before):
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
    links = number_words().links
    return last is not number and any(word.text.lower() in links for word in last.words)
