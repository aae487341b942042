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
    """A ruled table of 100 columns and 100 rows."""
    return _page(_grid(100, 100, True))


@hostile(finds=COUNT)
def table_open() -> bytes:
    """An unruled table of 60 columns and 100 rows."""
    return _page(_grid(100, 60, False))


@hostile(finds=COUNT)
def rules_many() -> bytes:
    """5,000 rules each way around one sentence."""
    rows = "".join(f"0 {i / 2} m {_WIDE} {i / 2} l S\n" for i in range(5000))
    return _page(rows, "".join(f"{i / 2} 0 m {i / 2} {_HIGH} l S\n" for i in range(5000)))


@hostile(finds=COUNT)
def words_strewn() -> bytes:
    """20,000 words strewn over a page."""
    return _page(*(text("merk", *_spot(i), 6) for i in range(20_000)))


@hostile()
def callouts_many() -> bytes:
    """5,000 large numbers strewn over a page, each a callout."""
    return _page(*(text(f"{i}", *_spot(i), 30) for i in range(5000)))


@hostile(finds=COUNT)
def chart_crowded() -> bytes:
    """10,000 bars and sectors: a chart without end."""
    shapes = []
    for i in range(10_000):
        x, y = _spot(i)
        shapes.append(f"0.{i % 9} 0.5 0 rg {x} {y} {9 + i % 40} 9 re f\n")
        shapes.append(f"{x} {y} m {x + 9} {y} {x + 9} {y + 9} {x} {y + 9} c f\n" if i % 3 else "")
    return _page(*shapes, *(text(f"{i}%", *_spot(i), 6) for i in range(2000)))


@hostile(finds=COUNT)
def headings_many() -> bytes:
    """3,000 lines, each in a size of its own: each may be a heading."""
    return _page(
        *(text(f"{i}. Kop", 50, _HIGH - 60 - i * 0.9, 6 + i % 97 / 3) for i in range(3000))
    )


@hostile(finds=COUNT)
def columns_many() -> bytes:
    """100 columns of text."""
    lines = (
        text("tekst van", c * 40, _HIGH - 60 - r * 9, 7) for c in range(100) for r in range(100)
    )
    return _page(*lines)


@hostile()
def notes_many() -> bytes:
    """5,000 notes and 5,000 marks that refer to them."""
    marks = "".join(
        f"BT /F1 9 Tf {9 + i % 80 * 49} {_HIGH - 60 - i // 80 * 20} Td (merk) Tj "
        f"/F1 5 Tf 4 Ts ({i}) Tj ET\n"
        for i in range(5000)
    )
    return _page(
        marks, *(text(f"{i} Noot.", 9 + i % 50 * 79, 1000 - i // 50 * 9, 5) for i in range(5000))
    )


@hostile(finds=COUNT)
def text_on_text() -> bytes:
    """A text that lies 2,000 times on itself, a little shifted."""
    return _page(*(text("9 merken", 500 + i * 0.01, 500 + i * 0.01) for i in range(2000)))


@hostile(finds=COUNT)
def text_turned() -> bytes:
    """5,000 lines that are each turned another way."""
    turned = (
        f"BT /F1 6 Tf 0.{i % 9}1 0.{i % 7}3 -0.{i % 5}7 0.{i % 3}9 {_spot(i)[0]} {_spot(i)[1]} Tm "
        "(9 merken) Tj ET\n"
        for i in range(5000)
    )
    return _page(*turned)


@hostile(finds=None)
def table_over_pages() -> bytes:
    """A table of 2,000 pages would be one table; here 60 pages of 2,000 cells."""
    data = one_page(_grid(100, 20, True), media_box=_BOX)
    return data.replace(b"/Kids[3 0 R]/Count 1", b"/Kids[%s]/Count 60" % (b"3 0 R " * 60))
