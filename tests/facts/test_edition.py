"""What a document is: its reporting year and kind."""

import pytest

from ckt_extract.facts.edition import edition_of
from ckt_extract.layout.statement import Statement, StatementKind, statement_of_words
from ckt_extract.reading.page import Word


def said(text: str, kind: StatementKind) -> Statement:
    """A statement on an imaginary page."""
    words = [
        (Word(w, 9 * i, 0, 9 * i + 8, 9, 9, False, False, 0, 8), 1)
        for i, w in enumerate(text.split())
    ]
    return statement_of_words(words, kind)


@pytest.mark.parametrize(
    ("title", "pages", "texts", "kind", "year"),
    [
        ("Jaarrapportage 2020", 40, [], "annual_report", 2020),
        (None, 40, [("Annual report 2018", "heading")], "annual_report", 2018),
        (None, 2, [("Feiten & cijfers 2019", "heading")], "factsheet", 2019),
        ("Jaarverslag 2019", 2, [("Factsheet over 2019", "heading")], "factsheet", 2019),
        ("Jaarverslag 2019", 40, [("Factsheet over 2019", "heading")], "annual_report", 2019),
        (None, 12, [("Bijlage bij de jaarrapportage 2020", "heading")], "other", 2020),
        (None, 3, [("Een brief aan de minister.", "sentence")], "other", None),
        ("Jaarrapportage 2019-2020", 40, [], "annual_report", 2020),
    ],
)
def test_the_edition_is_read_from_titles(
    title: str | None,
    pages: int,
    texts: list[tuple[str, StatementKind]],
    kind: str,
    year: int | None,
) -> None:
    """Title and headings say the kind and the year; a span counts for its last year."""
    edition = edition_of([said(*text) for text in texts], title, pages, "nl")
    assert (kind, year) == (edition.kind, edition.year)


def test_the_header_of_a_former_edition_is_outvoted() -> None:
    """One page that kept the running head of the year before does not change the year."""
    heads = [said("Jaarrapportage 2020 | Juni 2021", "furniture") for _ in range(4)]
    left = said("Jaarrapportage 2019 | Juni 2020", "furniture")
    assert edition_of([*heads, left], None, 30, "nl").year == 2020


def test_the_month_of_publication_is_no_reporting_year() -> None:
    """`Juni 2021` beside the report over 2020 says when it was published."""
    said_twice = [said("Juni 2021", "heading"), said("Juni 2021", "furniture")]
    title = said("Jaarverslag over 2020", "heading")
    assert edition_of([*said_twice, title], None, 9, "nl").year == 2020
