"""Countries by name."""

import pytest

from ckt_extract.facts.dimensions import country_code
from ckt_extract.models.document import Language
from tests.facts.countries import FILE, lists


def test_the_names_of_countries_are_those_of_babel() -> None:
    """The file in the package is what babel says, but for what a newer babel may name anew."""
    ours, theirs = (set(text.splitlines()) for text in (FILE.read_text("utf-8"), lists()))
    assert len(ours ^ theirs) <= 0.05 * len(theirs)


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Turkije", "nl", "TR"),
        ("BANGLADESH", "nl", "BD"),
        ("Germany", "nl", "DE"),
        ("Duitsland", "en", "DE"),
        ("Burma", "en", "MM"),
        ("Zuid-Korea", "nl", "KR"),
        ("Textiel", "nl", None),
        ("", "nl", None),
    ],
)
def test_a_country_is_known_by_its_names(name: str, language: Language, code: str | None) -> None:
    """Dutch and English names in a text of either language, and the common ones beside them."""
    assert code == country_code(name, language)
