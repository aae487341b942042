"""Nothing is lost: every word of a page stands in exactly one statement."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ckt_extract.box import Box
from ckt_extract.layout.document import lay_out
from ckt_extract.reading.page import Area, LinkArea, Page, Rule, Word
from ckt_extract.reading.pdfium import open_pdfium, read_page
from tests.layout.build import line, page

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.pdf"))


def check(pages: list[Page]) -> None:
    """Check that statements hold all letters of the pages once, where the words stand.

    A word that holds the end of one sentence and the start of the next is cut in two; a hyphen at
    a line end may go.
    """
    given_letters = Counter(
        {each.number: sum(letters(word) for word in each.words) for each in pages}
    )
    found: Counter[int] = Counter()
    starts: Counter[tuple[int, float, float, str]] = Counter()
    for layout in lay_out(pages):
        for statement in layout.statements:
            for placed in statement.words:
                word = placed.word
                assert word.text == statement.text[placed.start : placed.start + len(word.text)]
                found[placed.page] += letters(word)
                starts[placed.page, word.x0, word.baseline, word.text[:1]] += 1
            assert statement.place().quote
    assert +given_letters == +found
    for each in pages:
        for word in each.words:
            key = (each.number, word.x0, word.baseline, word.text[:1])
            assert starts[key], f"page {each.number}: {word.text!r} is lost"


def letters(word: Word) -> int:
    """Number of characters that are no hyphens."""
    return sum(char not in "-‐" for char in word.text)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_words_of_the_fixtures(path: Path) -> None:
    """Every word of every fixture is in one statement."""
    document = open_pdfium(path.read_bytes())
    check([read_page(document, number) for number in range(1, document.pages + 1)])


TOKENS = st.sampled_from(
    ["bedrijven", "63%", "ruim", "5.900", "•", "1.", "2.1", "(4/9)", "€", "miljoen", "De", "en",
     "klachten-", "leveran-", "ciers", "af.In", "2020", "Figuur", "1", "→", "‘Wij", "gaan’", "%",
     "....", "3", "UITKOMST", "Pagina", "van", "–", "a)", "¹", "*"]
)  # fmt: skip
LINES = st.tuples(
    st.lists(TOKENS, min_size=1, max_size=7),
    st.integers(0, 9),
    st.integers(3, 62),
    st.sampled_from([6.0, 8.0, 10.0, 10.0, 10.0, 12.0, 16.0, 30.0]),
    st.booleans(),
    st.sampled_from(["", "", "", "", "raised", "sideways", "glued"]),
)
BOXES = st.tuples(
    st.integers(0, 10), st.integers(0, 15), st.integers(1, 10), st.integers(1, 8), st.booleans()
)


def built(
    number: int,
    rows: Iterable[tuple[list[str], int, int, float, bool, str]],
    boxes: Iterable[tuple[int, int, int, int, bool]],
) -> Page:
    """A page of generated lines and shapes."""
    words: list[Word] = []
    for tokens, column, row, size, bold, kind in rows:
        made = line(" ".join(tokens), 40 + 50 * column, 13.0 * row, size, bold=bold)
        for word in made[-1:]:
            word.raised = kind == "raised"
            word.upright = kind != "sideways"
            word.glued = kind == "glued"
        words += made
    areas: list[Area] = []
    pictures: list[Box] = []
    for at, (x, y, width, height, curved) in enumerate(boxes):
        shape = Box(50.0 * x, 52.0 * y, 50.0 * (x + width), 52.0 * (y + height))
        if at % 4 == 3:
            pictures.append(shape)
        else:
            areas.append(Area(*shape, (0xFFAA00, 0x117755, 0xEEEEEE)[at % 3], curved=curved))
    links = [LinkArea("https://a.example", Box(*area[:4])) for area in areas[:2]]
    rules = [Rule(area.x0, area.top, area.x1, area.top) for area in areas[:2]]
    return page(words, number=number, areas=areas, pictures=pictures, links=links, rules=rules)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(LINES, max_size=24), st.lists(BOXES, max_size=6)),
        min_size=1,
        max_size=3,
    )
)
def test_words_of_any_page(contents: list[tuple[list[object], list[object]]]) -> None:
    """Whatever stands on a page and wherever: nothing raises, and nothing is lost."""
    check([built(number, *content) for number, content in enumerate(contents, 1)])  # type: ignore[arg-type]
