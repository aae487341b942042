"""Where the own grid is in doubt, and what another engine's columns make of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ckt_extract.box import Box
from ckt_extract.layout.grid import grid_of
from ckt_extract.layout.table_pieces import is_value, lines_of
from ckt_extract.layout.table_types import Grid, Region
from ckt_extract.reading.page import Word

__all__ = ["Opinion", "doubts_of", "opinions_of", "settled"]


class Opinion(Struct, frozen=True):
    """Where another engine sees a table, and its columns."""

    engine: str
    box: Box
    xs: tuple[float, ...]


def opinions_of(answer: object) -> list[Opinion]:
    """The opinions in the answer of the reading job `tables`; none when it failed."""
    if not isinstance(answer, Sequence):
        return []
    return [_opinion(table) for table in answer if len(table["xs"]) > 2]


def _opinion(table: Mapping[str, Any]) -> Opinion:
    return Opinion(table["engine"], Box(*table["box"]), tuple(table["xs"]))


def doubts_of(grid: Grid, heads: int) -> tuple[str, ...]:
    """Why the columns of a grid may be wrong.

    `two_numbers`: a cell of the body holds two numbers beside each other, so that two columns
    may have been taken for one. Of the signs that were tried it is the only one that another
    engine ever resolved (docs/tables.md).
    """
    for row in range(heads, len(grid.slots)):
        for slot in grid.slots[row]:
            for line in lines_of(slot.pieces) if slot else ():
                text = " ".join(piece.text for piece in line)
                words = text.split()
                if len(words) > 1 and not is_value(text) and all(map(is_value, words)):
                    return ("two_numbers",)
    return ()


def settled(
    region: Region, heads: int, words: list[Word], opinions: Sequence[Opinion]
) -> tuple[Grid, str] | None:
    """The grid by another engine's columns that leaves no doubt, and the engine.

    Rows, cells, notes and places stay the own ones; only the columns are taken over.
    """
    height = region.bottom - region.top
    for opinion in opinions:
        box = opinion.box
        if min(box.bottom, region.bottom) - max(box.top, region.top) < 0.5 * height:
            continue
        inner = [x for x in opinion.xs[1:-1] if region.left < x < region.right]
        again = replace(region, pieces=list(region.pieces))
        grid = grid_of(again, words, [region.left, *inner, region.right]) if inner else None
        if grid is not None and not doubts_of(grid, heads):
            return grid, opinion.engine
    return None
