"""Big numbers with a label that has no noun of the lists."""

import pytest

from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.language.reading import Language
from ckt_extract.models.result import Result
from tests.facts.rulings.texts import statement


def read(text: str, language: Language = "nl", edition: int = 2020) -> tuple[Result, ...]:
    """The results of one callout."""
    collector = FactCollector(language, edition, Catalogue.builtin())
    collector.add(statement(text, "callout"))
    return assemble(collector).results


@pytest.mark.parametrize(
    ("text", "counted"), [("rond de tafel: 13", "rond de tafel"), ("Lochem: 36", "Lochem")]
)
def test_a_number_counts_what_its_label_says(text: str, counted: str) -> None:
    """A label without a known noun is the population, of the kind `other`."""
    (result,) = read(text)
    assert result.population is not None
    assert (result.population.kind, result.population.text) == ("other", counted)


def test_this_year_is_the_year_of_the_label() -> None:
    """Under a year that stands there as a label, *dit jaar* is that year."""
    assert [2018] == [r.year for r in read("2018 · nieuwe leden dit jaar: 16")]
    assert [2020] == [r.year for r in read("nieuwe leden dit jaar: 16")]


def test_a_unit_before_a_plural_is_part_of_a_noun() -> None:
    """`64 year plans` are plans; `5 years` are years."""
    kinds = [r.quantity.type for r in read("64 year plans read", "en") if r.quantity]
    assert kinds == ["count"]
