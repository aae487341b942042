"""The facts room takes any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.language.reading import Language
from ckt_extract.models.result import Result
from tests.accuracy.scoring import Case, statements_of

WORDS = st.sampled_from(
    [
        "63", "procent", "%", "van", "de", "57", "bedrijven", "merken", "(", ")", ",", ".", "in",
        "2019", "2020", "toen", "vorig", "jaar", "geen", "klachten", "alle", "zijn", "opgelost",
        "naar", "80", "doel", "is", "ten", "minste", "helft", "vier", "op", "vijf", "bijna", "en",
        "niet", "volledig", "tegen", "procentpunt", "meer", "dan", ":", "–", "€", "3,2", "miljoen",
    ]
)  # fmt: skip


def results_of(text: str, language: Language = "nl") -> tuple[Result, ...]:
    """The results of one statement."""
    case = Case("x", language, 2020, "sentence", (text,), ())
    collector = FactCollector(language, 2020, Catalogue.builtin())
    for statement in statements_of(case):
        if statement.words:
            collector.add(statement)
    return assemble(collector).results


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=40))
def test_any_row_of_words_is_read(words: list[str]) -> None:
    """No order of numbers, nouns and cue words raises; what comes out has a place and a number."""
    for result in results_of(" ".join(words)):
        assert result.place.quote
        if result.quantity is not None:
            assert result.quantity.text
            assert result.previous is None or result.previous.role == "previous"


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Arbitrary Unicode does not raise."""
    results_of(text)


@pytest.mark.parametrize(
    "piece",
    ["63 procent van de bedrijven, ", "van de ", "(5 bedrijven) ", "toen 8 procent en ", "alle "],
)
def test_long_statements_take_linear_time(piece: str) -> None:
    """Four times the text takes no more than about four times as long."""
    times = []
    for count in (400, 1600):
        start = time.thread_time()  # of this thread, whatever else the machine does
        results_of(piece * count)
        times.append(time.thread_time() - start)
    assert times[1] < 12 * max(times[0], 0.01)


def test_no_piece_is_begun_after_the_deadline() -> None:
    """A statement as long as a page does not hold up the document when the time is over."""
    collector = FactCollector("nl", 2020, Catalogue.builtin())
    text = "In 2019 voldeed 63 procent van de 57 bedrijven."
    (statement,) = statements_of(Case("x", "nl", 2020, "sentence", (text,), ()))
    collector.add(statement, deadline=0)
    assert not collector.drafts
    collector.add(statement)
    assert collector.drafts
