"""Whatever stands on a page, finding tables neither fails nor loses a word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ckt_extract.layout.tables import cell_statements, find_tables, join_tables, to_record
from ckt_extract.reading.page import Area, Page, Rule, Word
from tests.layout.build import line

TEXTS = st.sampled_from(
    ["12", "1.234", "2019", "-", "n.v.t.", "Land", "China en Hongkong", "63%", "Totaal", "Tabel 3:",
     "*", "1", "€ 12", "(10)", "a) noot", "bijna niet"]
)  # fmt: skip
SIZES = st.sampled_from([6.0, 9.0, 9.0, 9.0, 30.0])
PLACES = st.integers(0, 30).map(lambda n: 40.0 + 17 * n)


@st.composite
def words(draw: st.DrawFn) -> list[Word]:
    """Words on a coarse grid, some raised, large, small or bold."""
    placed: list[Word] = []
    for _ in range(draw(st.integers(0, 60))):
        placed += line(
            draw(TEXTS), draw(PLACES), draw(PLACES), draw(SIZES),
            bold=draw(st.booleans()), raised=draw(st.integers(0, 20)) == 0,
        )  # fmt: skip
    return placed


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A page of words, rules and backgrounds."""
    rules = [
        Rule(x, y, x + across, y + 0.5) if draw(st.booleans()) else Rule(x, y, x + 0.5, y + across)
        for x, y, across in draw(
            st.lists(st.tuples(PLACES, PLACES, st.sampled_from([17.0, 170.0, 400.0])), max_size=25)
        )
    ]
    areas = [
        Area(x, y, x + 170, y + 17, fill, curved=False)
        for x, y, fill in draw(
            st.lists(st.tuples(PLACES, PLACES, st.sampled_from([None, 0xEEEEEE])), max_size=6)
        )
    ]
    return Page(1, 595, 842, draw(words()), rules, areas)


@settings(max_examples=150, deadline=None)
@given(pages(), pages())
def test_no_page_fails_and_no_word_is_said_twice(first: Page, second: Page) -> None:
    """Tables have whole rows, and each of their words is in one statement."""
    second.number = 2
    before = find_tables(first, body_size=9)
    after = find_tables(second, body_size=9, previous=before[-1] if before else None)
    if before and after:
        joined = join_tables(before[-1], after[0])
        after = [joined, *after[1:]] if joined else after
        before = before[:-1] if joined else before
    taken: set[tuple[int, int]] = set()
    for table in before + after:
        model = to_record(table)
        assert {table.columns} == {len(row) for row in (model.header, *model.rows)}
        statements = cell_statements(table, 1)
        stars = sum(p.word.glued for s in statements for p in s.words)
        own = {(page, at) for page, used in table.used.items() for at in used}
        assert len(own) == sum(len(s.words) for s in statements) - stars
        assert not own & taken
        taken |= own
