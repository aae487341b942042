"""What a number with nothing but a year counts: the words beside its row, or above it."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.passages import Passage, passages_of
from ckt_extract.layout.timelines import is_year

__all__ = ["give_contexts"]

_OVER = 2.0
"""A title stands at most so many times the size of a number above it, its year and its shape."""


def give_contexts(callouts: Sequence[Callout], lines: Sequence[Line]) -> None:
    """Give numbers with nothing but a year the words left of their row, or the title above it.

    The year may stand at each of them, or at the first of a column. A number that has no year at
    all gets no words this way, and words that are the label of another number are not looked at.

    Args:
        callouts: The numbers, with their labels.
        lines: The lines that are no numbers.
    """
    years = {
        id(each): " ".join(line.text for line in each.above)
        for each in callouts
        if is_year(each.above) and not each.below and not each.lead and not each.title
    }
    if not years:
        return
    for callout in callouts:
        if not (callout.above or callout.below) and (year := _year_above(callout, callouts, years)):
            years[id(callout)] = year
    bare = [each for each in callouts if id(each) in years]
    used = {id(line) for callout in callouts for line in callout.lines()}
    free = [line for line in lines if id(line) not in used and not is_number(line.words)]
    words = passages_of(free)
    for row in _rows_of(bare):
        if len(row) < 2:
            continue
        over = _over(row, words)
        others = [each for each in callouts if id(each) not in years]
        for callout in row:
            title = _left_of(callout, words, others) or next(
                (each for each in over[::-1] if each.x0 <= callout.x1), None
            )
            if title is None or not _is_in(callout, title):
                continue
            callout.context = title.text
            if not callout.above:
                callout.context += " · " + years[id(callout)]


def _rows_of(callouts: Sequence[Callout]) -> list[list[Callout]]:
    """Numbers beside each other, in shapes that are not parted, from left to right."""
    rows: list[list[Callout]] = []
    for callout in sorted(callouts, key=lambda each: each.x0):
        row = next(
            (
                row
                for row in rows
                if any(
                    each.top < callout.middle[1] < each.bottom
                    or callout.top < each.middle[1] < callout.bottom
                    for each in row
                )
            ),
            None,
        )
        if row is None:
            rows.append([callout])
        else:
            row.append(callout)
    return rows


def _left_of(
    callout: Callout, words: Sequence[Passage], others: Sequence[Callout]
) -> Passage | None:
    """The words left of a number, on its height, with no number of another kind between them."""
    top = min([callout.top, *(line.top for line in callout.above)])
    beside = [
        each
        for each in words
        if each.x1 < callout.x0
        and top < (each.top + each.bottom) / 2 < callout.bottom + 0.2 * callout.size
        and _is_in(callout, each)
        and not any(
            each.x1 < other.x0 < callout.x0 and other.top < each.bottom and other.bottom > each.top
            for other in others
        )
    ]
    return max(beside, key=lambda each: each.x1, default=None)


def _is_in(callout: Callout, words: Passage) -> bool:
    """Whether words stand in the card of a number, if it has one."""
    area = callout.area
    return (
        area is None
        or callout.alone
        or (
            (area.x0 <= words.x0 + 1 and words.x1 <= area.x1 + 1)
            and (area.top <= words.top + 1 and words.bottom <= area.bottom + 1)
        )
    )


def _over(row: Sequence[Callout], words: Sequence[Passage]) -> list[Passage]:
    """The titles right above a row of numbers, from left to right."""
    top = min(_top(callout) for callout in row)
    left, right = min(each.x0 for each in row), max(each.x1 for each in row)
    reach = _OVER * max(callout.size for callout in row)
    over = [
        each
        for each in words
        if -2 < top - each.bottom < reach and each.x0 < right and each.x1 > left
    ]
    lowest = max((each.bottom for each in over), default=0.0)
    return sorted((each for each in over if lowest - each.bottom < 2), key=lambda each: each.x0)


def _top(callout: Callout) -> float:
    """The top of a number with its year and the shape that is drawn around it."""
    area = callout.area
    tops = [callout.top, *(line.baseline - 0.7 * line.size for line in callout.above)]
    if area is not None and callout.alone:
        tops.append(area.top)
    return min(tops)


def _year_above(callout: Callout, callouts: Sequence[Callout], years: dict[int, str]) -> str | None:
    """The year at the first number of the column in which a number stands."""
    heads = [
        each
        for each in callouts
        if id(each) in years
        and each.bottom < callout.top
        and abs(each.size - callout.size) < 0.1
        and min(
            abs(each.x0 - callout.x0),
            abs(each.x1 - callout.x1),
            abs(each.middle[0] - callout.middle[0]),
        )
        < 1
    ]
    head = max(heads, key=lambda each: each.bottom, default=None)
    return None if head is None else years[id(head)]
