"""Pages within the limits, crowded with what layout has to put in order: cells, labels, lines."""

from tests.hostile.damaged import COUNT, SENTENCE
from tests.hostile.rawpdf import one_page, text
from tests.hostile.registry import hostile

__all__: list[str] = []

_WIDE, _HIGH = 4000, 3000
_BOX = f"/MediaBox[0 0 {_WIDE} {_HIGH}]"


def _page(*parts: str) -> bytes:
    return one_page(text(SENTENCE, 50, _HIGH - 20) + "".join(parts), media_box=_BOX)


def _spot(number: int) -> tuple[int, int]:
    """A place that looks random and is always the same."""
    return number * 7919 % (_WIDE - 50), number * 104729 % (_HIGH - 100)


def _grid(rows: int, columns: int, lines: bool) -> str:
    """A table that fills the page."""
    high, wide = (_HIGH - 100) / rows, _WIDE / columns
    cells = [
        text(str(row * columns + column), column * wide + 2, row * high + 2, min(high, wide) * 0.4)
        for row in range(rows)
        for column in range(columns)
    ]
    if lines:
        cells += [f"0 {i * high} m {_WIDE} {i * high} l S\n" for i in range(rows + 1)]
        cells += [f"{i * wide} 0 m {i * wide} {_HIGH - 100} l S\n" for i in range(columns + 1)]
    return "".join(cells)


@hostile(finds=COUNT)
def table_ruled() -> bytes:
    """A ruled table of 40 columns and 50 rows."""
    return _page(_grid(50, 40, True))


@hostile(finds=COUNT)
def table_open() -> bytes:
    """An unruled table of 40 columns and 40 rows."""
    return _page(_grid(40, 40, False))


@hostile(finds=COUNT)
def rules_many() -> bytes:
    """2,000 rules each way around one sentence."""
    rows = "".join(f"0 {i / 2} m {_WIDE} {i / 2} l S\n" for i in range(2000))
    return _page(rows, "".join(f"{i / 2} 0 m {i / 2} {_HIGH} l S\n" for i in range(2000)))


@hostile(finds=COUNT)
def words_strewn() -> bytes:
    """8,000 words strewn over a page."""
    return _page(*(text("merk", *_spot(i), 6) for i in range(8_000)))


@hostile()
def callouts_many() -> bytes:
    """1,500 large numbers strewn over a page, each a callout."""
    return _page(*(text(f"{i}", *_spot(i), 30) for i in range(1500)))


@hostile(finds=COUNT)
def chart_crowded() -> bytes:
    """4,000 bars and sectors: a chart without end."""
    shapes = []
    for i in range(4000):
        x, y = _spot(i)
        shapes.append(f"0.{i % 9} 0.5 0 rg {x} {y} {9 + i % 40} 9 re f\n")
        shapes.append(f"{x} {y} m {x + 9} {y} {x + 9} {y + 9} {x} {y + 9} c f\n" if i % 3 else "")
    return _page(*shapes, *(text(f"{i}%", *_spot(i), 6) for i in range(800)))


@hostile(finds=COUNT)
def headings_many() -> bytes:
    """1,000 lines, each in a size of its own: each may be a heading."""
    return _page(
        *(text(f"{i}. Kop", 50, _HIGH - 60 - i * 2.7, 6 + i % 97 / 3) for i in range(1000))
    )


@hostile(finds=COUNT)
def columns_many() -> bytes:
    """50 columns of text."""
    lines = (text("tekst van", c * 80, _HIGH - 60 - r * 9, 7) for c in range(50) for r in range(60))
    return _page(*lines)


@hostile()
def notes_many() -> bytes:
    """1,200 notes and 1,200 marks that refer to them."""
    marks = "".join(
        f"BT /F1 9 Tf {9 + i % 80 * 49} {_HIGH - 60 - i // 80 * 20} Td (merk) Tj "
        f"/F1 5 Tf 4 Ts ({i}) Tj ET\n"
        for i in range(1200)
    )
    return _page(
        marks, *(text(f"{i} Noot.", 9 + i % 50 * 79, 1000 - i // 50 * 9, 5) for i in range(1200))
    )


@hostile(finds=COUNT)
def text_on_text() -> bytes:
    """A text that lies 2,000 times on itself, a little shifted."""
    return _page(*(text("9 merken", 500 + i * 0.01, 500 + i * 0.01) for i in range(2000)))


@hostile(finds=COUNT)
def text_turned() -> bytes:
    """1,500 lines that are each turned another way."""
    turned = (
        f"BT /F1 6 Tf 0.{i % 9}1 0.{i % 7}3 -0.{i % 5}7 0.{i % 3}9 {_spot(i)[0]} {_spot(i)[1]} Tm "
        "(9 merken) Tj ET\n"
        for i in range(1500)
    )
    return _page(*turned)


@hostile()
def table_over_pages() -> bytes:
    """A table of 400 cells that goes on over 8 pages: one table, one statement a cell."""
    return one_page(_grid(20, 20, True), media_box=_BOX).replace(
        b"/Kids[3 0 R]/Count 1", b"/Kids[%s]/Count 8" % (b"3 0 R " * 8)
    )
