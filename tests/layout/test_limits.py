"""Pages with far more on them than a page holds are done in a reasonable time."""

import time
from collections.abc import Callable, Iterator
from random import Random

import pytest

from ckt_extract.box import Box
from ckt_extract.layout.document import lay_out
from ckt_extract.reading.page import Area, LinkArea, Page, Word

COUNT = 3000


def words(kind: str) -> Iterator[Word]:
    """Words that stand in the way of each other."""
    random = Random(1)  # noqa: S311 - any fixed order will do
    for at in range(COUNT):
        x, baseline, size = {
            "scattered": (random.uniform(0, 580), random.uniform(5, 840), float(at % 30 + 4)),
            "one row": (random.uniform(0, 5000), 400.0, 8.0),
            "one column": (50.0, 1 + at * 0.05, 10.0),
            "numbers": (at % 40 * 14.0, 5 + at // 40 * 12.0, 30.0 if at % 2 else 10.0),
            "marks": (at % 100 * 6.0, 5 + at // 100 * 8.0, 6.0),
            "capitals": (at % 100 * 6.0, 5 + at // 100 * 8.0, float(at % 40 + 4)),
        }[kind]
        text = "63%" if kind == "numbers" else random.choice(["A", "12", "woord", "•", "2020"])
        word = Word(text, x, baseline - size, x + len(text) * size / 2, baseline, size, False,
                    False, 0, baseline)  # fmt: skip
        word.raised = kind == "marks" and at % 2 == 0
        yield word


def shapes() -> list[Area]:
    """Shapes of many sizes over each other."""
    random = Random(2)  # noqa: S311 - any fixed order will do
    found: list[Area] = []
    for at in range(1000):
        x, y = random.uniform(0, 500), random.uniform(0, 800)
        width, height = (4, 8, 60, 200)[at % 4], (4, 30, 100)[at % 3]
        found.append(Area(x, y, x + width, y + height, (0xFF0000, 0xEEEEEE)[at % 2], at % 5 == 0))
    return found


@pytest.mark.parametrize(
    "kind", ["scattered", "one row", "one column", "numbers", "marks", "capitals"]
)
def test_crowded_page(kind: str) -> None:
    """Three thousand words and a thousand shapes and links take seconds at most."""
    areas = shapes()
    links = [LinkArea("https://a.example", Box(*area[:4])) for area in areas]
    page = Page(1, 595, 842, list(words(kind)), [], areas, [], links)
    start = time.process_time()
    (layout,) = lay_out([page])
    assert COUNT == sum(len(each.words) for each in layout.statements)
    assert 6.0 > time.process_time() - start


def _word(content: str, x: float, baseline: float, size: float = 6.0) -> Word:
    top = baseline - 0.75 * size
    return Word(content, x, top, x + len(content) * size / 2, top + size, size, False, False, 0,
                baseline)  # fmt: skip


def scattered_numbers() -> Page:
    """Numbers here and there, some of them below each other."""
    words = [
        _word(str(at % 977), at * 7919 % 3950, at * 104729 % 2900 + 50) for at in range(12_000)
    ]
    return Page(1, 4000, 3000, words)


def small_tables() -> Page:
    """A thousand captioned tables of three rows."""
    words: list[Word] = []
    for at in range(1000):
        x, y = at % 40 * 95.0, 50 + at // 40 * 60.0
        words += [_word("Tabel", x, y), _word(f"{at}:", x + 22, y)]
        for row in range(3):
            words += [_word("naam", x, y + 10 + 10 * row), _word("12", x + 60, y + 10 + 10 * row)]
    return Page(1, 4000, 3000, words)


def cells_with_backgrounds() -> Page:
    """A table of 80 columns and rows, each cell with a background or a frame."""
    areas: list[Area] = []
    words: list[Word] = []
    for at in range(6400):
        x, y = at % 80 * 50.0, 45 + at // 80 * 36.0
        areas.append(Area(x, y, x + 50, y + 36, 0xEEEEEE if at % 2 else None, curved=False))
        words.append(_word(str(at), x + 2, y + 20))
    return Page(1, 4000, 3000, words, [], areas)


def many_marks() -> Page:
    """Five thousand words, each with a footnote mark."""
    words: list[Word] = []
    for at in range(5000):
        x, y = at % 70 * 55.0, 50 + at // 70 * 40.0
        mark = _word("1", x + 15, y - 3, 4.0)
        mark.raised = mark.glued = True
        words += [_word("woord", x, y), mark]
    return Page(1, 4000, 3000, words)


@pytest.mark.parametrize(
    "make", [scattered_numbers, small_tables, cells_with_backgrounds, many_marks]
)
def test_crowded_with_tables(make: Callable[[], Page]) -> None:
    """What looks like many tables takes seconds at most, and no word is lost."""
    page = make()
    start = time.process_time()
    (layout,) = lay_out([page])
    assert len(page.words) == sum(len(each.words) for each in layout.statements)
    assert 6.0 > time.process_time() - start
