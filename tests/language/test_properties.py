"""What holds for any number and for any text at all."""

import re
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]  # it has no annotations

from ckt_extract.language import read
from ckt_extract.models.document import Language

_LANGUAGES = st.sampled_from(["nl", "en"])
_FRAMES: dict[Language, str] = {"nl": "Er zijn {} stuks gemeld.", "en": "There are {} items."}
_SHARES: dict[Language, str] = {"nl": "Dat is {} procent.", "en": "That is {} percent."}
_WORDS: dict[Language, str] = {
    "nl": """de het bedrijven merken ruim bijna meer dan van tot tussen naar op en of met geweest
        slechts achter twijfel eenheid vierkant niet zijn hoofdstuk convenant € hooguit""",
    "en": """the companies brands more than nearly of to between from on and or with been only a
        height often weight tends someone chapter agreement € at most""",
}
_PIECES = """0 1 2 3 12 57 100 2019 '19 4.268 4,268 3.2.1 1e6 ½ ² % %-punt procent percent jaar year
    euro € $ miljoen million mei May januari van from naar to tot tussen between en and of op in de
    the een a één one helft half kwart derde third geen no ruim over hoofdstuk chapter tel. Postbus
    uur am versie ISO ( ) [ ] - – / . , : ; + − ' # @ www. http:// AA bedrijven companies eerder
    drie five komma point"""
_SOUP = st.lists(
    st.tuples(st.sampled_from(_PIECES.split()), st.sampled_from(["", " ", " ", " ", "\n"]))
).map(lambda parts: "".join(part for pair in parts for part in pair))


def _only_value(text: str, language: Language) -> Decimal:
    (measure,) = read(text, language).measures
    return measure.value


@settings(deadline=None)
@given(st.integers(0, 10**9), _LANGUAGES, st.sampled_from(["group", "none", "space", "no-break"]))
def test_whole_numbers_in_digits(number: int, language: Language, style: str) -> None:
    """A whole number written by the rules of a language is read back."""
    separator = {"group": ".", "none": "", "space": " ", "no-break": "\u202f"}[style]
    if language == "en" and style == "group":
        separator = ","
    written = f"{number:,}".replace(",", separator)
    assert number == _only_value(_FRAMES[language].format(written), language)


@settings(deadline=None)
@given(
    whole=st.integers(0, 10**6),
    places=st.integers(1, 4),
    part=st.integers(0, 9999),
    language=_LANGUAGES,
    grouped=st.booleans(),
)
def test_decimals_in_digits(
    whole: int, places: int, part: int, language: Language, *, grouped: bool
) -> None:
    """A number with decimals written by the rules of a language is read back."""
    decimals = f"{part:04}"[:places]
    value = Decimal(f"{whole}.{decimals}")
    written = f"{whole:,}.{decimals}" if grouped else f"{whole}.{decimals}"
    if language == "nl":
        written = written.translate(str.maketrans(".,", ",."))
    assert value == _only_value(_SHARES[language].format(written), language)


@settings(deadline=None)
@given(st.integers(0, 999_999), _LANGUAGES)
def test_numbers_in_words(number: int, language: Language) -> None:
    """A number in words, as another library writes it, is read back."""
    words = num2words(number, lang=language).replace(",", "")
    assert number == _only_value(_FRAMES[language].format(words), language)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("number", [*range(101), 110, 111, 200, 999, 1000, 1001, 2019, 5989])
def test_small_numbers_in_words(number: int, language: Language) -> None:
    """All the frequent number words are read back, with a capital too."""
    words = num2words(number, lang=language).replace(",", "")
    assert number == _only_value(f"{words.capitalize()} bedrijven / companies", language)


@settings(deadline=None)
@given(st.data(), _LANGUAGES)
def test_no_number_no_measure(data: st.DataObject, language: Language) -> None:
    """Text without digits and number words never yields a quantity."""
    words = data.draw(st.lists(st.sampled_from(_WORDS[language].split()), max_size=30))
    assert [] == read(" ".join(words), language).measures


@given(st.one_of(st.text(), _SOUP), _LANGUAGES)
@settings(max_examples=400, deadline=None)
def test_any_text(text: str, language: Language) -> None:
    """Any string is read without an error, and every digit is in one measure or one aside."""
    reading = read(text, language)
    spans = [m.number for m in reading.measures] + [(a.start, a.end) for a in reading.asides]
    for match in re.finditer(r"\d", text):
        at = match.start()
        covering = [span for span in spans if span[0] <= at < span[1]]
        assert 1 == len(covering), f"{text!r} at {at}: {covering}"
    for measure in reading.measures:
        assert 0 <= measure.start <= measure.number[0] < measure.number[1] <= len(text)
        assert measure.number[0] < measure.end <= len(text)
    assert reading.measures == sorted(reading.measures, key=lambda measure: measure.start)


@pytest.mark.parametrize(
    "piece",
    [
        "1", "1.", "1,", "1 ", "100 ", "1-", "1/", "1:", "+3 ", "01 ", "1e", "6o", "½", "²",
        ".", " ", "(", "- ", "een ", "twee ", "drieën", "one hundred and ", "van de ",
        "1 van de ", "van 1 ", "tussen 1 en ", "van 63 naar 80 procent ", "1 en ", "1, ",
        "deel 1, ", "1 mei ", "2019 ", "2019-", "'", "a@", "www.", "://", "e\u0301", "\u00ad",
        "meer dan ", "een half ", "% ",
    ],
)  # fmt: skip
def test_linear_time(piece: str) -> None:
    """Four times the text takes about four times as long, never sixteen."""
    text = piece * (12_000 // len(piece))
    language: Language = "en" if "one" in piece else "nl"
    short = min(_seconds(text[: len(text) // 4], language) for _ in range(3))
    long = min(_seconds(text, language) for _ in range(2))
    assert long < 10 * short + 0.05


def _seconds(text: str, language: Language) -> float:
    start = process_time()
    read(text, language)
    return process_time() - start
