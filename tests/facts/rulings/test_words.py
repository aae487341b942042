"""The word lists of rulings are whole in both languages."""

from ckt_extract.facts.ruling_lexicon import phrases_pattern, ruling_words


def test_both_languages_have_the_same_lists() -> None:
    """A rule finds its words whatever the language of the document."""
    assert ruling_words("nl").lists.keys() == ruling_words("en").lists.keys()


def test_every_list_is_a_pattern() -> None:
    """Each list compiles, holds something, and is written in lower case."""
    for language in ("nl", "en"):
        words = ruling_words(language)
        for name, phrases in words.lists.items():
            assert phrases, name
            assert [phrase.lower() for phrase in phrases] == list(phrases), name
            words.patterns[name]


def test_phrases_with_a_gap() -> None:
    """The two parts of a separable verb stand in one clause."""
    pattern = phrases_pattern(["wees ... af", "uitspra*"])
    assert pattern.search("de commissie wees de klacht af")
    assert not pattern.search("zij wees erop; de klok liep af")
    assert pattern.search("haar uitspraken")
    assert not pattern.search("de vooruitspraak")
