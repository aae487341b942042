"""Years beside the numbers of an infographic."""

from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lexicon import words
from ckt_extract.layout.lines import Line
from ckt_extract.patterns import pattern

__all__ = ["give_years", "is_year"]

_YEAR = pattern(r"(?:19|20)\d\d\Z")
_MOST_WORDS = 4
_FAR = 6.0
"""A year left of a number is at most so many times the size of the number away."""


def give_years(callouts: Sequence[Callout], lines: Sequence[Line]) -> None:
    """Give numbers of a timeline the year that stands left of, or right above, each of them.

    Args:
        callouts: The numbers, with their labels.
        lines: The lines that are no numbers.
    """
    used = {id(line) for callout in callouts for line in callout.lines()}
    years = [line for line in lines if id(line) not in used and is_year([line])]
    pairs = sorted(
        (abs(callout.middle[0] - year.x0) + abs(callout.middle[1] - year.baseline), at, to)
        for at, callout in enumerate(callouts)
        if callout.below and not callout.above
        for to, year in enumerate(years)
        if _is_left(callout, year) or _is_over(callout, year)
    )
    found: dict[int, int] = {}
    for _, at, to in pairs:
        if at not in found and to not in found.values():
            found[at] = to
    if len(found) < 2:
        return
    for at, to in found.items():
        callouts[at].above.append(years[to])
    for at, to in found.items():
        _share_year(callouts[at], years[to].text, callouts)


def _share_year(dated: Callout, year: str, callouts: Sequence[Callout]) -> None:
    """Give the year on top of a card to the numbers below its first one."""
    card = dated.area
    inside = [each for each in callouts if each.area is not None and each.area == card]
    if sum(is_year(each.above) for each in inside) > 1:
        return
    for each in inside:
        below = each.top > dated.bottom and each.x0 < dated.x1 and each.x1 > dated.x0
        if below and not (each.above or each.title or each.context):
            each.context = year


def _is_left(callout: Callout, year: Line) -> bool:
    return (
        0 <= callout.x0 - year.x1 < _FAR * callout.size
        and abs(year.baseline - 0.35 * year.size - callout.middle[1]) < 0.4 * callout.size
    )


def _is_over(callout: Callout, year: Line) -> bool:
    middle = (year.x0 + year.x1) / 2
    return (
        0 <= callout.top - year.baseline < callout.size
        and min(abs(year.x0 - callout.x0), abs(middle - callout.middle[0])) < 2
    )


def is_year(lines: Sequence[Line]) -> bool:
    """Whether lines say a year and nothing else, or when in it: *2019*, *eind 2019*, *Nu: 2019*."""
    said = [word.text for line in lines for word in line.words]
    return (
        0 < len(said) <= _MOST_WORDS
        and _YEAR.match(said[-1]) is not None
        and all(word.lower().rstrip(":") in words("within_year") for word in said[:-1])
    )
