"""`Alle klachten zijn opgelost`: a whole group, put without a number."""

from collections.abc import Iterator
from decimal import Decimal

from ckt_extract.facts.participles import is_participle, is_past_tense
from ckt_extract.facts.phrases import noun_after
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import Measure

__all__ = ["whole_measures"]

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
