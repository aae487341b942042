"""Which sentences without a number report something that was done or has changed."""

from functools import cache

from ckt_extract.facts.lexicon import kind_of_noun, toml_of_room
from ckt_extract.facts.participles import is_participle
from ckt_extract.facts.units import Units
from ckt_extract.facts.words import Words
from ckt_extract.language.reading import Language

__all__ = ["is_claim"]


@cache
def _table(language: Language) -> dict[str, Words]:
    table = toml_of_room("qualitative.toml")[language]
    if not isinstance(table, dict):
        return {}
    return {name: Words(words) for name, words in table.items()}


def is_claim(units: Units) -> bool:
    """Whether a sentence reports a result in words.

    It has a subject of the agreement (parties, companies, the committee, locations, …) and says
    that something was done (has been evaluated) or has changed (grew); it does not speak of the
    report itself, of the reader, of rules or of plans.
    """
    table = _table(units.language)
    words = [u.lower for u in units.row if u.kind == "word"]
    asks = table["opens_not"].match(units.lower) or units.lower.endswith("?")
    if asks or table["not"].search(units.lower):
        return False
    told = table["change"].search(units.lower) or table["past"].search(units.lower)
    if told and _has_subject(units, words):
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
    return any(is_participle(word, units) for word in words)
