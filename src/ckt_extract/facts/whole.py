"""All or none of a group, put without a number: `alle klachten zijn opgelost`."""

from collections.abc import Iterator
from decimal import Decimal

from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.participles import is_participle, is_past_tense
from ckt_extract.facts.phrases import noun_after
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import Measure

__all__ = ["none_measures", "whole_measures"]

_FIRST_WORDS = 3
"""The group is the subject when it opens its sentence."""


def whole_measures(units: Units) -> Iterator[tuple[int, Measure]]:
    """The words for all of a group whose members have all done or undergone something.

    Yields:
        The index of the unit and a measure of 100 percent that covers the word. A duty (alle
        bedrijven moeten) or a general rule (alle bedrijven kunnen) gives none.
    """
    for index, unit in enumerate(units.row[:_FIRST_WORDS]):
        if unit.kind != "word" or not units.cues.all.fullmatch(unit.lower):
            continue
        group = noun_after(units, index + 1, known_only=True)
        barred = units.cues.limiter | units.cues.partitive
        limited = any(u.lower in barred for u in units.row[:index])
        if group is None or limited or units.cues.duty.search(units.lower):
            return
        behind = units.row[group.last + 1 :]
        words = [u.lower for u in behind if u.kind == "word"]
        has_auxiliary = any(w in units.cues.auxiliary for w in words)
        done = has_auxiliary and any(is_participle(w, units) for w in words)
        if done or (words and is_past_tense(words[0], units)):
            span = (unit.start, unit.end)
            yield index, Measure("percentage", Decimal(100), *span, span)
        return


def none_measures(units: Units) -> Iterator[tuple[int, Measure]]:
    """The *niet* that says there were none: klachten zijn er niet ingediend.

    Yields:
        The index of the noun before its verb and a count of zero that covers the *niet*.
    """
    row = units.row
    verb = next((i for i, u in enumerate(row[: _FIRST_WORDS + 1]) if _is_existential(units, i)), 0)
    if not verb or kind_of_noun(row[verb - 1].lower, units.language) is None:
        return
    definite = any(u.lower in units.cues.article | units.cues.determiner for u in row[:verb])
    behind = [u for u in row[verb + 2 :] if u.clause == row[verb].clause]
    denied = next((u for u in behind if u.lower == "niet"), None)
    done = any(is_participle(u.lower, units) for u in behind)
    if denied is not None and done and not definite:
        span = (denied.start, denied.end)
        yield verb - 2, Measure("count", Decimal(0), *span, span)


def _is_existential(units: Units, index: int) -> bool:
    """Whether *zijn er*, *waren er* stands at an index, behind a noun."""
    following = units.row[index + 1 : index + 2]
    exists = units.row[index].lower in units.cues.auxiliary and bool(following)
    return index > 0 and exists and following[0].lower == "er"
