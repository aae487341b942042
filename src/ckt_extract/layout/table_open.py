"""Tables without edges: columns of numbers, or a head whose columns go on below it."""

from bisect import bisect_left
from itertools import pairwise
from statistics import median

from msgspec import Struct

from ckt_extract.layout.shelf import Shelf
from ckt_extract.layout.table_pieces import CAPTION, Piece, is_value, lines_of
from ckt_extract.layout.table_types import Region, region_of

__all__ = ["open_regions"]

_HEAD_WORDS = 4
_HEAD = 3.0
"""The head of a column of numbers may be wider than they are: a few words, at most so many times
their size above the first."""
_ALIGNED = 2.0
"""Right edges, left edges or middles of the numbers of a column differ by less than this."""
_NEXT = 8.0
"""The next number of a column follows within this many times the size (wrapped rows)."""
_CAPTION = 3.5
"""A head follows its caption within this many times the size."""
_REACH = 40.0
"""Head rows and a wrapped last row stand within this many times the size."""
_MOST = 80
"""A page with more places where numbers stand below each other is a drawing."""
_WORDY = 6
"""Columns with more words a line than this are running text beside the table."""


class _Chain(Struct):
    """Numbers below each other, with the alignments that all of them share."""

    pieces: list[Piece]
    ways: frozenset[int]

    @property
    def top(self) -> float:
        """Height of the first number."""
        return self.pieces[0].baseline

    @property
    def bottom(self) -> float:
        """Height of the last number."""
        return self.pieces[-1].baseline

    def takes(self, piece: Piece) -> frozenset[int]:
        last = self.pieces[-1]
        if not 0 < piece.baseline - last.baseline <= _NEXT * piece.size:
            return frozenset()
        if abs(piece.size - last.size) > 0.6:
            return frozenset()
        own, above = _places(piece), _places(last)
        return frozenset(w for w in self.ways if abs(own[w] - above[w]) <= _ALIGNED)


def open_regions(pieces: list[Piece]) -> list[Region]:
    """Regions of tables that no edge marks."""
    regions: list[Region] = []
    shelf = Shelf(pieces, lambda piece: piece.baseline)
    groups = _groups(_chains(pieces))
    for chains in groups if len(groups) <= _MOST else []:
        region = _around(chains, shelf)
        if region:
            for side in _sides(region, shelf):
                regions.extend(_parts(side))
    taken = {id(p) for region in regions for p in region.pieces}
    rest = [p for p in pieces if id(p) not in taken]
    regions.extend(_headed(rest))
    return regions


def _chains(pieces: list[Piece]) -> list[_Chain]:
    """Columns of at least three numbers."""
    chains: list[_Chain] = []
    ends: dict[tuple[int, int], set[int]] = {}  # chains by where their last number stands
    for piece in pieces:
        if not is_value(piece.text):
            continue
        places = [(way, int(x // _ALIGNED)) for way, x in enumerate(_places(piece))]
        near = {at for way, x in places for by in (-1, 0, 1) for at in ends.get((way, x + by), ())}
        for at in sorted(near, reverse=True):
            chain = chains[at]
            ways = chain.takes(piece)
            if ways:
                for way, x in enumerate(_places(chain.pieces[-1])):
                    ends[way, int(x // _ALIGNED)].discard(at)
                chain.pieces.append(piece)
                chain.ways = ways
                break
        else:
            at = len(chains)
            chains.append(_Chain([piece], frozenset((0, 1, 2))))
        for place in places:
            ends.setdefault(place, set()).add(at)
    return [chain for chain in chains if len(chain.pieces) >= 3]


def _places(piece: Piece) -> tuple[float, float, float]:
    """Where the right edge, the left edge and the middle of a number stand."""
    return piece.x1, piece.x0, piece.middle


def _groups(chains: list[_Chain]) -> list[list[_Chain]]:
    """Chains whose numbers stand on the same lines."""
    groups: list[list[_Chain]] = []
    near: list[tuple[list[_Chain], float]] = []  # those that reach down to the next chain
    for chain in chains:
        near = [(group, low) for group, low in near if low >= chain.top - chain.pieces[0].size]
        for at, (group, low) in enumerate(near):
            if any(_beside(chain, other) for other in group):
                group.append(chain)
                near[at] = (group, max(low, chain.bottom))
                break
        else:
            groups.append([chain])
            near.append((groups[-1], chain.bottom))
    return groups


def _beside(one: _Chain, other: _Chain) -> bool:
    """Whether at least half of the shorter chain's numbers stand beside one of the other's."""
    short, long = sorted((one.pieces, other.pieces), key=len)
    heights = [p.baseline for p in long]
    shared = 0
    for p in short:
        at = bisect_left(heights, p.baseline - 0.25 * p.size)
        shared += at < len(heights) and heights[at] <= p.baseline + 0.25 * p.size
    return 2 * shared >= len(short)


def _around(chains: list[_Chain], shelf: Shelf[Piece]) -> Region | None:
    """The region of a group of chains: with its row heads, head rows and wrapped lines."""
    core = [p for chain in chains for p in chain.pieces]
    heights = sorted({round(p.baseline, 1) for p in core})
    size = median(p.size for p in core)
    top, bottom = heights[0] - 0.3 * size, heights[-1] + 0.3 * size
    x0, x1 = min(p.x0 for p in core), max(p.x1 for p in core)
    body = shelf.between(heights[0] - 1, heights[-1] + 1)
    beside = shelf.between(top - 9 * size, bottom + 9 * size)
    pieces = shelf.between(top - _REACH * size, bottom + _REACH * size)
    for a, b, own in reversed(_columns([p for p in body if p.x1 <= x0 + 1])):
        if _joins(a, b, own, heights, beside):
            x0 = a
        elif _wordy(own):
            break
    for a, b, own in _columns([p for p in body if p.x0 >= x1 - 1]):
        if _joins(a, b, own, heights, beside):
            x1 = b
        elif _wordy(own):
            break
    captions = [
        p.baseline for p in pieces if CAPTION.match(p.text) and p.x0 < x1 and p.x1 > x0 - size
    ]
    above = max((y for y in captions if y < top), default=float("-inf"))
    below = min((y for y in captions if y > bottom), default=float("inf"))
    inside = [
        p
        for p in pieces
        if x0 - 3 <= p.x0 <= x1 and above < p.baseline < below
        if p.x1 <= x1 + 40 or _heads(p, chains)
    ]
    pitch = median(b - a for a, b in pairwise(heights)) if len(heights) > 1 else 2 * size
    top = _upwards(inside, top, size, pitch, core)
    bottom = _downwards(inside, bottom, size, core)
    own = [p for p in inside if top <= p.baseline <= bottom]
    return region_of(own) if own else None


def _heads(piece: Piece, chains: list[_Chain]) -> bool:
    """Whether a few words stand over a column of numbers and start where that does."""
    return len(piece.words) <= _HEAD_WORDS and any(
        0 < chain.top - piece.baseline < _HEAD * piece.size
        and abs(piece.x0 - min(p.x0 for p in chain.pieces)) <= _ALIGNED
        for chain in chains
    )


def _columns(pieces: list[Piece]) -> list[tuple[float, float, list[Piece]]]:
    """Pieces put together where they overlap sideways."""
    columns: list[tuple[float, float, list[Piece]]] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        if columns and piece.x0 < columns[-1][1]:
            a, b, own = columns[-1]
            own.append(piece)
            columns[-1] = (a, max(b, piece.x1), own)
        else:
            columns.append((piece.x0, piece.x1, [piece]))
    return columns


def _joins(a: float, b: float, column: list[Piece], rows: list[float], pieces: list[Piece]) -> bool:
    """Whether a column beside the numbers belongs to them: on most rows, and no running text.

    Running text has several words a line, most lines are as long as the column, and they follow
    each other at one distance, while rows of a table stand apart.
    """
    heights = sorted(p.baseline for p in pieces if a <= p.middle <= b)
    on_rows = sum(_has_cell(y, heights, column[0].size) for y in rows)
    if 3 * on_rows < len(rows):
        return False
    steps = [low - high for high, low in pairwise(rows)]
    if on_rows == len(rows) and max(steps) > 1.5 * min(steps):
        return True  # rows of different height, and this column is why
    lines = lines_of([p for p in pieces if a <= p.middle <= b])
    inside = [line for line in lines if rows[0] - 1 <= line[0].baseline <= rows[-1] + 1]
    words = [sum(len(p.words) for p in line) for line in inside]
    long = sum(line[-1].x1 - line[0].x0 >= 0.8 * (b - a) for line in inside)
    if len(inside) < 3 or long < 0.6 * len(inside) or median(words) < 4:
        return True
    heights = [line[0].baseline for line in lines]
    least = min(low - high for high, low in pairwise(line[0].baseline for line in inside))
    up = [low - high for high, low in pairwise(heights) if high < rows[0] - 1]
    down = [low - high for high, low in pairwise(heights) if low > rows[-1] + 1]
    if max(_run(up[::-1], least), _run(down, least)) > 3:  # it goes on above or below
        return False
    starts = [
        low - high > 1.06 * least
        for high, low in pairwise(heights)
        if rows[0] + 1 < low and any(abs(low - y) < 1 for y in rows)
    ]
    one_each = on_rows == len(rows) == len(inside)
    return one_each or (sum(starts) >= 0.6 * len(starts) and len(inside) > len(rows))


def _has_cell(row: float, heights: list[float], size: float) -> bool:
    """Whether a column has a line on a row, or lines that lie evenly around it."""
    near = [y - row for y in heights if abs(y - row) <= 2.5 * size]
    return any(abs(y + other) <= 0.24 * size for y in near for other in near if y <= other)


def _wordy(column: list[Piece]) -> bool:
    """Whether pieces are lines of running text."""
    return median(len(p.words) for p in column) >= 4


def _run(pitches: list[float], leading: float) -> int:
    """How many lines follow at the leading before a wider gap."""
    count = 0
    for pitch in pitches:
        if pitch > 1.1 * leading:
            break
        count += 1
    return count


def _upwards(
    pieces: list[Piece], top: float, size: float, pitch: float, core: list[Piece]
) -> float:
    """Height of the first head row.

    Lines without a word above the numbers (a wrapped name, the name of a group of rows) belong
    to the table when they stand close, or when a head row stands above them.
    """
    left = min(p.x0 for p in core)
    reached = top
    for line in reversed(lines_of([p for p in pieces if p.baseline < top])):
        gap = reached - line[0].baseline
        heads = [p for p in line if p.x1 > left - 1]
        if (
            gap > max(1.8 * pitch, 2.4 * size)
            or abs(line[0].size - size) > 0.15 * size
            or CAPTION.match(line[0].text)
            or any(len(p.words) > _WORDY for p in heads)
            or (len(heads) == 1 and line[0].x0 < left - 1 and line[0].x1 > left + size)
        ):
            break
        reached = line[0].baseline - 0.3 * size
        if heads or gap <= 1.2 * size:
            top = reached
    return top


def _downwards(pieces: list[Piece], bottom: float, size: float, core: list[Piece]) -> float:
    """Height of the last line of the last row, which may run over several lines."""
    left = min(p.x0 for p in core)
    names = [p for p in pieces if p.x1 < left and p.baseline <= bottom]
    for line in lines_of([p for p in pieces if p.baseline > bottom]):
        first = line[0]
        above = [p for p in names if abs(p.x0 - first.x0) < 1]
        if (
            first.baseline - bottom > 1.2 * size
            or abs(first.size - size) > 0.15 * size
            or any(p.x1 > left for p in line)
            or not above
            or not (first.text[:1].islower() or _did_not_fit(first, above))
        ):
            break
        names += line
        bottom = first.baseline + 0.3 * size
    return bottom


def _did_not_fit(piece: Piece, above: list[Piece]) -> bool:
    """Whether the first word of a line has no room behind the line above it."""
    reach = max(p.x1 for p in above)
    word = (piece.x1 - piece.x0) * len(piece.text.split()[0]) / len(piece.text)
    return piece.x1 <= reach + 1 and above[-1].x1 + word + 0.25 * piece.size > reach


def _sides(region: Region, shelf: Shelf[Piece]) -> list[Region]:
    """The region, cut where captions stand beside each other above or below it: two tables."""
    size = region.pieces[0].size
    starts = _starts(region, shelf.between(region.top - 5 * size, region.top + 2 * size))
    if len(starts) < 2:
        low = shelf.between(region.bottom - 5 * size, region.bottom + 5 * size)
        columns = {round(p.x0) for p in region.pieces}
        starts = _starts(region, low)
        if not all({round(x) - 1, round(x), round(x) + 1} & columns for x in starts):
            starts = []
    starts = [x - 2 for x in starts[1:] if x > starts[0] + 2 * size]
    sides = []
    for a, b in pairwise([region.x0 - 3, *starts, region.x1 + 3]):
        own = [p for p in region.pieces if a <= p.x0 < b]
        if len(own) > 3:
            sides.append(region_of(own))
    return sides


def _starts(region: Region, pieces: list[Piece]) -> list[float]:
    """Where captions start that stand beside each other and not above each other."""
    captions = sorted(
        (p for p in pieces if p.x0 < region.x1 and CAPTION.match(p.text)), key=lambda p: p.x0
    )
    if any(right.x0 < left.x1 for left, right in pairwise(captions)):
        return []
    return [p.x0 for p in captions]


def _parts(region: Region) -> list[Region]:
    """The region, cut at captions and at running text that crosses it."""
    width = region.x1 - region.x0
    parts: list[list[Piece]] = [[]]
    for line in lines_of(region.pieces):
        if any(CAPTION.match(p.text) for p in line) or (
            any(len(p.words) > _WORDY and p.x1 - p.x0 > 0.6 * width for p in line)
            and not any(is_value(p.text) for p in line)
        ):
            parts.append([])
        else:
            parts[-1].extend(line)
    return [region_of(own) for own in parts if len(own) > 3]


def _headed(pieces: list[Piece]) -> list[Region]:
    """Regions below a head of at least three bold words, or of two below a caption."""
    regions: list[Region] = []
    lines = lines_of(pieces)
    done = -1
    for at, line in enumerate(lines):
        if at <= done:
            continue
        captioned = at > 0 and any(
            CAPTION.match(p.text) and line[0].baseline - p.baseline <= _CAPTION * p.size
            for p in lines[at - 1]
        )
        heads = line if captioned else [p for p in line if p.bold]
        if len(heads) < (2 if captioned else 3):
            continue
        own, last, rows = list(heads), heads[0], 0
        for after in range(at + 1, len(lines)):
            if lines[after][0].baseline - last.baseline > 5 * last.size:
                break
            below = [p for p in lines[after] if _below(p, heads)]
            if not below:
                continue
            if (
                below[0].baseline - last.baseline > 4.5 * last.size
                or abs(below[0].size - last.size) > 0.6
                or not all(any(_aligned(p, head) for head in heads) for p in below)
                or any(CAPTION.match(p.text) for p in below)
                or any(p.x0 < head.x0 - 3 and p.x1 > head.x0 for p in below for head in heads)
            ):
                break
            own += below
            rows += len(below) > 1
            last, done = below[0], after
        if rows >= (1 if captioned else 3):
            regions.append(region_of(own))
    return regions


def _below(piece: Piece, heads: list[Piece]) -> bool:
    """Whether a piece stands below the heads, and not in a text beside the table."""
    right = heads[-1]
    return piece.x0 >= heads[0].x0 - 3 and (
        piece.x0 <= right.x1 + right.size or _aligned(piece, right)
    )


def _aligned(piece: Piece, head: Piece) -> bool:
    """Whether a piece starts, ends or is centred below a head."""
    return (
        abs(piece.x0 - head.x0) <= _ALIGNED
        or abs(piece.x1 - head.x1) <= _ALIGNED
        or abs(piece.middle - head.middle) <= _ALIGNED
    )
