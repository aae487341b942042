"""One or more statements as one text that still knows where every word stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from ckt_extract import language
from ckt_extract.facts.places import place_of_record
from ckt_extract.facts.ruling_lexicon import RulingWords, ruling_words
from ckt_extract.language.reading import Language, TextReading
from ckt_extract.layout.statement import PlacedWord, Statement, place_of_words
from ckt_extract.models.place import Place
from ckt_extract.patterns import pattern

__all__ = ["Passage", "passage_of", "sentence_end"]

_JOINED = pattern(r"(?<=[a-zà-ÿ]{3})-(?=[A-ZÀ-Þ])")
_SENTENCE_END = pattern(r"(?<=[a-zà-ÿ\d)]{2})[.!](?=\s+[A-ZÀ-Þ])")
_APOSTROPHES = str.maketrans("’‘", "''")


class Passage(Struct, frozen=True, eq=False, dict=True):
    """Statements joined by line ends.

    `lower` has the same length as `text`, so that offsets mean the same in both.
    """

    text: str
    lower: str
    statements: tuple[Statement, ...]
    starts: tuple[int, ...]
    """Where each statement starts in the text."""
    language: Language

    @property
    def words(self) -> RulingWords:
        """The words of rulings in its language."""
        return ruling_words(self.language)

    @cached_property
    def reading(self) -> TextReading:
        """Its numbers and times."""
        return language.read(self.text, self.language)

    @cached_property
    def hidden(self) -> list[tuple[int, int]]:
        """The names of bodies and rules, which hold the words for cases themselves."""
        names = ("nouns.committee", "nouns.mask")
        return sorted(m.span() for name in names for m in self.words.all(name, self.lower))

    def is_hidden(self, at: int) -> bool:
        """Whether an offset lies in the name of a body or of rules."""
        index = bisect_right(self.hidden, (at, len(self.text))) - 1
        return any(end > at for _, end in self.hidden[max(index - 1, 0) : index + 1])

    def visible(self, *names: str) -> Iterator[re.Match[str]]:
        """The phrases of some lists outside of names of bodies and rules."""
        for name in names:
            for match in self.words.all(name, self.lower):
                if not self.is_hidden(match.start()):
                    yield match

    def line(self, at: int) -> tuple[int, int]:
        """Start and end of the statement that an offset lies in."""
        index = max(bisect_right(self.starts, at) - 1, 0)
        return self.starts[index], self.starts[index] + len(self.statements[index].text)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of the words that a span touches; of those on the first of their pages."""
        stop = len(self.text) if end is None else end
        words: list[PlacedWord] = []
        method = self.statements[0].method
        for at, statement in zip(self.starts, self.statements, strict=True):
            if at < stop and at + len(statement.text) > start:
                method = method if words else statement.method
                words.extend(_touched(statement, start - at, stop - at))
        return place_of_record(place_of_words(words or self.statements[0].words, method))


def _touched(statement: Statement, start: int, end: int) -> Sequence[PlacedWord]:
    starts = [word.start for word in statement.words]
    first = max(bisect_right(starts, max(start, 0)) - 1, 0)
    last = max(bisect_right(starts, max(end - 1, 0)), first + 1)
    return statement.words[first:last]


def sentence_end(text: str, at: int) -> int:
    """Where the sentence around an offset ends: a bullet or cell may hold several."""
    stop = _SENTENCE_END.search(text, at)
    return stop.start() if stop else len(text)


def passage_of(statements: Iterable[Statement], reader: Language) -> Passage:
    """Statements as one passage, each on a line of its own."""
    kept = tuple(statements)
    starts: list[int] = []
    length = 0
    for statement in kept:
        starts.append(length)
        length += len(statement.text) + 1
    text = "\n".join(statement.text.replace("\n", " ") for statement in kept)
    return Passage(text, _lower(text), kept, tuple(starts), reader)


def _lower(text: str) -> str:
    """Lower case with straight apostrophes, letter by letter: a few capitals lower to two."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for hyphen in _JOINED.finditer(text):  # de zaak-X
        lower = f"{lower[: hyphen.start()]} {lower[hyphen.end() :]}"
    return lower.translate(_APOSTROPHES)
