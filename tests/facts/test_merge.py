"""The same fact in several places is one result."""

from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.layout.statement import Statement, StatementKind, statement_of_words
from ckt_extract.models.result import Result
from ckt_extract.reading.page import Word


def said(text: str, kind: StatementKind, page: int = 1, top: float = 0) -> Statement:
    """A statement on an imaginary page."""
    words = [
        (Word(w, 9 * i, top, 9 * i + 8, top + 9, 9, False, False, 0, top + 8), page)
        for i, w in enumerate(text.split())
    ]
    statement = statement_of_words(words, kind)
    statement.lead = "Oordeel over 57 bedrijven in 2019"
    return statement


def results_of(*statements: Statement) -> tuple[Result, ...]:
    """The results of a row of statements."""
    collector = FactCollector("nl", 2019, Catalogue.builtin())
    for statement in statements:
        collector.add(statement)
    return assemble(collector).results


def test_a_bare_value_of_a_chart_is_the_labelled_one() -> None:
    """The number inside the ring and the one in the legend are one fact with two places."""
    ring, legend = said("63%", "callout", top=50), said("63% voldoet volledig", "callout")
    for order in ((ring, legend), (legend, ring)):
        (result,) = results_of(*order)
        assert "63% voldoet volledig" == result.text
        assert len(result.also) == 1


def test_a_bare_value_that_two_labels_share_is_neither() -> None:
    """With two labels of the same value nobody knows which of them it is."""
    labels = said("63% voldoet volledig", "callout"), said("63% kent zijn leveranciers", "callout")
    assert len(results_of(*labels, said("63%", "callout", top=50))) == 3


def test_a_value_of_another_page_is_a_fact_of_its_own() -> None:
    """A bare number belongs to the chart beside it."""
    assert len(results_of(said("63% voldoet volledig", "callout"), said("63%", "callout", 2))) == 2
