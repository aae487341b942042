"""Bands of a page: what stands between headings that are underlined over its whole width."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ckt_extract.layout.lines import Line
from ckt_extract.layout.order import Item, extent
from ckt_extract.reading.page import Rule

__all__ = ["bands_of"]

_LARGE = 1.12
"""A heading is larger than the body text by this factor."""
_BELOW = 1.2
"""The rule of a heading is at most so many times its size below it."""
_WIDE = 0.9
"""It is as wide as this share of what stands on the page, at least."""
_MOST = 60
"""A page with more such rules is a form or a table."""


def bands_of(items: Sequence[Item], rules: Sequence[Rule], body: float) -> list[list[Item]]:
    """The items from one underlined heading to the next, from top to bottom.

    White space between columns must not be followed through such a heading, even where the heading
    itself is short.

    Args:
        items: What stands on the page.
        rules: The straight lines that are drawn on it.
        body: Size of the body text.
    """
    cuts = _cuts(items, rules, body) if rules and items else []
    if not cuts:
        return [list(items)]
    bands: list[list[Item]] = [[] for _ in range(len(cuts) + 1)]
    for item in items:
        bands[bisect_left(cuts, extent(item)[1])].append(item)
    return [band for band in bands if band]


def _cuts(items: Sequence[Item], rules: Sequence[Rule], body: float) -> list[float]:
    """Where underlined headings start, as far as nothing stands beside them."""
    left, right = min(item.x0 for item in items), max(item.x1 for item in items)
    wide = [rule for rule in rules if rule.x1 - rule.x0 > _WIDE * (right - left)]
    if not 0 < len(wide) <= _MOST:
        return []
    extents = [extent(item) for item in items]
    tops, bottoms = sorted(top for top, _ in extents), sorted(bottom for _, bottom in extents)
    cuts: list[float] = []
    for item, (top, bottom) in zip(items, extents, strict=True):
        if not isinstance(item, Line) or item.size <= _LARGE * body:
            continue
        underlined = any(
            0 < rule.top - bottom < _BELOW * item.size and rule.x0 < item.x0 + 2 for rule in wide
        )
        # The only one that starts above its end and does not end above its start
        if underlined and bisect_left(tops, bottom) - bisect_right(bottoms, top) == 1:
            cuts.append(top)
    return sorted(cuts)
