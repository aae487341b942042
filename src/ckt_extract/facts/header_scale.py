"""By how much the numbers under a header are to be multiplied: *x € 1.000*, *in duizenden*."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ckt_extract.facts.lexicon import cues
from ckt_extract.language.reading import Language
from ckt_extract.patterns import pattern

__all__ = ["ScaledHeader", "is_scale", "scaled_header"]

_UNIT = r"(€|euro'?s?\b|eur\b)?"
_TIMES = pattern(
    rf"(?<!\d)(?<!\d\s)(?:[x×*]|\bin(?=\s*€))\s*{_UNIT}\s*1((?:[.,\s]?000){{1,3}})(?![\d.,]*\d)\s*{_UNIT}"
)
_ZEROS = pattern(rf"{_UNIT}\s*(?<![\d.,])['’](000)\b\s*{_UNIT}")
"""EUR '000."""
_WORD = pattern(rf"(?:\bin|(?<=[(,;:–-])|\A)\s*{_UNIT}\s*([^\W\d]+)(?=\W*\Z|\W+(?:of\s+)?(€|eur))")
"""*in duizenden euro's*, *(€ miljoenen)*: not *duizenden werknemers*."""


class ScaledHeader(NamedTuple):
    """A header in lower case without the words of its scale."""

    text: str
    scale: Decimal
    """1 where it has none."""


@lru_cache(maxsize=64)  # a header is over many cells, a caption over all of them
def scaled_header(header: str, language: Language) -> ScaledHeader:
    """Take the scale out of a header: *Omzet (x € 1.000)* is *omzet (€)* in thousands.

    Args:
        header: A column or row header, or a caption.
        language: Of the document.
    """
    text = header.lower()
    for found in (_TIMES.search(text), _ZEROS.search(text)):
        if found:
            return _scaled(text, found, 1_000 ** found.group(2).count("000"))
    known = cues(language)
    for found in _WORD.finditer(text):
        if found.group(2) in known.thousands:
            return _scaled(text, found, 1_000)
        if found.group(2) in known.millions:
            return _scaled(text, found, 1_000_000)
    return ScaledHeader(text, Decimal(1))


def _scaled(text: str, found: re.Match[str], scale: int) -> ScaledHeader:
    """The header without what was found, but for the unit that stands in it."""
    unit = found.group(1) or found.group(3)
    kept = f"({unit})" if unit else ""
    return ScaledHeader(f"{text[: found.start()]}{kept}{text[found.end() :]}", Decimal(scale))


def is_scale(text: str, start: int) -> bool:
    """Whether the number that starts at an offset of a text is a scale itself: *x € 1.000*."""
    return any(found.start() <= start < found.end() for found in _TIMES.finditer(text))
