"""Tables of contents: rows of a title and, at one right edge, a page number."""

from collections.abc import Sequence

from msgspec import Struct

from ckt_extract.layout.lexicon import words
from ckt_extract.layout.lines import Line
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Page

__all__ = ["contents_of"]

_LEADER = pattern(r"(?:[.·_] ?){3,}|…")
_PAGE = pattern(r"\d{1,4}\Z")
_NUMBER = pattern(r"\d{1,2}(?:\.\d{1,2})*\.?\Z")
_ALIGNED = 3.0
_UNCOUNTED = 3
"""Covers that are not counted, or not in the file."""


class _Row(Struct):
    lines: list[Line]
    page: int | None
    """The page number at its end, or None for the first line of a long title."""
    x1: float
    leader: bool


def contents_of(lines: Sequence[Line], page: Page, pages: int | None = None) -> list[list[Line]]:
    """The entries of a table of contents on a page, each as the lines of its row.

    The page numbers of an entry stand right below each other and never fall. Dots between title
    and number are proof enough, unless the document has no such pages; otherwise a title, links or
    numbered titles must confirm it.

    Args:
        lines: Lines in order of their baselines.
        page: The page they stand on.
        pages: How many pages the document has, where that is known.
    """
    rows = [_row(row) for row in _rows(lines)]
    entries: list[list[Line]] = []
    at = 0
    while at < len(rows):
        run = _run(rows, at)
        tried = max(len(run), 1)
        if not (len(run) > 1 and _confirmed(run, rows[max(at - 3, 0) : at], page, pages)):
            run = _plain(rows, at)
        if run:
            entries.extend(row.lines for row in run)
            at += len(run)
        else:
            at += tried
    return entries


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines on one baseline."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.baseline - rows[-1][0].baseline < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _row(lines: list[Line]) -> _Row:
    if len(lines) > 1:
        lines = sorted(lines, key=lambda line: line.x0)
    last = lines[-1].words[-1]
    if not last.text[-1].isdecimal():
        return _Row(lines, None, last.x1, leader=False)
    number = last.text.lstrip(".·…_ ")
    if _PAGE.match(number) is None:
        return _Row(lines, None, last.x1, leader=False)
    texts = [word.text for line in lines for word in line.words]
    leader = _LEADER.search(" ".join(texts)) is not None
    apart = len(texts) > 1 and (len(lines) > 1 or leader)
    return _Row(lines, int(number) if apart else None, last.x1, leader)


def _run(rows: Sequence[_Row], start: int) -> list[_Row]:
    """Rows from `start` on whose page numbers are aligned and never fall.

    Below dots numbers that rise and fall are values.
    """
    first = rows[start]
    if first.page is None:
        return []
    if first.leader and start and _falls(rows[start - 1], first):
        return []
    run = [first]
    low = first.page
    for row in rows[start + 1 :]:
        distance = row.lines[0].baseline - run[-1].lines[0].baseline
        if distance > 5 * row.lines[0].size:
            break
        if row.page is None:
            if run[-1].page is None or len(row.lines) > 1:
                break
        elif first.leader and _falls(run[-1], row):
            return []
        elif row.page < low or (not row.leader and abs(row.x1 - first.x1) > _ALIGNED):
            break
        else:
            low = row.page
        run.append(row)
    while run[-1].page is None:
        run.pop()
    return run


def _falls(one: _Row, other: _Row) -> bool:
    """Whether a row with dots follows another in its style, and has a smaller number."""
    return (
        one.leader
        and other.leader
        and one.page is not None
        and other.page is not None
        and other.page < one.page
        and abs(one.lines[0].size - other.lines[0].size) < 0.1
        and abs(one.lines[0].x0 - other.lines[0].x0) < _ALIGNED
    )


def _plain(rows: Sequence[_Row], start: int) -> list[_Row]:
    """The rows below a title of contents that are entries without page numbers."""
    if not start or _text(rows[start - 1]).lower() not in words("contents"):
        return []
    size = rows[start].lines[0].size
    run: list[_Row] = []
    for row in rows[start:]:
        line = row.lines[0]
        if line.size > 1.25 * size or len(_text(row)) > 100 or _text(row)[-1] in ".;:":
            break
        if run and line.baseline - run[-1].lines[0].baseline > 3.5 * size:
            break
        run.append(row)
    return run if len(run) > 3 else []


def _text(row: _Row) -> str:
    return " ".join(line.text for line in row.lines)


def _confirmed(run: Sequence[_Row], above: Sequence[_Row], page: Page, pages: int | None) -> bool:
    """Whether rows are a table of contents and not a table of ascending numbers."""
    entries = [row for row in run if row.page is not None]
    title = any(_text(row).lower() in words("contents") for row in above)
    if sum(row.leader for row in entries) * 2 > len(entries):
        exists = pages is None or (entries[-1].page or 0) <= pages + _UNCOUNTED
        return len(entries) > 1 and (title or exists)
    if len(entries) < 3 or (entries[-1].page or 0) < page.number:
        return False
    numbered = sum(1 for row in entries if _NUMBER.match(row.lines[0].words[0].text))
    numbered_below = any("." in row.lines[0].words[0].text.rstrip(".") for row in entries)
    linked = sum(
        1
        for row in entries
        if any(area.box.top < row.lines[0].baseline < area.box.bottom + 2 for area in page.links)
    )
    ruled = sum(
        1
        for row in entries
        if any(
            abs(rule.bottom - row.lines[0].baseline) < 0.4 * row.lines[0].size
            and rule.x0 > row.lines[0].x1 - 2
            and rule.x1 < row.lines[-1].x0 + 2
            for rule in page.rules
        )
    )
    most = len(entries) // 2
    return title or (numbered > most and numbered_below) or linked > most or ruled > most
