"""Tell Dutch from English by their frequent words."""

from collections.abc import Mapping
from functools import cache

from ckt_extract.models.document import Language
from ckt_extract.patterns import pattern
from ckt_extract.wordlists import word_lists

__all__ = ["detect_language", "is_readable"]

_WORD = pattern(r"[^\W\d_]+")
_ENOUGH = 20_000
"""Characters from which the language is clear."""
_RUNNING_TEXT = 120
"""Words from which a page is more than a table or a list of names."""
_LEAST = 0.02


def detect_language(text: str) -> Language:
    """The language of a text: the one with more of its frequent words; Dutch if neither has."""
    words = _WORD.findall(text[:_ENOUGH].lower())
    dutch, english = (sum(word in _frequent()[of] for word in words) for of in ("nl", "en"))
    return "en" if english > dutch else "nl"


def is_readable(text: str) -> bool:
    """Whether a long text has the frequent words that any Dutch or English text has.

    One in five words of running text is among them; a page without any is of another language,
    or its letters are not the ones that are shown. Short texts and lists of names pass.
    """
    words = _WORD.findall(text[:_ENOUGH].lower())
    if len(words) < _RUNNING_TEXT:
        return True
    known = sum(word in _frequent()["nl"] or word in _frequent()["en"] for word in words)
    return known >= _LEAST * len(words)


@cache
def _frequent() -> Mapping[str, frozenset[str]]:
    lists = word_lists(__file__, "frequent.toml")
    return {language: frozenset(words) for language, words in lists.items()}
