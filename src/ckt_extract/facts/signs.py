"""A quick look whether a word list can have anything in a text.

Most lists have no word in most sentences. What the words of a text are, begin and end with is noted
once; a list of which no phrase begins so is not searched for.
"""

from collections.abc import Iterable
from functools import lru_cache

from ckt_extract.patterns import pattern

__all__ = ["may_stand", "sign_of", "signs_in", "signs_of_list"]

_TOKEN = pattern(r"\w+")
_PARTS = (3, 4)
"""Letters of the beginning or end of a word by which phrases with a `*` are told apart."""


@lru_cache(maxsize=64)  # many lists are looked for in one text
def signs_in(text: str) -> frozenset[str]:
    """The words of a text, and what they begin (`abcd*`) and end with (`*abcd`)."""
    words = set(_TOKEN.findall(text))
    signs = set(words)
    for size in _PARTS:
        signs.update([word[:size] + "*" for word in words])
        signs.update(["*" + word[-size:] for word in words])
    return frozenset(signs)


def signs_of_list(phrases: Iterable[str]) -> frozenset[str] | None:
    """One sign for each phrase, of which a text with the phrase has at least one.

    Args:
        phrases: Phrases in lower case; `*` stands for any letters at the end of a word, or in
            front of a phrase.

    Returns:
        The signs, or None where a phrase can stand in any text.
    """
    signs = {sign_of(phrase) for phrase in phrases}
    return None if "" in signs else frozenset(signs)


def sign_of(phrase: str) -> str:
    """The sign that a text with this phrase has; empty when there is none."""
    most, least = max(_PARTS), min(_PARTS)
    if phrase.startswith("*"):
        ending = _TOKEN.fullmatch(phrase, 1)
        return f"*{phrase[1:][-most:]}" if ending and len(phrase) > least else ""
    first = _TOKEN.match(phrase)
    if first is None:
        return ""
    if phrase[first.end() : first.end() + 1] != "*":
        return first.group()
    return f"{first.group()[:most]}*" if first.end() >= least else ""


def may_stand(signs: frozenset[str] | None, text: str) -> bool:
    """Whether a phrase of a list with these signs can stand in a text in lower case."""
    return signs is None or not signs.isdisjoint(signs_in(text))
