"""Years beside the numbers of an infographic."""

import re
from collections.abc import Sequence

from ckt_extract.layout.callouts import Callout
from ckt_extract.layout.lines import Line

__all__ = ["give_years", "is_year"]

_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def give_years(callouts: Sequence[Callout], lines: Sequence[Line]) -> None:
    """Give numbers of a timeline the year that stands left of, or right above, each of them.

    Args:
        callouts: The numbers, with their labels.
        lines: The lines that are no numbers.
    """
    used = {id(line) for callout in callouts for line in callout.lines()}
    years = [line for line in lines if id(line) not in used and is_year([line])]
    found = [
        (callout, year)
        for callout in callouts
        if callout.below and not callout.above
        for year in years
        if _is_left(callout, year) or _is_over(callout, year)
    ]
    if len(found) < 2 or len({id(callout) for callout, _ in found}) < len(found):
        return
    if len({id(year) for _, year in found}) < len(found):
        return
    for callout, year in found:
        callout.above.append(year)


def _is_left(callout: Callout, year: Line) -> bool:
    return (
        0 <= callout.x0 - year.x1 < 3 * callout.size
        and abs(year.baseline - 0.35 * year.size - callout.middle[1]) < 0.4 * callout.size
    )


def _is_over(callout: Callout, year: Line) -> bool:
    middle = (year.x0 + year.x1) / 2
    return (
        0 <= callout.top - year.baseline < callout.size
        and min(abs(year.x0 - callout.x0), abs(middle - callout.middle[0])) < 2
    )


def is_year(lines: Sequence[Line]) -> bool:
    """Whether lines say a year and nothing else."""
    words = [word.text for line in lines for word in line.words]
    return len(words) == 1 and _YEAR.match(words[0]) is not None
