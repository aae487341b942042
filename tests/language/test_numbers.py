"""How a number is written decides its value; a misprint is read and reported."""

from decimal import Decimal

import pytest

from ckt_extract.language import read
from ckt_extract.language.numbers import other_thousands, read_digits, read_words
from ckt_extract.models.document import Language


@pytest.mark.parametrize(
    ("raw", "dutch", "english"),
    [
        ("4268", "4268", "4268"),
        ("4.268", "4268", "4.268"),
        ("4,268", "4.268", "4268"),
        ("2,5", "2.5", "2.5"),
        ("2.5", "2.5", "2.5"),
        ("1.23", "1.23", "1.23"),
        ("12.75", "12.75", "12.75"),
        ("1.234.567", "1234567", "1234567"),
        ("1,234,567", "1234567", "1234567"),
        ("4.268,50", "4268.50", "4268.50"),
        ("4,268.50", "4268.50", "4268.50"),
        ("0.125", "0.125", "0.125"),
        ("0,125", "0.125", "0.125"),
        ("3.1416", "3.1416", "3.1416"),
        ("007", "7", "7"),
    ],
)
def test_separators(raw: str, dutch: str, english: str) -> None:
    """A separator means what it does in the language, unless only the other reading is left."""
    assert (Decimal(dutch), None) == read_digits(raw, "nl")
    assert (Decimal(english), None) == read_digits(raw, "en")


@pytest.mark.parametrize("raw", ["3.2.1", "1.2345.678", "1,2,3", "1234567890123456", "9" * 4000])
def test_no_number(raw: str) -> None:
    """Digits of sections and identifiers have no value."""
    assert (None, None) == read_digits(raw, "nl")


def test_other_thousands() -> None:
    """Three decimals on a thing that is counted are thousands in the other language."""
    assert Decimal(4268) == other_thousands("4,268", "nl")
    assert Decimal(4268) == other_thousands("4.268", "en")
    assert other_thousands("4,26", "nl") is None
    assert other_thousands("0,268", "nl") is None


@pytest.mark.parametrize(
    ("text", "value", "misprint"),
    [
        ("32.0000 locaties", "32000", "32.0000 has a zero too many"),
        ("6o bedrijven", "60", "letter o for a zero"),
        ("1o5 bedrijven", "105", "letter o for a zero"),
        ("57bedrijven", "57", "no space in 57bedrijven"),
        ("63 procent procent", "63", "procent procent is written twice"),
        ("63% procent", "63", "% procent is written twice"),
        ("4,268 locaties", "4268", "4,268 has the separator of another language"),
        ("4,268 kilometers", "4.268", None),
        ("4,268", "4.268", None),
        ("in 2019.63 procent", "63", None),
        ("5.989 locaties", "5989", None),
    ],
)
def test_misprints(text: str, value: str, misprint: str | None) -> None:
    """A misprint is read as what was meant, and the measure says what is wrong."""
    (measure,) = read(text, "nl").measures
    assert (Decimal(value), misprint) == (measure.value, measure.misprint)


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("drieëntwintig", "nl", 23),
        ("tweeentwintig", "nl", 22),
        ("drieentwintig", "nl", 23),
        ("vijfendertighonderd", "nl", 3500),
        ("drieduizend vijfhonderd", "nl", 3500),
        ("vijfduizend negenhonderdnegenentachtig", "nl", 5989),
        ("twee miljoen driehonderdduizend", "nl", 2300000),
        ("one hundred and five", "en", 105),
        ("five thousand nine hundred and eighty-nine", "en", 5989),
    ],
)
def test_long_number_words(words: str, language: Language, value: int) -> None:
    """Compounds and several words make one number."""
    assert value == read_words(words, language)


@pytest.mark.parametrize("words", ["eerste", "bedrijven", "en", "twee drie", ""])
def test_no_number_words(words: str) -> None:
    """Other words have no value."""
    assert read_words(words, "nl") is None


def test_spans() -> None:
    """The measure covers bound, number and unit; the number covers only itself."""
    text = "Goed voor ruim 3,2 miljoen euro."
    (measure,) = read(text, "nl").measures
    assert "ruim 3,2 miljoen euro" == text[measure.start : measure.end]
    assert "3,2 miljoen" == text[slice(*measure.number)]


def test_decomposed_letters() -> None:
    """Letters with a combining accent, ligatures and soft hyphens read like plain ones."""
    assert Decimal(1) == read("e\u0301e\u0301n bedrijf", "nl").measures[0].value
    assert "percentage" == read("63 pro\u00adcent", "nl").measures[0].kind
    assert "reference" == read("ﬁguur 3", "nl").asides[0].reason
