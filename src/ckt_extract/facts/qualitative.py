"""Which sentences without a number report something that was done or has changed."""

import re
from functools import cache

from ckt_extract.facts.lexicon import kind_of_noun, toml_of_room, words_pattern
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import Language

__all__ = ["is_claim"]

_PARTICIPLES = {
    "nl": re.compile(
        r"(?:(?:af|aan|op|uit|in|om|over|toe|mee|bij|door|na|vast|voor|weg|terug|samen|plaats|deel|"
        r"open|bekend|bijeen|goed|los|neer|onder|tegen)?ge|be|ver|her|ont|er)\w{2,}(?:d|t|en)"
    ),
    "en": re.compile(
        r"\w{3,}ed|made|given|taken|held|met|found|become|begun|grown|risen|fallen|set|sent|"
        r"brought|built|done|led|put|seen|shown|won|written"
    ),
}


@cache
def _table(language: Language) -> dict[str, re.Pattern[str]]:
    table = toml_of_room("qualitative.toml")[language]
    if not isinstance(table, dict):
        return {}
    return {name: words_pattern(words) for name, words in table.items()}


def is_claim(units: Units) -> bool:
    """Whether a sentence reports a result in words.

    It has a subject of the agreement (parties, companies, the committee, locations, …) and says
    that something was done (has been evaluated) or has changed (grew); it does not speak of the
    report itself, of the reader, of rules or of plans.
    """
    table = _table(units.language)
    words = [u.lower for u in units.row if u.kind == "word"]
    if table["not"].search(units.lower) or units.lower.endswith("?"):
        return False
    if table["change"].search(units.lower) and _has_subject(units, words):
        return True
    return _is_perfect(units, words) and _has_subject(units, words)


def _has_subject(units: Units, words: list[str]) -> bool:
    if _table(units.language)["subject"].search(units.lower):
        return True
    return any(kind_of_noun(word, units.language) for word in words)


def _is_perfect(units: Units, words: list[str]) -> bool:
    """Whether a form of to have or to be goes with a participle."""
    if not units.cues.auxiliary.intersection(words):
        return False
    pattern = _PARTICIPLES[units.language]
    return any(pattern.fullmatch(w) and w not in units.cues.verb for w in words)
