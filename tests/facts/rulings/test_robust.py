"""No text breaks the reading of rulings, or makes it slow."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from ckt_extract.facts.rulings import RulingCollector, looks_like_ruling
from tests.facts.rulings.texts import statement

WORDS = [
    "de", "klacht", "geschil", "uitspraak", "commissie", "van", "tegen", "Arisa", "C&A", "B.V.",
    "Stichting", "(hierna:", "X)", "gegrond", "niet", "deels", "twee", "en", ",", ";", ":", "op",
    "7", "januari", "2021", "ingediend", "verzoeker", "aanbevelingen", "voorzitter", "M.", "'",
    "Zoom", "tussentijdse", "definitieve", "is", "heeft", "gedaan", "verplichtingen", "nakomen",
    "/", "—",
]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_order_of_words_raises(sentences: list[list[str]]) -> None:
    """Any words in any order give rulings or none, as mentions and as a document."""
    flow = [statement(" ".join(words), block=i) for i, words in enumerate(sentences)]
    for is_document in (False, True):
        collector = RulingCollector("nl", 2020, is_document)
        for each in flow:
            collector.add(each, "Klachten en geschillen")
        for ruling in collector.rulings():
            assert ruling.place.quote
    looks_like_ruling(flow, None)


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_string_raises(text: str) -> None:
    """Any characters behind a word of rulings are read without an error."""
    collector = RulingCollector("en", None, is_ruling_document=False)
    collector.add(statement(f"The complaint {text}"), "Complaints")
    collector.rulings()


def test_long_texts_take_no_longer_than_their_length() -> None:
    """Sentences that repeat the words of rulings, 300,000 letters of them, stay within seconds."""
    units = (
        "klacht van Arisa tegen C&A ",
        "Aa Bb Cc klacht ",
        "wijst klacht, ",
        "A. B. C. klacht ",
    )
    collector = RulingCollector("nl", 2020, is_ruling_document=False)
    begin = time.perf_counter()
    for unit in units:
        collector.add(statement((unit * 5000)[:75_000]), "Klachten")
        collector.add(statement((unit * 100)[:1400], block=2), "Klachten")
    collector.rulings()
    assert time.perf_counter() - begin < 10
