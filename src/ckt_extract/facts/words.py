"""Word lists that are searched like a pattern, but cost next to nothing where they find nothing.

Compiling the patterns of all lists takes longer than reading a short document: a list is looked up
word by word at first, and compiled when it has proved to be in use.
"""

import re
from collections.abc import Iterable, Iterator

from ckt_extract.facts.signs import may_stand, signs_of_list

__all__ = ["Found", "Words"]

_TOKEN = re.compile(r"\w+")
_COMPILE_AFTER = 24
"""Searches word by word, in texts that may hold the words, before a list is compiled."""


class Found:
    """Where words of a list were found; it answers like a match of `re`."""

    __slots__ = ("_end", "_start", "_text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    def start(self) -> int:
        """Offset of the first character."""
        return self._start

    def end(self) -> int:
        """Offset behind the last character."""
        return self._end

    def group(self) -> str:
        """The words as they stand in the text."""
        return self._text[self._start : self._end]


class Words:
    """A list of words and phrases to find in lower-case text; the longest at a place counts.

    Args:
        words: Words and phrases. A `*` at the end stands for any letters there, a `*` in front
            of a word for at least one letter there.
    """

    __slots__ = ("_endings", "_exact", "_longer", "_pattern", "_signs", "_stems", "_uses", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(set(words), key=lambda word: (-len(word), word)))
        self._endings = tuple(w[1:] for w in self.words if w.startswith("*"))
        plain = [w for w in self.words if not w.startswith("*")]
        self._exact = frozenset(w for w in plain if _TOKEN.fullmatch(w))
        self._stems = tuple(w[:-1] for w in plain if w[-1] == "*" and _TOKEN.fullmatch(w[:-1]))
        self._longer: dict[str, list[str]] = {}
        for word in plain:
            if not _TOKEN.fullmatch(word.removesuffix("*")):
                first = _TOKEN.match(word)
                self._longer.setdefault(first.group() if first else word, []).append(word)
        self._uses = 0
        self._pattern: re.Pattern[str] | None = None
        self._signs = signs_of_list(self.words)

    def search(
        self, text: str, start: int = 0, end: int | None = None
    ) -> "Found | re.Match[str] | None":
        """The first place where one of the words stands."""
        if not may_stand(self._signs, text):
            return None
        if self._pattern is None:
            self._uses += 1
            if self._uses <= _COMPILE_AFTER:
                return next(self._scan(text, start, len(text) if end is None else end), None)
            self._pattern = self._compiled()
        return self._pattern.search(text, start, len(text) if end is None else end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> "Iterator[Found | re.Match[str]]":
        """All places, from left to right, none inside another."""
        if not may_stand(self._signs, text):
            return
        self._uses += 1
        if self._pattern is None and self._uses > _COMPILE_AFTER:
            self._pattern = self._compiled()
        limit = len(text) if end is None else end
        if self._pattern is None:
            yield from self._scan(text, start, limit)
        else:
            yield from self._pattern.finditer(text, start, limit)

    def count(self, text: str) -> int:
        """In how many places the words stand."""
        return sum(1 for _ in self.finditer(text)) if may_stand(self._signs, text) else 0

    def match(self, text: str, start: int = 0) -> "Found | None":
        """One of the words right at an offset."""
        if start and text[start - 1].isalnum():
            return None
        token = _TOKEN.match(text, start)
        end = self._end_at(text, token.start(), token.end(), len(text)) if token else None
        return Found(text, start, end) if end is not None else None

    def fullmatch(self, text: str) -> bool:
        """Whether the whole text is one of the words."""
        found = self.match(text)
        return found is not None and found.end() == len(text)

    def _scan(self, text: str, start: int, limit: int) -> Iterator[Found]:
        reached = start
        for token in _TOKEN.finditer(text, start, limit):
            if token.start() < reached:
                continue
            end = self._end_at(text, token.start(), token.end(), limit)
            if end is not None:
                reached = end
                yield Found(text, token.start(), end)

    def _end_at(self, text: str, start: int, end: int, limit: int) -> int | None:
        """Where the longest of the words that starts with a token ends."""
        token = text[start:end]
        for phrase in self._longer.get(token, ()):
            stem = phrase.removesuffix("*")
            stop = start + len(stem)
            if stop > limit or not text.startswith(stem, start):
                continue
            following = _TOKEN.match(text, stop, limit)
            if following is None:
                return stop
            if phrase.endswith("*"):
                return following.end()
        known = token in self._exact or token.startswith(self._stems)
        ending = bool(self._endings) and token.endswith(self._endings)
        return end if known or (ending and token not in self._endings) else None

    def _compiled(self) -> re.Pattern[str]:
        parts = [
            rf"\w+{re.escape(word[1:])}" if word.startswith("*") else re.escape(word)
            for word in self.words
        ]
        alternatives = "|".join(part.replace(r"\*", r"\w*") for part in parts)
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if parts else r"(?!)")
