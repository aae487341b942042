"""Tell Dutch from English by their frequent words."""

import re

from ckt_extract.language.lexicon import lexicon
from ckt_extract.models.document import Language

__all__ = ["detect_language"]

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000
"""Characters from which the language is clear."""


def detect_language(text: str) -> Language:
    """The language of a text: the one with more of its frequent words; Dutch if neither has."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    dutch = sum(word in lexicon("nl").common for word in words)
    english = sum(word in lexicon("en").common for word in words)
    return "en" if english > dutch else "nl"
