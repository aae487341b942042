"""Type sizes of a picture: measured for each line, and few in all."""

from ckt_extract.reading.ocr_word import OcrWord

__all__ = ["with_even_sizes"]

_NEAR = 1.08
"""Sizes whose ratio is less are the same, measured a little differently."""


def with_even_sizes(words: list[OcrWord]) -> list[OcrWord]:
    """The words, those of nearly the same size with the same one.

    The size of which there is most text draws those near it, then the next one, and so on:
    the lines of a paragraph are of one size then, and headings of one level too.

    Args:
        words: All words of a picture.
    """
    lengths: dict[float, int] = {}
    for word in words:
        if not word.raised:
            lengths[word.size] = lengths.get(word.size, 0) + len(word.text)
    even: dict[float, float] = {}
    while lengths:
        size = max(lengths, key=lambda each: (_weight(lengths, each), lengths[each], each))
        near = [each for each in lengths if _is_near(each, size)]
        even.update(dict.fromkeys(near, size))
        for each in near:
            del lengths[each]
    return [word._replace(size=even.get(word.size, word.size)) for word in words]


def _weight(lengths: dict[float, int], size: float) -> int:
    """Characters of about one size."""
    return sum(length for each, length in lengths.items() if _is_near(each, size))


def _is_near(one: float, other: float) -> bool:
    return max(one, other) < _NEAR * min(one, other)
