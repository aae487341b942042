"""The theme of a claim that no indicator covers."""

from functools import cache

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
        counts = [(pattern.count(words), name) for name, pattern in _topics()]
        best = max(count for count, _ in counts)
        if best:
            return next(name for count, name in counts if count == best)
    return None
