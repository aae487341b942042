"""Pages of words for tests, built by hand: every letter is half its size wide."""

from collections.abc import Iterable, Sequence

from ckt_extract.box import Box
from ckt_extract.layout.document import lay_out
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.layout.statement import Statement
from ckt_extract.reading.page import Area, LinkArea, Page, Picture, Rule, Word

WIDTH, HEIGHT = 595.0, 842.0
LETTER = 0.5
"""Width of a letter, in times the size."""
SPACE = 0.28


def line(
    text: str,
    x: float,
    baseline: float,
    size: float = 10.0,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: int = 0,
    raised: bool = False,
    ocr: bool = False,
) -> list[Word]:
    """The words of a line that starts at x."""
    words: list[Word] = []
    for part in text.split():
        x1 = x + LETTER * size * len(part)
        top = baseline - 0.75 * size
        word = Word(part, x, top, x1, top + size, size, bold, italic, colour, baseline)
        word.raised = raised
        word.ocr = ocr
        words.append(word)
        x = x1 + SPACE * size
    return words


def width(text: str, size: float = 10.0) -> float:
    """Width of a line of text."""
    words = text.split()
    return LETTER * size * sum(map(len, words)) + SPACE * size * (len(words) - 1)


def text(
    content: str,
    x: float,
    baseline: float,
    size: float = 10.0,
    *,
    room: float = 480.0,
    pitch: float = 1.3,
    bold: bool = False,
    italic: bool = False,
    colour: int = 0,
) -> list[Word]:
    """The words of a paragraph, broken over lines that are no wider than `room`."""
    words: list[Word] = []
    row: list[str] = []
    for part in content.split():
        if row and width(" ".join([*row, part]), size) > room:
            words += line(" ".join(row), x, baseline, size, bold=bold, italic=italic, colour=colour)
            baseline += pitch * size
            row = []
        row.append(part)
    return words + line(" ".join(row), x, baseline, size, bold=bold, italic=italic, colour=colour)


def page(
    *parts: Sequence[Word],
    number: int = 1,
    rules: Iterable[Rule] = (),
    areas: Iterable[Area] = (),
    pictures: Iterable[Box] = (),
    links: Iterable[LinkArea] = (),
) -> Page:
    """A page of A4 with words and shapes."""
    return Page(
        number,
        WIDTH,
        HEIGHT,
        [word for part in parts for word in part],
        list(rules),
        list(areas),
        [
            Picture(box, (box.x1 - box.x0) * (box.bottom - box.top) / (WIDTH * HEIGHT), index)
            for index, box in enumerate(pictures)
        ],
        list(links),
    )


def box(x0: float, top: float, x1: float, bottom: float, fill: int | None = 0xDDEEDD) -> Area:
    """A rectangle."""
    return Area(x0, top, x1, bottom, fill, curved=False)


def laid_out(*pages: Page) -> list[PageLayout]:
    """The layouts of pages."""
    return list(lay_out(pages))


def statements(*pages: Page) -> list[Statement]:
    """All statements of pages that are no furniture."""
    return [
        statement
        for layout in laid_out(*pages)
        for statement in layout.statements
        if statement.kind != "furniture"
    ]


def furniture(*pages: Page) -> list[tuple[str, str | None]]:
    """Text and reason of the furniture of pages."""
    return [
        (statement.text, statement.reason)
        for layout in laid_out(*pages)
        for statement in layout.statements
        if statement.kind == "furniture"
    ]


def texts(*pages: Page) -> list[str]:
    """The texts of the statements of pages, without furniture."""
    return [statement.text for statement in statements(*pages)]


def kinds(*pages: Page) -> list[tuple[str, str]]:
    """Kind and text of the statements of pages, without furniture."""
    return [(statement.kind, statement.text) for statement in statements(*pages)]


PROSE = (
    "De bedrijven bezoeken hun leveranciers vaker dan voorheen en spreken met de mensen aan de "
    "machines. Daarbij letten zij op de lengte van de werkdag en op de lucht in de hal. Wat zij "
    "zien, delen zij met de andere merken die er laten naaien."
)
"""Three sentences of running text without a number."""
