"""Whole documents: pages that pass one by one."""

import tracemalloc
from collections.abc import Iterator

from msgspec.structs import replace

from ckt_extract.layout.document import lay_out
from ckt_extract.reading.page import Page
from tests.layout.build import PROSE, kinds, laid_out, line, page, statements, text, texts


def test_sentence_over_a_page_break() -> None:
    """A sentence that goes on on the next page is one statement, with its words on both pages."""
    one = page(
        line("Verslag", 50, 40, 8),
        text("Onderaan de ene bladzijde begint een zin die", 50, 750),
        line("1", 290, 815, 8),
    )
    two = page(
        line("Verslag", 50, 40, 8),
        text("boven aan de andere eindigt. Daar staat er nog een.", 50, 120),
        line("2", 290, 815, 8),
        number=2,
    )
    first = statements(one, two)[0]
    assert "Onderaan de ene bladzijde begint een zin die boven aan de andere eindigt." == first.text
    assert {1, 2} == {word.page for word in first.words}
    assert 1 == first.place().page
    assert "Onderaan de ene bladzijde begint een zin die" == first.place().quote


def test_word_broken_over_a_page() -> None:
    """A word that the page break cuts is joined."""
    one = page(text("De merken spraken met hun leveran-", 50, 760))
    two = page(text("ciers over de prijs.", 50, 80), number=2)
    assert ["De merken spraken met hun leveranciers over de prijs."] == texts(one, two)


def test_finished_paragraph_does_not_go_on() -> None:
    """After a full stop the next page begins a paragraph of its own."""
    one, two = page(text(PROSE, 50, 700)), page(text(PROSE, 50, 80), number=2)
    assert 2 == len({each.block for each in statements(one, two)})


def test_list_goes_on_on_the_next_page() -> None:
    """Bullets on the next page belong to the same list and keep its lead."""
    one = page(
        line("De uitkomst:", 50, 740),
        line("• 44 bedrijven voldoen volledig;", 50, 760),
        line("• 4 bedrijven voldoen bijna;", 50, 775),
    )
    two = page(line("• 7 bedrijven voldoen niet.", 50, 80), number=2)
    bullets = [each for each in statements(one, two) if each.kind == "bullet"]
    assert ["De uitkomst:"] * 3 == [each.lead for each in bullets]


def test_block_and_section_numbers_run_through() -> None:
    """Block numbers never fall, and sections are counted over the whole document."""
    pages = [
        page(line(f"Deel {'ABC'[at]} van het verslag", 50, 120, 18), text(PROSE, 50, 150),
             number=at + 1)
        for at in range(3)
    ]  # fmt: skip
    found = statements(*pages)
    assert sorted(each.block for each in found) == [each.block for each in found]
    assert [0, 1, 2] == [h.index for layout in laid_out(*pages) for h in layout.headings]


def test_empty_pages_and_no_pages() -> None:
    """A page without words has no statements, a document without pages no layouts."""
    assert [] == laid_out()
    assert [[], []] == [each.statements for each in laid_out(page(), page(number=2))]


def test_pages_are_given_as_they_come() -> None:
    """The first page comes out when no more than a few pages were read."""
    read: list[int] = []

    def pages() -> Iterator[Page]:
        for number in range(1, 101):
            read.append(number)
            yield page(text(PROSE, 50, 120), number=number)

    next(lay_out(pages()))
    assert 9 >= len(read)


def test_memory_does_not_grow_with_the_pages() -> None:
    """A hundred and fifty pages take hardly more memory than fifty."""
    sample = page(line("Kop van dit deel", 50, 90, 16), text(PROSE * 5, 50, 130))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in lay_out(replace(sample, number=number) for number in range(1, count + 1)):
            pass
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(10)
    assert 1.2 * peak(50) > peak(150)


def test_same_pages_give_the_same_layouts() -> None:
    """Laying out twice gives the same, and leaves the pages as they were."""
    pages = [
        page(line("Deel", 50, 80, 18), text("Klachten- en ge-", 50, 110),
             text("schillen, 41 landen. Klaar.In 2020 meer.", 50, 123))
    ]  # fmt: skip
    before = [repr(each) for each in pages]
    assert laid_out(*pages) == laid_out(*pages)
    assert before == [repr(each) for each in pages]


def test_caption_and_rest_of_a_sentence_around_a_page_break() -> None:
    """A heading on the next page does not stop the list of kinds: each keeps its own."""
    one = page(text(PROSE, 50, 700))
    two = page(line("Lonen", 50, 90, 16), text(PROSE, 50, 120), number=2)
    assert ["sentence"] * 3 + ["heading"] + ["sentence"] * 3 == [
        kind for kind, _ in kinds(one, two)
    ]
