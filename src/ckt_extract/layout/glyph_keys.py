"""Legends whose swatches are written, as a square in the colour of a sector or bar."""

from collections.abc import Sequence

from ckt_extract.layout.lines import Line, line_of
from ckt_extract.layout.markers import GLYPH
from ckt_extract.reading.page import Area

__all__ = ["take_glyph_keys"]


def take_glyph_keys(
    lines: Sequence[Line], areas: Sequence[Area]
) -> tuple[list[Line], list[Line], list[Area]]:
    """Lines without the glyphs that are swatches, those glyphs, and the swatches as shapes.

    Bullets are all in one colour. Two glyphs at least have to be in two colours that something is
    drawn in, or beside a ring at one edge and each in a colour of its own.
    """
    found = [line for line in lines if len(line.words[0].text) == 1 and GLYPH.match(line.text[0])]
    if len(found) < 2:
        return list(lines), [], []
    colours = {line.words[0].colour for line in found}
    fills = {area.fill for area in areas}
    in_line = len({round(line.x0) for line in found}) == 1
    if len(colours) == len(found) and in_line and sum(area.curved for area in areas) > 1:
        fills |= colours
    keys = [line for line in found if line.words[0].colour in fills]
    if len({line.words[0].colour for line in keys}) < 2:
        return list(lines), [], []
    swatches: list[Area] = []
    glyphs: list[Line] = []
    left: list[Line] = []
    ids = {id(line) for line in keys}
    for line in lines:
        if id(line) not in ids:
            left.append(line)
            continue
        first, rest = line.words[0], line.words[1:]
        side = 0.6 * first.size
        middle = first.baseline - 0.35 * first.size
        glyphs.append(line_of([first]))
        swatches.append(
            Area(
                first.x0, middle - side / 2, first.x0 + side, middle + side / 2, first.colour, False
            )
        )
        if rest:
            left.append(line_of(rest))
    return left, glyphs, swatches
