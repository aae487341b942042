"""Dots that lead the eye from words to their number."""

from collections.abc import Sequence

from ckt_extract.layout.lines import Line, line_of
from ckt_extract.reading.page import Word

__all__ = ["without_leaders"]

_DOTS = frozenset(".·_…")
_FEWEST = 5
"""Fewer dots are an ellipsis."""
_BEHIND = 4
"""Words of a value behind the dots at most."""


def without_leaders(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines with words and value apart, and the dots between them as lines of their own."""
    left: list[Line] = []
    leaders: list[Line] = []
    for line in lines:
        start, end = _leader(line.words)
        if start == end:
            left.append(line)
            continue
        leaders.append(line_of(line.words[start:end]))
        left.extend(line_of(part) for part in (line.words[:start], line.words[end:]) if part)
    return left, leaders


def _leader(words: Sequence[Word]) -> tuple[int, int]:
    """Where the dots in a line start and end; the same place when there are none."""
    end = len(words)
    while end and len(words) - end < _BEHIND and not _is_dots(words[end - 1]):
        end -= 1
    start = end
    while start and _is_dots(words[start - 1]):
        start -= 1
    dots = sum(len(word.text) for word in words[start:end])
    return (start, end) if dots >= _FEWEST else (0, 0)


def _is_dots(word: Word) -> bool:
    return word.text[0] in _DOTS and _DOTS.issuperset(word.text)
