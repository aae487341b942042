"""The language of a text."""

import pytest

from ckt_extract.language import detect_language, is_readable
from ckt_extract.models.document import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De bedrijven hebben hun plan van aanpak in 2020 op tijd ingediend.", "nl"),
        ("The companies submitted their plans of action on time in 2020.", "en"),
        ("Feiten en cijfers over het jaar 2019", "nl"),
        ("Facts and figures for the year 2019", "en"),
        ("Klachten en geschillen", "nl"),
        ("63% 57 4.268", "nl"),
        ("", "nl"),
    ],
)
def test_language(text: str, expected: Language) -> None:
    """Frequent words tell the language; a text without any is taken as Dutch."""
    assert expected == detect_language(text)


def test_quotations_do_not_turn_it() -> None:
    """An English name or title in a Dutch text leaves it Dutch."""
    text = "De stichting 'The Fair Wear of the Future' heeft het rapport aan de minister gegeven."
    assert "nl" == detect_language(text)


def test_a_page_in_another_language_or_code_is_told() -> None:
    """Running text without the words that any Dutch or English text has is not understood."""
    dutch = (
        "De bedrijven hebben in dit jaar met de vakbonden over het loon van de arbeiders gepraat. "
    )
    coded = dutch.translate(
        str.maketrans("abcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyza")
    )
    assert is_readable(dutch * 20)
    assert not is_readable(coded * 20)
    assert is_readable("Bangladesh 12 Turkije 40 " * 20)  # a short list of names
