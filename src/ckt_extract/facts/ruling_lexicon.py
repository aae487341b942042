"""The words of rulings: patterns and word sets of one language, read once from TOML."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import cast

from msgspec import Struct

from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.signs import sign_of, signs_in
from ckt_extract.models.document import Language

__all__ = ["NAMES_FILE", "Phrases", "RulingWords", "phrases_pattern", "ruling_words"]

NAMES_FILE = "ruling_names.toml"
_GAP = r"\b[^;:\n]{1,160}?(?<!\w)"
"""What ` ... ` in a phrase stands for: the middle of one clause."""
_PARTS_MOST = 4
"""Parts of a list that are compiled before the whole of it is."""


def phrases_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some phrases in lower-case text, the longest first.

    `*` at the end of a word stands for any ending, ` ... ` for words in between (the two parts of
    a separable verb).
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(_alternative(phrase) for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{alternatives})" if alternatives else r"(?!)")


def _alternative(phrase: str) -> str:
    parts = [
        re.escape(part).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+")
        for part in phrase.split(" ... ")
    ]
    end = r"(?![\w-])" if phrase[-1].isalnum() else ""
    return _GAP.join(parts) + end


class Phrases:
    """A list of phrases that answers like a pattern.

    Compiling all lists takes longer than reading a short document, and most sentences have no word
    that a phrase of the list begins with. So only what may stand in a text is compiled, and the
    whole list when that has been done a few times.
    """

    __slots__ = ("_anywhere", "_by_sign", "_parts", "_phrases", "_signs", "_whole")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(phrases)
        self._by_sign: dict[str, list[str]] = {}
        for phrase in self._phrases:
            self._by_sign.setdefault(sign_of(phrase), []).append(phrase)
        self._anywhere = self._by_sign.pop("", [])
        """Phrases that no word of a text gives away."""
        self._signs = frozenset(self._by_sign)
        self._parts: dict[frozenset[str], re.Pattern[str]] = {}
        self._whole: re.Pattern[str] | None = None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first phrase in a part of a text."""
        pattern = self._pattern_for(text)
        return pattern.search(text, start, end) if pattern is not None else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """All phrases in a part of a text."""
        pattern = self._pattern_for(text)
        return pattern.finditer(text, start, end) if pattern is not None else iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """A phrase right at an offset."""
        pattern = self._pattern_for(text)
        return pattern.match(text, start, end) if pattern is not None else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A text that is nothing but a phrase."""
        pattern = self._pattern_for(text)
        return pattern.fullmatch(text) if pattern is not None else None

    def _pattern_for(self, text: str) -> re.Pattern[str] | None:
        """What finds those phrases that may stand in a text; None when there are none."""
        signs = self._signs & signs_in(text)
        if not signs and not self._anywhere:
            return None
        if self._whole is not None:
            return self._whole
        found = self._parts.get(signs)
        if found is None:
            if len(self._parts) >= _PARTS_MOST:
                self._whole = phrases_pattern(self._phrases)
                self._parts.clear()
                return self._whole
            found = phrases_pattern([p for s in signs for p in self._by_sign[s]] + self._anywhere)
            self._parts[signs] = found
        return found


class RulingWords(Struct, frozen=True):
    """The word lists of one language by table and name, as patterns."""

    patterns: Mapping[str, Phrases]
    lists: Mapping[str, tuple[str, ...]]

    def find(
        self, name: str, text: str, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        """The first phrase of a list in a part of a text."""
        return self.patterns[name].search(text, start, len(text) if end is None else end)

    def has(self, name: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a phrase of a list stands in a part of a text."""
        return self.find(name, text, start, end) is not None

    def all(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """Every phrase of a list in a text."""
        return self.patterns[name].finditer(text)

    def whole(self, name: str, text: str) -> bool:
        """Whether a text is nothing but one phrase of a list."""
        plain = self.plain(name)
        return (
            text in plain if plain is not None else self.patterns[name].fullmatch(text) is not None
        )

    def plain(self, name: str) -> frozenset[str] | None:
        """The phrases of a list that has no wildcard: they need no pattern."""
        return _plain(self.lists[name])


@cache
def _plain(phrases: tuple[str, ...]) -> frozenset[str] | None:
    wild = any("*" in phrase or " ... " in phrase for phrase in phrases)
    return None if wild else frozenset(phrases)


@cache
def ruling_words(language: Language) -> RulingWords:
    """The words of rulings of a language; a list is named `table.list`."""
    table = cast("Mapping[str, Mapping[str, list[str]]]", toml_of_room(f"rulings.{language}.toml"))
    lists = {
        f"{room}.{name}": tuple(words)
        for room, names in table.items()
        for name, words in names.items()
    }
    return RulingWords({name: Phrases(phrases) for name, phrases in lists.items()}, lists)
