"""Words become lines: runs of words on one baseline, in one size, without a wide gap."""

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.layout.markers import is_marker
from ckt_extract.layout.rows import close_gaps
from ckt_extract.reading.page import Word

__all__ = ["Line", "line_of", "lines_of", "text_of", "without_first"]

GAP = 1.0
"""A gap wider than this many times the size ends a line; it may be the gutter of two columns."""
SPACE = 0.6
"""Pieces that the stream gives apart are of one line when the gap is no wider than this."""
_MOST_MARKS = 300
"""A page with more raised words is no text with footnotes."""
SIZE_STEP = 1.3
"""Words whose sizes differ by more than this factor stand on different lines (a callout)."""


class Line(Struct):
    """Words on one baseline from left to right, with the style of most of its characters."""

    words: list[Word]
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    colour: int
    marks: list[Word] = field(default_factory=list)
    """Footnote marks taken out of `words`."""
    split: int = 0
    """Number of words of the label, when the line is a label and its value in one row."""
    dot: float | None = None
    """Left edge of a bullet that is drawn in front of it, not written."""

    @property
    def text(self) -> str:
        """The words with single spaces, hyphens at the end left out."""
        return text_of(self.words)


def text_of(words: Iterable[Word]) -> str:
    """The text of words as they stand on one line."""
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def line_of(words: list[Word]) -> Line:
    """A line of words that are in order from left to right."""
    first = words[0]
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    size, bold, italic, colour = first.size, first.bold, first.italic, first.colour
    baseline = first.baseline
    mixed = False
    for word in words:
        top = min(top, word.top)
        bottom = max(bottom, word.bottom)
        x1 = max(x1, word.x1)
        if (
            word.size != size
            or word.bold is not bold
            or word.colour != colour
            or word.italic is not italic
        ):
            mixed = True
    if mixed:
        size, bold, italic, colour, baseline = _majority(words)
    return Line(words, x0, top, x1, bottom, baseline, size, bold, italic, colour)


def without_first(line: Line) -> Line:
    """A line without its first word: a bullet, a number, the mark of a note."""
    rest = line_of(line.words[1:])
    rest.marks = line.marks
    return rest


def _majority(words: list[Word]) -> tuple[float, bool, bool, int, float]:
    """Size, weight, slant, colour and baseline of most characters."""
    sizes: dict[float, int] = {}
    colours: dict[int, int] = {}
    bold = italic = total = 0
    for word in words:
        length = len(word.text)
        total += length
        sizes[word.size] = sizes.get(word.size, 0) + length
        colours[word.colour] = colours.get(word.colour, 0) + length
        bold += length if word.bold else 0
        italic += length if word.italic else 0
    size = max(sizes, key=lambda key: (sizes[key], key))
    colour = max(colours, key=lambda key: (colours[key], -key))
    baseline = next(word.baseline for word in words if word.size == size)
    return size, 2 * bold > total, 2 * italic > total, colour, baseline


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Lines from top to bottom, each from left to right.

    The order of the content stream is taken where it runs from left to right; pieces of a line
    that the stream gives apart (a shuffled stream) are put together by their places.
    """
    runs = _runs(words)
    runs.sort(key=lambda run: (run[-1 if run[0].raised else 0].baseline, run[0].x0))
    rows: list[list[list[Word]]] = []
    small: list[list[Word]] = []
    base = height = 0.0
    for run in runs:
        word = run[-1] if run[0].raised else run[0]
        if word.raised:
            small.append(run)
            continue
        if rows and word.baseline - base <= 0.25 * min(height, word.size):
            rows[-1].append(run)
        else:
            rows.append([run])
            base, height = word.baseline, word.size
    for index, row in enumerate(rows):
        if len(row) > 1:
            row.sort(key=lambda run: run[0].x0)
            rows[index] = _merge(row)
    close_gaps(rows)
    lines = [line_of(run) for row in rows for run in row]
    return _attach(lines, small)


def _runs(words: Iterable[Word]) -> list[list[Word]]:
    """Words that follow each other in the stream and on the page."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    x1 = baseline = size = 0.0
    for word in words:
        if (
            run
            and word.baseline == baseline
            and word.size == size
            and -0.3 * size < word.x0 - x1 <= GAP * size
            and not word.raised
        ):  # the usual case, without the calls
            run.append(word)
            x1 = word.x1
            continue
        if run and _follows(word, x1, baseline, size):
            run.append(word)
            x1 = word.x1
            if word.raised:
                continue
        elif run and run[0].raised and len(run) == 1 and _follows_mark(word, run[0]):
            run.append(word)
            x1 = word.x1
        else:
            run = [word]
            runs.append(run)
            x1 = word.x1
        baseline, size = word.baseline, word.size
    return runs


def _follows_mark(word: Word, mark: Word) -> bool:
    """Whether a word follows the raised mark of a footnote in front of it."""
    gap = word.x0 - mark.x1
    return -0.2 * word.size < gap < 1.5 * word.size and (
        0 < word.baseline - mark.baseline < 0.8 * word.size
    )


def _follows(word: Word, x1: float, baseline: float, size: float) -> bool:
    """Whether a word continues a line that ends at x1."""
    gap = word.x0 - x1
    if word.raised:
        return -0.3 * size < gap < 0.3 * size and baseline - size < word.baseline <= baseline
    height = size if size < word.size else word.size
    return (
        -0.3 * height < gap <= GAP * height
        and abs(word.baseline - baseline) <= 0.2 * height
        and (size <= SIZE_STEP * word.size and word.size <= SIZE_STEP * size)
    )


def _merge(row: list[list[Word]]) -> list[list[Word]]:
    """Runs of one row, joined where one continues the other."""
    merged = [row[0]]
    for run in row[1:]:
        last = merged[-1][-1]
        gap = run[0].x0 - last.x1
        if (gap <= SPACE * last.size and _follows(run[0], last.x1, last.baseline, last.size)) or (
            len(merged[-1]) == 1
            and gap < 4 * last.size
            and last.size < 1.5 * run[0].size  # a large 1.2 is a number
            and is_marker(last.text)
        ):
            first = run[0]
            if gap < 0.08 * last.size and not first.glued:
                first = replace(first, glued=True)  # the stream has them apart, the page not
            merged[-1] = [*merged[-1], first, *run[1:]]
        else:
            merged.append(run)
    return merged


def _attach(lines: list[Line], small: list[list[Word]]) -> list[Line]:
    """Put raised words that the stream gives apart behind the word they stick to."""
    if not small:
        return lines
    if len(small) > _MOST_MARKS:
        return sorted([*lines, *map(line_of, small)], key=lambda line: (line.baseline, line.x0))
    bases = [line.baseline for line in lines]
    alone: list[Line] = []
    for run in small:
        start = bisect_left(bases, run[0].baseline)
        for at in range(start, len(lines)):
            line = lines[at]
            if line.baseline - run[0].baseline > 4 * run[0].size:
                alone.append(line_of(run))
                break
            place = _place_in(line, run[0])
            if place is not None:
                lines[at] = line_of(line.words[:place] + run + line.words[place:])
                break
        else:
            alone.append(line_of(run))
    lines.extend(alone)
    lines.sort(key=lambda line: (line.baseline, line.x0))
    return lines


def _place_in(line: Line, word: Word) -> int | None:
    """Index behind the word of a line whose right end a raised word touches."""
    if line.baseline - word.baseline > line.size:
        return None
    for index, other in enumerate(line.words):
        if abs(word.x0 - other.x1) < 0.3 * other.size:
            return index + 1
    return None
