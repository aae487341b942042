"""The word lists of the layout room."""

from functools import cache

from ckt_extract.wordlists import word_lists

__all__ = ["words"]


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words.toml`."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    """All lists, read once."""
    return word_lists(__file__, "words.toml")
