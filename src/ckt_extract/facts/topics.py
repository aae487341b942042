"""The theme of a claim that no indicator covers."""

from functools import cache, lru_cache

from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.words import Words

__all__ = ["topic_of"]


@cache
def _topics() -> tuple[tuple[str, Words], ...]:
    return tuple(
        (name, Words(entry["words"]))
        for name, entry in toml_of_room("topics.toml").items()
        if isinstance(entry, dict)
    )


def topic_of(text: str, section: str | None) -> str | None:
    """The topic whose words stand most often in a text, else in its section title.

    Args:
        text: The statement in lower case.
        section: Title of the section it stands in.
    """
    for words in (text, (section or "").lower()):
        # The cells of a table share its caption, and those of a row the words that head it
        counts = [sum(column) for column in zip(*map(_counts, words.split(" · ")), strict=True)]
        best = max(counts)
        if best:
            return _topics()[counts.index(best)][0]
    return None


@lru_cache(maxsize=64)
def _counts(text: str) -> tuple[int, ...]:
    """How often the words of each topic stand in a text."""
    return tuple(pattern.count(text) for _, pattern in _topics())
