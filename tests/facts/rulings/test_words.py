"""The word lists of rulings are whole in both languages."""

import subprocess
import sys

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


def test_every_word_that_starts_the_reading_is_seen_before_it_is_loaded() -> None:
    """What the cheap look passes over holds no word of the lists that start the reading."""
    from ckt_extract.facts.rulings import _ABOUT  # noqa: PLC0415 - only this test looks inside

    for language in ("nl", "en"):
        for phrase in ruling_words(language).lists["trigger.any"]:
            assert _ABOUT.search(phrase.replace("*", "")), phrase


def test_nothing_is_loaded_for_a_text_without_rulings() -> None:
    """A document that speaks of no ruling imports none of the rules and word lists."""
    code = """
import sys
from tests.facts.rulings.texts import statement
from ckt_extract.facts.rulings import RulingCollector, looks_like_ruling
for name in [n for n in sys.modules if n.startswith("ckt_extract.facts.ruling_")]:
    del sys.modules[name]
collector = RulingCollector("nl", 2020, is_ruling_document=False)
one = statement("In 2019 voldeed 63 procent van de merken.")
collector.add(one, "Factsheet")
assert not looks_like_ruling([one], None)
assert collector.rulings() == ()
print([n for n in sys.modules if n.startswith("ckt_extract.facts.ruling_")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()
