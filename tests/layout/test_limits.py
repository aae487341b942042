"""Pages with far more on them than a page holds are done in a reasonable time."""

import time
from collections.abc import Iterator
from random import Random

import pytest

from ckt_extract.layout import lay_out
from ckt_extract.reading.page import Area, Box, LinkArea, Page, Word

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
