"""Numbers beside each other that the page sets as one line: `9% 5%` in two parts of a bar."""

from collections.abc import Sequence

from ckt_extract.layout.lines import Line, line_of
from ckt_extract.layout.numerals import is_number
from ckt_extract.reading.page import Word

__all__ = ["part_numbers"]

_SPACE = 0.3
"""Words of one number are no further apart than so many times their size."""


def part_numbers(lines: Sequence[Line]) -> list[Line]:
    """Lines, each of which holds one number only if it holds nothing but numbers.

    Two shares are two numbers, and so are two numbers in different colours.
    """
    parted: list[Line] = []
    for line in lines:
        words = line.words
        if len(words) < 2 or not (words[0].text[0].isdigit() and words[-1].text[0].isdigit()):
            parted.append(line)
            continue
        parts = [[words[0]]]
        for word in words[1:]:
            if _are_two(parts[-1][-1], word):
                parts.append([word])
            else:
                parts[-1].append(word)
        whole = len(parts) == 1 or not all(is_number(part) for part in parts)
        parted.extend([line] if whole else map(line_of, parts))
    return parted


def _are_two(left: Word, right: Word) -> bool:
    """Whether two words are numbers of their own."""
    return (
        left.text[-1] in "%0123456789"
        and right.text[0].isdigit()
        and right.x0 - left.x1 > _SPACE * left.size
        and (left.text[-1] == right.text[-1] == "%" or left.colour != right.colour)
    )
