"""A statement as a row of units: words, marks, and the measures and set-asides among them."""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from ckt_extract.facts.lexicon import Cues, cues
from ckt_extract.language.reading import Aside, Language, Measure, TextReading, TimeReference
from ckt_extract.patterns import pattern

__all__ = ["Unit", "Units", "units_of"]

_TOKEN = pattern(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_BREAKS = frozenset(";:()–—")
_APOSTROPHES = str.maketrans("’‘", "''")


class Unit(Struct):
    """One word, mark, measure or set-aside number, with its span in the text."""

    kind: Literal["word", "mark", "measure", "aside"]
    lower: str
    start: int
    end: int
    clause: int = 0
    measure: Measure | None = None


class Units(Struct):
    """The units of one statement, and what was read in it."""

    reading: TextReading
    row: list[Unit]
    cues: Cues
    lower: str

    @property
    def text(self) -> str:
        """The statement's text."""
        return self.reading.text

    @property
    def language(self) -> Language:
        """The language it is read in."""
        return self.reading.language

    def index_at(self, offset: int) -> int:
        """Index of the last unit that starts at or before an offset of the text."""
        return max(bisect_right([u.start for u in self.row], offset) - 1, 0)

    def clause_span(self, clause: int) -> tuple[int, int]:
        """Start and end in the text of one clause."""
        inside = [u for u in self.row if u.clause == clause]
        return (inside[0].start, inside[-1].end) if inside else (0, 0)

    def words_between(self, start: int, end: int) -> list[Unit]:
        """The units that lie wholly between two offsets."""
        return [u for u in self.row if u.start >= start and u.end <= end]


def units_of(reading: TextReading) -> Units:
    """The units of a text, each with the number of its clause."""
    words = cues(reading.language)
    lower = reading.text.lower().translate(_APOSTROPHES)
    if len(lower) != len(reading.text):  # a few capitals lower to two letters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in reading.text).translate(
            _APOSTROPHES
        )
    row = _row(reading, lower)
    _number_clauses(row, words, reading.times)
    return Units(reading, row, words, lower)


def _row(reading: TextReading, lower: str) -> list[Unit]:
    taken: list[tuple[int, int, Measure | Aside | TimeReference]] = [
        *((m.start, m.end, m) for m in reading.measures),
        *((a.start, a.end, a) for a in reading.asides),
    ]
    taken.extend((t.start, t.end, t) for t in reading.times if not _covers_measure(reading, t))
    taken.sort(key=lambda item: (item[0], -item[1]))
    row: list[Unit] = []
    position = 0
    for start, end, item in [*taken, (len(lower), len(lower), None)]:
        if start < position:
            continue
        for match in _TOKEN.finditer(lower, position, start):
            word = match.group()
            kind: Literal["word", "mark"] = "word" if word[0].isalnum() else "mark"
            row.append(Unit(kind, word, match.start(), match.end()))
        if isinstance(item, Measure):
            row.append(Unit("measure", lower[start:end], start, end, measure=item))
        elif item is not None:
            row.append(Unit("aside", lower[start:end], start, end))
        position = end
    return row


def _covers_measure(reading: TextReading, time: TimeReference) -> bool:
    return any(m.start < time.end and time.start < m.end for m in reading.measures)


def _number_clauses(row: list[Unit], words: Cues, times: list[TimeReference]) -> None:
    """Clauses end at brackets, dashes, colons, and where a conjunction opens a new one."""
    clause = depth = 0
    time_starts = {t.start for t in times}
    for index, unit in enumerate(row):
        following = row[index + 1] if index + 1 < len(row) else None
        depth += (unit.lower == "(") - (unit.lower == ")")
        if unit.kind == "mark" and unit.lower in _BREAKS and not (unit.lower == ":" and depth > 0):
            clause += 1
        elif unit.lower == "," and following is not None:
            opens = following.lower in words.clause or following.lower in words.conjunction
            clause += opens or _opens_with_time(row, index + 1, time_starts)
        elif unit.kind == "word" and unit.lower in words.clause and _is_strong(unit.lower):
            clause += 1
        unit.clause = clause


_WEAK = frozenset(
    {"die", "dat", "wat", "waar", "with", "up", "down", "which", "who", "where", "when", "toen"}
)
"""These open a clause only behind a comma."""


def _is_strong(word: str) -> bool:
    return word not in _WEAK


def _opens_with_time(row: list[Unit], index: int, time_starts: set[int]) -> bool:
    """Whether the units from an index on start with a time: `, in 2018`, `, een jaar eerder`."""
    return any(unit.start in time_starts for unit in row[index : index + 3])
