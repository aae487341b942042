"""Words that are broken over two lines."""

import pytest

from ckt_extract.layout.hyphens import join_broken
from ckt_extract.layout.statement import join_words
from tests.layout.build import line


def joined(last: str, first: str, *, soft: bool = False, compounds: tuple[str, ...] = ()) -> str:
    """The text of two words that end and begin a line."""
    (one,), (other,) = line(last, 50, 100), line(first, 50, 113)
    one.hyphen = soft
    return join_words(list(join_broken(one, other, frozenset(compounds))))[0]


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        ("leveran-", "ciers", "leveranciers"),
        ("Kleding-", "convenant,", "Kledingconvenant,"),
        ("klachten-", "en", "klachten- en"),
        ("import-", "of", "import- of"),
        ("CKT-", "lidmaatschap", "CKT-lidmaatschap"),
        ("imvo-", "convenant", "imvo-convenant"),
        ("A4-", "formaat", "A4-formaat"),
        ("T-", "shirts", "T-shirts"),
        ("2019-", "2020", "2019-2020"),
        ("Zuid-", "India", "Zuid-India"),
        ("-", "woord", "- woord"),
    ],
)
def test_hyphen_at_a_line_end(last: str, first: str, expected: str) -> None:
    """A hyphen that only breaks the word goes, one that belongs to it stays."""
    assert expected == joined(last, first)


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        ("leveran", "ciers", "leveranciers"),
        ("klachten", "en", "klachten- en"),
        ("CKT", "lidmaatschap", "CKT-lidmaatschap"),
    ],
)
def test_hyphen_that_the_reader_took_away(last: str, first: str, expected: str) -> None:
    """A hyphen that the reader took for a soft one comes back where it belongs to the word."""
    assert expected == joined(last, first, soft=True)


def test_compound_seen_elsewhere_keeps_its_hyphen() -> None:
    """A word that stands with its hyphen in the middle of another line keeps it."""
    assert "e-learning" == joined("e-", "learning")
    assert "merk-app" == joined("merk-", "app", compounds=("merk-app",))
    assert "merkapp" == joined("merk-", "app")
