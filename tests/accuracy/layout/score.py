"""How much of the tables and callouts of the layouts is read right.

A row is whole when every cell reads as printed. A raised footnote mark is no part of a cell, an
empty cell is an empty string, and a line over the full width that names a group of rows is a row
with words in its first cell only. A callout is right when its value is found on its page, in a
statement that holds the words of its label and no words of another callout.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import ckt_extract
from ckt_extract import Report, Result, Table

__all__ = ["FOLDER", "Score", "documents", "expected_of", "report_of", "score_of"]

FOLDER = Path(__file__).resolve().parent

Label = dict[str, Any]
Words = Counter[str]


@dataclass(slots=True)
class Score:
    """Counts of one document, or of several added up, and a line for all that is not right."""

    rows: int = 0
    rows_expected: int = 0
    headers: int = 0
    captions: int = 0
    tables_expected: int = 0
    false_tables: int = 0
    callouts: int = 0
    callouts_expected: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the counts and failures of another document."""
        self.rows += other.rows
        self.rows_expected += other.rows_expected
        self.headers += other.headers
        self.captions += other.captions
        self.tables_expected += other.tables_expected
        self.false_tables += other.false_tables
        self.callouts += other.callouts
        self.callouts_expected += other.callouts_expected
        self.failures.extend(other.failures)

    def line(self) -> str:
        """The counts in one line."""
        parts = [f"false tables {self.false_tables}"]
        if self.tables_expected:
            parts.insert(0, f"rows {self.rows} / {self.rows_expected}")
            parts.append(f"headers {self.headers} / {self.tables_expected}")
            parts.append(f"captions {self.captions} / {self.tables_expected}")
        if self.callouts_expected:
            parts.insert(0, f"callouts {self.callouts} / {self.callouts_expected}")
        return " · ".join(parts)


def documents(kind: str = "") -> list[Path]:
    """The PDFs whose folder starts with `kind` (`factsheet`, `annex`), or all."""
    return sorted(FOLDER.glob(f"{kind}*/*.pdf"))


def expected_of(pdf: Path) -> Label:
    """What a careful reader finds in a document."""
    found: Label = json.loads((pdf.parent / "expected.json").read_text(encoding="utf-8"))
    return found


@cache
def report_of(pdf: Path) -> Report:
    """The report of a document, read once."""
    return ckt_extract.extract(pdf)


def score_of(report: Report, expected: Label) -> Score:
    """Hold the tables and the callouts of a report against what is expected."""
    score = Score()
    _score_tables(report, expected.get("tables", []), score)
    _score_callouts(report, expected.get("callouts", []), score)
    return score


def _plain(text: str) -> str:
    """A text with single spaces and straight quotes."""
    return " ".join(text.replace("’", "'").split())


def _row(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in cells)


# Tables


def _score_tables(report: Report, labels: list[Label], score: Score) -> None:
    free = list(report.tables)
    for label, table in _pairs(labels, free):
        name = f"table {label['caption']!r}"
        wanted = Counter(_row(row) for row in label["rows"])
        found = Counter(_row(row) for row in table.rows) if table else Counter[tuple[str, ...]]()
        header = _row(table.header) if table else ()
        caption = _plain(table.caption or "") if table else ""
        score.tables_expected += 1
        score.rows_expected += wanted.total()
        score.rows += (wanted & found).total()
        score.headers += header == _row(label["header"])
        score.captions += _plain(label["caption"]).casefold() in caption.casefold()
        if table is None:
            score.failures.append(f"- no {name}")
            continue
        free.remove(table)
        score.failures.extend(f"- {name} lacks {row}" for row in (wanted - found).elements())
        score.failures.extend(f"+ {name} has {row}" for row in (found - wanted).elements())
        if header != _row(label["header"]):
            score.failures.append(f"~ {name} has header {header}")
        if _plain(label["caption"]).casefold() not in caption.casefold():
            score.failures.append(f"~ {name} has caption {table.caption!r}")
    _score_others(report, labels, free, score)


def _pairs(labels: list[Label], tables: list[Table]) -> list[tuple[Label, Table | None]]:
    """Each expected table with the reported one that has most of its rows, then of its words."""
    ranked = sorted(
        (
            (_whole_rows(label, table), shared, -i, -j)
            for i, label in enumerate(labels)
            for j, table in enumerate(tables)
            if set(label["pages"]) & set(table.pages)
            and (shared := (_label_words(label) & _table_words(table)).total())
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for _, _, i, j in ranked:
        if -i not in chosen and -j not in chosen.values():
            chosen[-i] = -j
    return [(label, tables[chosen[i]] if i in chosen else None) for i, label in enumerate(labels)]


def _whole_rows(label: Label, table: Table) -> int:
    wanted = Counter(_row(row) for row in label["rows"])
    return (wanted & Counter(_row(row) for row in table.rows)).total()


def _score_others(report: Report, labels: list[Label], free: list[Table], score: Score) -> None:
    """A table is false unless most of its words are words of a table that were not read yet."""
    for table in free:
        here = [label for label in labels if set(label["pages"]) & set(table.pages)]
        unread = sum((_label_words(label) for label in here), Words())
        for other in report.tables:
            if other not in free and set(other.pages) & set(table.pages):
                unread -= _table_words(other)
        words = _table_words(table)
        part = f"{table.header} on pages {table.pages} begins with {table.rows[:1]}"
        if 2 * (words & unread).total() < words.total() or not words:
            score.false_tables += 1
            score.failures.append(f"+ false table {part}")
        else:
            score.failures.append(f"~ torn-off part of a table: {part}")


def _label_words(label: Label) -> Words:
    # The header may stand on each page of the table.
    headers = list(label["header"]) * len(label["pages"])
    return _words([*headers, *(cell for row in label["rows"] for cell in row)])


def _table_words(table: Table) -> Words:
    return _words([*table.header, *(cell for row in table.rows for cell in row)])


def _words(cells: Iterable[str]) -> Words:
    return Counter(word for cell in cells for word in _plain(cell).replace(" / ", " ").split())


# Callouts


def _score_callouts(report: Report, labels: list[Label], score: Score) -> None:
    for label in labels:
        score.callouts_expected += 1
        reasons = [_wrong(result, label, labels) for result in _with_value(report, label)]
        if "" in reasons:
            score.callouts += 1
        else:
            words = " … ".join(_words_of(label))
            reason = min(reasons, key=len, default="value not found")
            score.failures.append(
                f"- page {label['page']}: {label['type']} {label['value']} {words!r}: {reason}"
            )


def _with_value(report: Report, label: Label) -> Iterator[Result]:
    """Results on the page of a callout that have its type and value."""
    wanted = (label["type"], label["value"], label.get("upper"))
    for result in report.results:
        pages = {place.page for place in (result.place, *result.also)}
        if label["page"] in pages and wanted == _value(result):
            yield result


def _value(result: Result) -> tuple[str, str, str | None] | None:
    quantity = result.quantity
    if quantity is None:
        return None
    if quantity.type == "ratio":
        return quantity.type, f"{quantity.numerator}/{quantity.denominator}", None
    upper = None if quantity.upper is None else f"{quantity.upper.normalize():f}"
    return quantity.type, f"{quantity.value.normalize():f}", upper


def _wrong(result: Result, label: Label, labels: list[Label]) -> str:
    """Why a result is not that of a callout; empty when it is."""
    text = _plain(result.text).casefold()
    if not any(_holds(text, words) for words in _names(result, label, labels)):
        return f"label is {result.text!r}"
    own = " ".join(_words_of(label)).casefold()
    for other in labels:
        if other["page"] != result.place.page or other.get("total") or _same(other, label):
            continue
        if _holds(text, _words_of(other)) and not _holds(own, _words_of(other)):
            return f"words of another callout in {result.text!r}"
    if label.get("year", result.year) != result.year:
        return f"year is {result.year} in {result.text!r}"
    bound = result.quantity.bound if result.quantity else None
    if label.get("bound", bound) != bound:
        return f"bound is {bound} in {result.text!r}"
    return ""


def _names(result: Result, label: Label, labels: list[Label]) -> list[list[str]]:
    """The words a callout may bear: its own, or those of an equal fact that it was merged with."""
    if label["page"] not in {place.page for place in result.also}:
        return [_words_of(label)]
    return [_words_of(other) for other in labels if _same(other, label)]


def _same(one: Label, other: Label) -> bool:
    """Two callouts with one value, which may be two places of one fact."""
    keys = ("type", "value", "upper")
    return all(one.get(key) == other.get(key) for key in keys)


def _words_of(label: Label) -> list[str]:
    words = label["label_has"]
    return [_plain(part) for part in ([words] if isinstance(words, str) else words)]


def _holds(text: str, words: list[str]) -> bool:
    return all(part.casefold() in text for part in words)
