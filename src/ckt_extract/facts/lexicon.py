"""The words of the facts room, read once from its TOML files."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from ckt_extract.facts.words import Words
from ckt_extract.models.document import Language
from ckt_extract.wordlists import word_lists

__all__ = ["Cues", "cues", "kind_of_noun", "toml_of_room"]

_SHORT = 3
"""A Dutch noun of at most so many letters is no ending of compounds (lid, man, wol)."""

_MIN_PREFIX = 3
"""A Dutch compound has at least so many letters before its head (textiel-bedrijven)."""


@cache
def toml_of_room(name: str) -> dict[str, object]:
    """A TOML file of this room as a dictionary."""
    return word_lists(__file__, name)


class Cues(Struct, frozen=True):
    """The cue words of one language: phrases as patterns, single words as sets."""

    target: Words
    future: Words
    change: Words
    change_after: Words
    growth: Words
    decrease: Words
    compare: Words
    basis: Words
    anaphor: Words
    linker: Words
    duty: Words
    all: Words
    now: Words
    same: Words
    still: Words
    estimate: Words
    material: Words
    spread: Words
    figures: Words
    arrive: Words
    growth_verb: Words
    growth_particle: Words
    partitive: frozenset[str]
    determiner: frozenset[str]
    article: frozenset[str]
    share: frozenset[str]
    number: frozenset[str]
    pronoun: frozenset[str]
    auxiliary: frozenset[str]
    verb: frozenset[str]
    stop: frozenset[str]
    clause: frozenset[str]
    contrast: frozenset[str]
    limiter: frozenset[str]
    elliptic: frozenset[str]
    percent_head: frozenset[str]
    percentage: frozenset[str]
    counted: frozenset[str]
    thousands: frozenset[str]
    millions: frozenset[str]
    level: frozenset[str]
    neutral: frozenset[str]
    conjunction: frozenset[str]

    def ends_phrase(self, word: str) -> bool:
        """Whether a word cannot stand inside a noun phrase."""
        return word in self.stop or word in self.verb or word in self.auxiliary


_PHRASES = (
    "target",
    "future",
    "change",
    "change_after",
    "growth",
    "decrease",
    "compare",
    "basis",
    "anaphor",
    "linker",
    "duty",
    "all",
    "now",
    "same",
    "still",
    "estimate",
    "material",
    "spread",
    "figures",
    "arrive",
    "growth_verb",
    "growth_particle",
)
_SETS = (
    "partitive",
    "determiner",
    "article",
    "share",
    "number",
    "pronoun",
    "auxiliary",
    "verb",
    "stop",
    "clause",
    "contrast",
    "limiter",
    "elliptic",
    "percent_head",
    "percentage",
    "counted",
    "thousands",
    "millions",
    "level",
    "neutral",
    "conjunction",
)


@cache
def cues(language: Language) -> Cues:
    """The cue words of a language."""
    table = toml_of_room(f"cues.{language}.toml")
    values: dict[str, Any] = {name: Words(_strings(table[name])) for name in _PHRASES}
    values.update((name, frozenset(_strings(table[name]))) for name in _SETS)
    return Cues(**values)


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


class _Nouns(Struct, frozen=True):
    """Nouns of one language: exact ones, and the endings that compounds may have."""

    exact: dict[str, str]
    endings: dict[str, str]
    refused: frozenset[str]
    lengths: tuple[int, ...]


@cache
def _nouns(language: Language) -> _Nouns:
    exact: dict[str, str] = {}
    refused: set[str] = set()
    for kind, entry in toml_of_room("populations.toml").items():
        if not isinstance(entry, dict):
            continue
        exact.update(dict.fromkeys(_strings(entry[language]), kind))
        refused.update(_strings(entry.get("not")))
    endings = {w: k for w, k in exact.items() if len(w) > _SHORT and language == "nl"}
    lengths = tuple(sorted({len(word) for word in endings}, reverse=True))
    return _Nouns(exact, endings, frozenset(refused), lengths)


@cache
def kind_of_noun(word: str, language: Language) -> str | None:
    """The population kind that a noun names, or None.

    Args:
        word: One word in lower case, with straight apostrophes.
        language: Language of the text. Dutch compounds count by their last part.
    """
    nouns = _nouns(language)
    if word in nouns.refused:
        return None
    if kind := nouns.exact.get(word):
        return kind
    return next(_kinds_of_endings(word, nouns), None)


def _kinds_of_endings(word: str, nouns: _Nouns) -> Iterator[str]:
    """Kinds whose noun the word ends in, longest noun first."""
    if any(word.endswith(refused) for refused in nouns.refused if len(refused) > _SHORT):
        return
    for length in nouns.lengths:
        if length + _MIN_PREFIX <= len(word) and (kind := nouns.endings.get(word[-length:])):
            yield kind
