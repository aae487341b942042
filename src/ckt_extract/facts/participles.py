"""Past participles by their form, for both languages."""

from ckt_extract.facts.units import Units
from ckt_extract.patterns import pattern

__all__ = ["is_participle", "is_past_tense"]

_FORMS = {
    "nl": pattern(
        r"(?:(?:af|aan|op|uit|in|om|over|toe|mee|bij|door|na|vast|voor|weg|terug|samen|plaats|deel|"
        r"open|bekend|bijeen|goed|los|neer|onder|tegen)?ge|be|ver|her|ont|er|onder|over|voor)"
        r"\w{2,}(?:d|t|en)"
    ),
    "en": pattern(
        r"\w{3,}ed|made|given|taken|held|met|found|become|begun|grown|risen|fallen|set|sent|"
        r"brought|built|done|led|put|seen|shown|won|written|signed"
    ),
}


def is_participle(word: str, units: Units) -> bool:
    """Whether a word has the form of a past participle and is no finite verb.

    In English the past tense has the same form.
    """
    if _FORMS[units.language].fullmatch(word) is None:
        return False
    return units.language == "en" or word not in units.cues.verb


def is_past_tense(word: str, units: Units) -> bool:
    """Whether a word has the form of a past tense: publiceerden, disclosed."""
    if units.language == "en":
        return is_participle(word, units)
    return word in units.cues.verb and word.endswith(("de", "te", "den", "ten"))
